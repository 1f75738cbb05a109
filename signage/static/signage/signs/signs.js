// Minding the screens: the list keeps itself fresh, and nothing moves under a thumb or a hand that writes a name.

import { Away, post, Refused } from "../../hub/http.js";
import { openLive } from "../../hub/live.js";

const AGAIN_MS = 300;
const ANEW_MS = 10_000; // also without news: half a minute of silence is one
const list = document.querySelector("[data-live]");
const away = document.getElementById("away");
const unsent = document.getElementById("unsent");
const title = document.title;
let last = "";
let pressed = false;
let troubles = 0;

const writes = () => list.contains(document.activeElement) && document.activeElement.matches("input");

/** What people see: words and pictures, without each rendering's fresh tokens. */
const lookOf = (part) =>
  part.textContent.replace(/\s+/g, " ") + [...part.querySelectorAll("img")].map((image) => image.getAttribute("src"));

async function refresh() {
  if (pressed || writes()) return; // it asks again when the hand is gone
  try {
    const reply = await fetch(list.dataset.live, { headers: { Accept: "text/html" }, redirect: "error" });
    if (reply.ok) put(await reply.text());
  } catch {
    // away from the hub: the last known list stays, and the page says so
  }
}

function put(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html").body;
  const look = lookOf(fresh);
  if (look === last || pressed || writes()) return;
  last = look;
  const focus = document.activeElement?.dataset?.key;
  list.replaceChildren(...fresh.childNodes);
  if (focus) list.querySelector(`[data-key="${focus}"]`)?.focus();
  told();
}

/** The tab and the pocket say it too. */
function told() {
  const now = Number(list.querySelector("[data-away]")?.dataset.away ?? 0);
  if (now > troubles) navigator.vibrate?.([200, 100, 200]);
  troubles = now;
  document.title = now ? `(${now}) ${title}` : title;
}

async function press(event) {
  const button = event.target.closest("[data-post]");
  if (!button) return;
  button.disabled = true;
  unsent.hidden = true;
  try {
    await post(button.dataset.post, {});
  } catch (error) {
    if (!(error instanceof Away || error instanceof Refused)) throw error;
    unsent.querySelector("[data-slot=why]").textContent =
      error instanceof Refused ? error.message : document.getElementById("unsent-words").content.textContent;
    unsent.hidden = false;
  } finally {
    button.disabled = false;
    refresh();
  }
}

function lasting(ms) {
  const seconds = Math.floor(ms / 1000);
  return [Math.floor(seconds / 60), seconds % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

function link(since) {
  away.hidden = since === null;
  if (since !== null) away.querySelector("[data-slot=time]").textContent = lasting(performance.now() - since);
  else unsent.hidden = true;
}

function hold(on) {
  pressed = on;
  if (!on) refresh();
}

last = lookOf(list);
told();
list.addEventListener("click", press);
list.addEventListener("pointerdown", () => hold(true));
for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => pressed && setTimeout(hold, AGAIN_MS, false));
list.addEventListener("focusout", () => setTimeout(refresh));
setInterval(refresh, ANEW_MS);
openLive({ topics: { screens: refresh, pairings: refresh, signs_trouble: refresh }, onConnect: refresh, onLink: link });
