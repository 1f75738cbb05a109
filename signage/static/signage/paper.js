// Shows the sheets anew after each choice. Without it a button does the same.

import "../hub/file_field.js";
import "../hub/letters.js";

const WAIT_MS = 250;
const order = document.querySelector("[data-order]");
const page = order.closest(".paper");
let waiting;
let asked = 0;

const chosen = () => `${location.pathname}?${new URLSearchParams(new FormData(order))}`;

async function show() {
  const mine = ++asked;
  const address = chosen();
  page.classList.add("is-changing");
  const fresh = await fetched(address);
  if (mine !== asked) return; // another choice has been made meanwhile
  page.classList.remove("is-changing");
  if (!fresh) return;
  page.querySelector("[data-sheets]").replaceWith(fresh.querySelector("[data-sheets]"));
  history.replaceState(null, "", address);
  for (const form of page.querySelectorAll("[data-keeps-order]")) form.action = form.action.split("?")[0] + location.search;
}

/** The page with these choices; nothing while away from the hub: the sheets stay as they were. */
async function fetched(address) {
  try {
    const reply = await fetch(address, { headers: { Accept: "text/html" }, redirect: "error" });
    return reply.ok && new DOMParser().parseFromString(await reply.text(), "text/html");
  } catch {
    return null;
  }
}

page.classList.add("is-live");
order.addEventListener("input", () => {
  // The largest language does not stand beneath itself.
  for (const box of order.elements.also) box.closest(".pick").hidden = box.value === order.elements.main.value;
  clearTimeout(waiting);
  waiting = setTimeout(show, WAIT_MS);
});
