// A part of a page that keeps itself fresh: news come over the socket, the part itself over HTTP, and nothing moves
// under a thumb. The page marks the part with data-live (its address) and has #away and #unsent.

import { Away, post, Refused } from "./http.js";
import { openLive } from "./live.js";

const AGAIN_MS = 300;
const unsent = document.getElementById("unsent");

/** What people see: words and pictures, without each rendering's fresh tokens. */
const lookOf = (part) =>
  part.textContent.replace(/\s+/g, " ") + [...part.querySelectorAll("img")].map((image) => image.getAttribute("src"));

/**
 * Keep the page's part fresh. `topics`: the names of the news it lives by; `everyMs`: also without news;
 * `count(part)`: how many things in it want somebody, which the tab and the pocket tell, too.
 *
 * Returns {part, refresh()}.
 */
export function keepFresh({ topics, everyMs = 0, count = () => 0 }) {
  const part = document.querySelector("[data-live]");
  const away = document.getElementById("away");
  const title = document.title;
  let last = lookOf(part);
  let pressed = false;
  let counted = count(part);

  /** Under a hand that presses or writes; it asks again when the hand is gone. */
  const held = () => pressed || (part.contains(document.activeElement) && document.activeElement.matches("input"));

  async function refresh() {
    if (held()) return;
    try {
      const reply = await fetch(part.dataset.live, { headers: { Accept: "text/html" }, redirect: "error" });
      if (reply.ok) put(await reply.text());
    } catch {
      // away from the hub: the last known part stays, and the page says so
    }
  }

  function put(html) {
    const fresh = new DOMParser().parseFromString(html, "text/html").body;
    const look = lookOf(fresh);
    if (look === last || held()) return;
    last = look;
    const focus = document.activeElement?.dataset?.key;
    const open = [...part.querySelectorAll("details[open][data-key]")].map((one) => one.dataset.key);
    part.replaceChildren(...fresh.childNodes);
    for (const key of open) part.querySelector(`details[data-key="${key}"]`)?.setAttribute("open", "");
    if (focus) part.querySelector(`[data-key="${focus}"]`)?.focus();
    tell();
  }

  function tell() {
    const now = count(part);
    if (now > counted) navigator.vibrate?.([200, 100, 200]);
    counted = now;
    document.title = now ? `(${now}) ${title}` : title;
  }

  function link(since) {
    away.hidden = since === null;
    if (since !== null) away.querySelector("[data-slot=time]").textContent = lasting(performance.now() - since);
    else unsent.hidden = true;
  }

  function press(on) {
    pressed = on;
    if (!on) refresh();
  }

  tell();
  part.addEventListener("pointerdown", () => press(true));
  for (const end of ["pointerup", "pointercancel"]) {
    addEventListener(end, () => pressed && setTimeout(press, AGAIN_MS, false));
  }
  part.addEventListener("focusout", () => setTimeout(refresh));
  if (everyMs) setInterval(refresh, everyMs);
  openLive({ topics: Object.fromEntries(topics.map((name) => [name, refresh])), onConnect: refresh, onLink: link });
  return { part, refresh };
}

/** Run `send` with these buttons off; why it was not taken, or not sent, is said on the page. */
export async function tried(buttons, send) {
  for (const one of buttons) one.disabled = true;
  unsent.hidden = true;
  try {
    await send();
  } catch (error) {
    if (!(error instanceof Away || error instanceof Refused)) throw error;
    unsent.querySelector("[data-slot=why]").textContent =
      error instanceof Refused ? error.message : document.getElementById("unsent-words").content.textContent;
    unsent.hidden = false;
  } finally {
    for (const one of buttons) one.disabled = false;
  }
}

/** Once more under the same id: the first reply may have been lost, and the hub tells the two apart from one. */
export async function sent(path, body) {
  try {
    return await post(path, body);
  } catch (error) {
    if (!(error instanceof Away)) throw error;
    await new Promise((done) => setTimeout(done, AGAIN_MS));
    return post(path, body);
  }
}

/** "2:15", "1:02:15": how long ago, written as every other length of time. */
export function lasting(ms) {
  const seconds = Math.floor(ms / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const parts = hours ? [hours, twoDigits(minutes)] : [minutes];
  return [...parts, twoDigits(seconds % 60)].join(":");
}

const twoDigits = (number) => String(number).padStart(2, "0");
