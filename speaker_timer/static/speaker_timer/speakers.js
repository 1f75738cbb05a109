/* The minder's page keeps itself fresh: it hears over the socket that something changed, and asks for the list over HTTP. */

import { openLive } from "../hub/live.js";
import { Away, post, Refused } from "../hub/http.js";
import { newId } from "../hub/ids.js";

const ANEW_MS = 20_000; // also without news: the list says what the clock brings
const AGAIN_MS = 300;
const list = document.querySelector("[data-live]");
const away = document.getElementById("away");
const unsent = document.getElementById("unsent");
const title = document.title;
let last = "";
let held = false;
let asked = howMany(list);

/* Every rendering has fresh tokens; what people see is its text. */
function seen(part) {
  return part.textContent.replace(/\s+/g, " ");
}

function howMany(part) {
  return Number(part.querySelector("[data-asked]")?.dataset.asked ?? 0);
}

async function refresh() {
  if (held) return; // nothing may move under a thumb; it asks again when it lets go
  try {
    const reply = await fetch(list.dataset.live, { headers: { Accept: "text/html" }, redirect: "error" });
    if (reply.ok) put(await reply.text());
  } catch {
    /* away from the hub: the last known list stays, and the page says so */
  }
}

function put(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html").body;
  const text = seen(fresh);
  if (text === last || held) return;
  last = text;
  const focus = document.activeElement?.dataset?.key;
  list.replaceChildren(...fresh.childNodes);
  if (focus) list.querySelector(`[data-key="${focus}"]`)?.focus();
  told(howMany(list));
}

/* The tab and the pocket say it too. */
function told(now) {
  if (now > asked) navigator.vibrate?.([200, 100, 200]);
  asked = now;
  document.title = now ? `(${now}) ${title}` : title;
}

async function say(event) {
  const button = event.submitter;
  if (!button?.value) return;
  event.preventDefault();
  const form = event.target;
  const buttons = form.querySelectorAll("button");
  for (const one of buttons) one.disabled = true;
  unsent.hidden = true;
  try {
    await sent(form.dataset.say, { answer: button.value, id: newId() });
  } catch (error) {
    if (!(error instanceof Away || error instanceof Refused)) throw error;
    unsent.querySelector("[data-slot=why]").textContent =
      error instanceof Refused ? error.message : document.getElementById("unsent-words").content.textContent;
    unsent.hidden = false;
  } finally {
    for (const one of buttons) one.disabled = false;
    last = "";
    await refresh();
  }
}

/* Once more under the same id: the first reply may have been lost, and the hub tells the two apart from one. */
async function sent(path, body) {
  try {
    return await post(path, body);
  } catch (error) {
    if (!(error instanceof Away)) throw error;
    await new Promise((done) => setTimeout(done, AGAIN_MS));
    return post(path, body);
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
  held = on;
  if (!on) refresh();
}

last = seen(list);
told(asked);
list.addEventListener("submit", say);
list.addEventListener("pointerdown", () => hold(true));
for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => held && setTimeout(hold, AGAIN_MS, false));
setInterval(refresh, ANEW_MS);
openLive({ topics: { readiness: refresh }, onConnect: refresh, onLink: link });
