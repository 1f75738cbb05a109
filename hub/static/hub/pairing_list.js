// Keeps the list of those that wait fresh: the live channel tells their codes, the page fetches its changing part.

import { openLive } from "./live.js";

const live = document.querySelector("[data-live]");

/** Nothing may move under a hand that writes a name. */
const inUse = () => live.contains(document.activeElement) || live.matches(":hover:active");

const shown = () => [...live.querySelectorAll("[data-code]")].map((row) => row.dataset.code).join();

async function refresh({ codes }) {
  if (codes.join() === shown() || inUse()) return;
  let html;
  try {
    const reply = await fetch(live.dataset.live, { headers: { Accept: "text/html" }, redirect: "error" });
    if (!reply.ok) return;
    html = await reply.text();
  } catch {
    return; // away from the hub: the last known list stays
  }
  const fresh = new DOMParser().parseFromString(html, "text/html").body;
  if (!inUse()) live.replaceChildren(...fresh.childNodes);
}

let last = null;
const hear = (content) => refresh((last = content));

openLive({ topics: { pairings: hear } });
// What came while a name was being written waits until the hand is gone.
live.addEventListener("focusout", () => setTimeout(() => last && hear(last)));
