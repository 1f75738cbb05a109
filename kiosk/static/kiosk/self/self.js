// The self-service kiosk: puts its parts together. A scan, a search or a form becomes a verdict; then all is as before.

import { Away, Refused, get } from "../../hub/http.js";
import { newId } from "../../hub/ids.js";
import { openLive } from "../../hub/live.js";
import { Sound } from "../../hub/sound.js";
import { bolt } from "./bolt.js";
import { Call } from "./call.js";
import { Evacuation } from "./evacuation.js";
import { Find } from "./find.js";
import { openForm } from "./form.js";
import { send } from "./hub_posts.js";
import { heedLongPresses } from "./long_press.js";
import { Returning } from "./returning.js";
import { Scan } from "./scan.js";
import { Screens } from "./screens.js";
import { stayAwake } from "./stay_awake.js";
import { lookOf } from "./verdicts.js";

const CHECKING_MS = 250; // an answer that takes longer is announced
const AWAY_MS = 3000; // so long without the hub, and the page says so
const GONE_MS = 6000; // so long, and nobody is invited to try
const BRIEFLY_MS = 1500; // so long is a hub tried that is known to be gone
const STAYS = { checking: "none", called: "quiet" }; // all others go after some seconds
const SHUT_OUT = new Set([401, 403]);
const page = document.getElementById("kiosk");
const byId = (id) => document.getElementById(id);
const silent = { getItem: () => null, setItem: () => {} };

let state = null;
let form = null;
let awaySince = null;
let tried = null; // what somebody typed who was not found: they may correct it until the page turns
let turn = 0; // what was asked before the last turn of the page is answered to nobody
let leaving = new AbortController(); // whoever went back is not checked in later, behind their back

const sound = new Sound(silent);
const screens = new Screens(page, () => state?.texts ?? {});
const returning = new Returning(byId("still"), { words: () => screens.words, onEnd: toStart });
const call = new Call(byId("call"), { words: () => screens.words, show: (name) => tell(name, "info") });
const find = new Find(byId("find"), { onFind: lookUp, onLeave: toStart });
screens.speak(page.lang);
const scan = new Scan({ page, onScan: scanned, onCamera: (works) => onCamera(works) });
const evacuation = new Evacuation(byId("evacuation"), {
  tell: (seq) => live.say("announced", { seq }),
  language: () => screens.language,
});
const live = openLive({
  topics: { kiosks: catchUp, kiosk: (told) => call.hear(told, screens.now) },
  onConnect: catchUp,
  onLink: linked,
});
bolt();
heedLongPresses();
stayAwake();
page.addEventListener("click", pressed);

const ways = {
  done: toStart,
  to_start: toStart,
  by_name: () => openFind(),
  again: () => openFind(tried),
  new: openWalkIn,
  call: () => attempt(() => call.press()),
};

function pressed({ target }) {
  const button = target.closest("button[data-do], button[data-language]");
  if (button?.dataset.language) choose(button.dataset.language);
  else ways[button?.dataset.do]?.();
}

/** The next one who comes finds the kiosk's own language again. */
function choose(language) {
  speak(language);
  if (screens.now === "start") returning.set("quiet");
}

function speak(language) {
  screens.speak(language);
  find.speak(language);
  form?.speak(language);
  call.speak();
  evacuation.speak();
  onCamera(!byId("sight").hidden);
}

function onCamera(works) {
  const how = byId("how").querySelector("[data-say]");
  how.dataset.say = works ? "start_how" : "start_scanner";
  how.textContent = screens.words[how.dataset.say];
}

/** As if nobody had ever been here. */
function toStart() {
  leaving.abort();
  leaving = new AbortController();
  leave();
  call.forget();
  tried = null;
  if (state && screens.language !== state.language) speak(state.language);
  if (isGone()) showGone();
  else screens.show("start");
  returning.set("none");
}

function leave() {
  turn += 1;
  form?.close();
  form = null;
  find.close();
  scan.forget();
  document.activeElement?.blur();
}

function openFind(typed = null) {
  leave();
  screens.show("find");
  find.open(screens.language, typed ?? undefined);
  returning.set("form");
}

function openWalkIn() {
  if (!state) return;
  leave();
  tried = null;
  screens.show("walk-in");
  form = openForm(screens.all.get("walk-in"), {
    language: screens.language,
    state,
    onDone: (verdict) => conclude(verdict, { admitted: "registered" }),
    onLeave: ({ to } = {}) => (to === "find" ? openFind() : toStart()),
    send,
  });
  returning.set("form");
}

function scanned(code) {
  if (!byId("evacuation").hidden) return;
  tried = null;
  attempt(
    (more) => send("/api/kiosk/check-ins", { id: newId(), code }, { ...more, ...patience() }),
    (verdict) => conclude(verdict, { code }),
  );
}

function lookUp(typed) {
  tried = typed;
  const path = `/api/kiosk/find?lang=${screens.language}`; // a refusal speaks this language
  attempt((more) => send(path, { id: newId(), ...typed }, { ...more, ...patience() }), (verdict) => conclude(verdict));
}

const patience = () => (isGone() ? { patience: BRIEFLY_MS } : {});

/** Ask the hub; the screen is whoever's asked last. */
async function attempt(ask, answered = () => {}) {
  turn += 1;
  const mine = turn;
  const wait = () => mine === turn && checking(); // whoever went back meanwhile is not shown it again
  const announce = setTimeout(wait, CHECKING_MS);
  try {
    const reply = await ask({ onWait: wait, signal: leaving.signal });
    if (mine === turn) answered(reply);
  } catch (error) {
    if (mine === turn) refused(error);
  } finally {
    clearTimeout(announce);
  }
}

function checking() {
  if (screens.now !== "checking") tell("checking", "");
}

function refused(error) {
  if (SHUT_OUT.has(error.status) || error.code === "page_expired") location.reload();
  else if (error.code === "nobody_found") tell("nobody", "unknown", { text: "@nobody_text" });
  else if (error.code === "too_many_tries") tell("tries", "unknown", { text: error.message });
  else if (error instanceof Refused) tell("desk", "unknown", { text: "@desk_text" });
  else tell("away", "unknown", { text: "@away_text" });
}

function conclude(verdict, { admitted = "welcome", code = "" } = {}) {
  const { screen, tune, slots } = lookOf(verdict, { admitted, code });
  tell(screen, tune, slots);
}

/** One message, which goes by itself. */
function tell(name, tune, slots = { text: `@${name}_text` }) {
  const mine = turn;
  leave();
  if (name === "checking") turn = mine; // its answer is still to come
  screens.show(name, name === "checking" ? {} : slots);
  sound.play(tune);
  returning.set(STAYS[name] ?? "told");
}

/** All that the kiosk shows, as the hub has it now. */
async function catchUp() {
  try {
    const fresh = await get("/api/kiosk");
    const other = (state?.language ?? page.lang) !== fresh.language;
    state = fresh;
    page.dataset.ready = "yes";
    call.hear(fresh, screens.now);
    screens.tellSayings();
    if (other && screens.now === "start") toStart();
    await evacuation.ask();
  } catch (error) {
    if (SHUT_OUT.has(error.status)) location.reload();
    else if (!(error instanceof Away || error instanceof Refused)) throw error;
  }
}

const showGone = () => screens.show("gone", { text: "@gone_text" });

const isGone = () => awaySince !== null && performance.now() - awaySince > GONE_MS;

/** `since` is null while the hub answers, else when it last did. */
function linked(since) {
  awaySince = since;
  const away = since !== null && performance.now() - since >= AWAY_MS;
  byId("link").hidden = !away;
  byId("call").hidden = away; // it would ring nowhere
  if (isGone() && screens.now === "start") showGone();
  if (since !== null) return;
  form?.reached();
  if (screens.now === "gone") toStart();
}
