// Keeps the list of those that wait fresh: the live channel tells their codes, the page fetches its changing part.

import { openLive } from "./live.js";

const AGAIN_MS = 1000;
const live = document.querySelector("[data-live]");
let codes = null; // as the hub told them last
let asking = false;

/** Nothing may move under a hand that writes a name. */
const inUse = () => live.contains(document.activeElement) || live.matches(":hover:active");

const shown = () => [...live.querySelectorAll("[data-code]")].map((row) => row.dataset.code).join();

const isOld = () => codes !== null && codes !== shown();

async function catchUp() {
  if (asking) return;
  asking = true;
  while (isOld() && !inUse()) {
    await put();
    // Still other codes than were told: the list has changed meanwhile, or the hub was away.
    if (isOld()) await new Promise((done) => setTimeout(done, AGAIN_MS));
  }
  asking = false;
}

async function put() {
  try {
    const reply = await fetch(live.dataset.live, { headers: { Accept: "text/html" }, redirect: "error" });
    if (!reply.ok) return;
    const fresh = new DOMParser().parseFromString(await reply.text(), "text/html").body;
    if (!inUse()) live.replaceChildren(...fresh.childNodes);
  } catch {
    // away from the hub: the last known list stays
  }
}

openLive({
  topics: {
    pairings: (told) => {
      codes = told.codes.join();
      catchUp();
    },
  },
});
// What came while a name was being written waits until the hand is gone.
live.addEventListener("focusout", () => setTimeout(catchUp));
