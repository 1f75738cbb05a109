// Announcing without leaving the page: a wish goes out under its id, twice if need be, and what stands keeps fresh.

import { Away, post, Refused } from "../http.js";
import { newId } from "../ids.js";
import { openLive } from "../live.js";

const AGAIN_MS = 300;
const list = document.querySelector("[data-live]");
const away = document.getElementById("away");
const unsent = document.getElementById("unsent");
let last = "";
let held = false;

const textOf = (part) => part.textContent.replace(/\s+/g, " ");

async function refresh() {
  if (held) return; // nothing may move under a thumb; it asks again when it lets go
  try {
    const reply = await fetch(list.dataset.live, { headers: { Accept: "text/html" }, redirect: "error" });
    if (reply.ok) put(await reply.text());
  } catch {
    // away from the hub: the last known list stays, and the page says so
  }
}

function put(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html").body;
  if (textOf(fresh) === last || held) return;
  last = textOf(fresh);
  const focus = document.activeElement?.dataset?.key;
  list.replaceChildren(...fresh.childNodes);
  if (focus) list.querySelector(`[data-key="${focus}"]`)?.focus();
}

/** A form as the API takes it: empty minutes mean «until taken back». */
function wishOf(form, submitter) {
  const fields = new FormData(form);
  return {
    id: fields.get("id"),
    kind: fields.get("kind"),
    text: submitter?.name === "delay" ? submitter.value : fields.get("text"),
    minutes: fields.get("minutes") ? Number(fields.get("minutes")) : null,
    screens: fields.getAll("screens"),
  };
}

async function announce(event) {
  const form = event.target;
  const path = form.dataset.announce ?? form.dataset.takeBack;
  if (!path) return;
  event.preventDefault();
  const body = form.dataset.announce ? wishOf(form, event.submitter) : {};
  await tried(form, () => sent(path, body));
}

async function tried(form, send) {
  const buttons = form.querySelectorAll("button");
  for (const one of buttons) one.disabled = true;
  unsent.hidden = true;
  try {
    await send();
    if (form.dataset.announce) finish(form);
  } catch (error) {
    if (!(error instanceof Away || error instanceof Refused)) throw error;
    unsent.querySelector("[data-slot=why]").textContent =
      error instanceof Refused ? error.message : document.getElementById("unsent-words").content.textContent;
    unsent.hidden = false;
    unsent.scrollIntoView({ block: "center" });
  } finally {
    for (const one of buttons) one.disabled = false;
    await refresh();
  }
}

/** The next announcement is another wish; this one is to be seen in the list. */
function finish(form) {
  form.reset();
  form.elements.id.value = newId();
  form.closest("details").open = false;
  list.scrollIntoView({ block: "nearest" });
  document.getElementById("standing-heading").focus({ preventScroll: true });
}

/** Once more under the same id: the first reply may have been lost, and the hub tells the two apart from one. */
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

last = textOf(list);
addEventListener("submit", announce);
list.addEventListener("pointerdown", () => hold(true));
for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => held && setTimeout(hold, AGAIN_MS, false));
openLive({ topics: { announced: refresh, announcements: refresh }, onConnect: refresh, onLink: link });
