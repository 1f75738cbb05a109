// The bar's buttons, the last arrivals, and the keys that stand for buttons.

import { get } from "../../hub/http.js";

const byId = (id) => document.getElementById(id);

/** `left()` is called when any dialog has closed. */
export function wireButtons({ sound, openWalkIn, openCard, left }) {
  wireMute(sound);
  for (const button of document.querySelectorAll('[data-do="walk-in"]')) button.addEventListener("click", openWalkIn);
  for (const dialog of document.querySelectorAll("dialog")) dialog.addEventListener("close", left);
  byId("last").addEventListener("click", async ({ target }) => {
    const id = target.closest("button")?.dataset.attendee;
    const person = id && (await get(`/api/attendees/${id}`).catch(() => null));
    if (person) openCard(person);
  });
  addEventListener("keydown", shortcut);
}

function wireMute(sound) {
  const mute = byId("mute");
  const show = () => mute.setAttribute("aria-pressed", String(sound.muted));
  mute.addEventListener("click", () => {
    sound.muted = !sound.muted;
    show();
  });
  show();
}

function shortcut(event) {
  if (!event.altKey || event.ctrlKey || document.querySelector("dialog[open]")) return;
  const button = { KeyN: byId("open-walk-in"), KeyC: byId("open-camera"), KeyM: byId("mute") }[event.code];
  if (!button) return;
  event.preventDefault();
  button.click();
}
