// The host's remote: puts its parts together. The hub's state goes down into them, taps go up to the hub.

import { Away, get, post, Refused } from "../../hub/http.js";
import { newId } from "../../hub/ids.js";
import { openLive } from "../../hub/live.js";
import { Actions } from "./actions.js";
import { Alerts, ClockDoubt } from "./alerts.js";
import { buzz, stayAwake } from "./buzz.js";
import { Cards } from "./cards.js";
import { Delivery } from "./delivery.js";
import { lastDone } from "./did.js";
import { Effects } from "./effects.js";
import { listenForKeys } from "./keys.js";
import { Messages } from "./messages.js";
import { Now } from "./now.js";
import { RundownList } from "./rundown.js";
import { Screens } from "./screens.js";
import { TimerState } from "./state.js";
import { Taps } from "./taps.js";
import { WatchLinks } from "./watch_links.js";
import { fill, mark, say, shape } from "./words.js";

const page = document.getElementById("remote");
const byId = (id) => document.getElementById(id);
const clock = window.timerClock;
const AT_LEAST_EVERY_MS = 250;
const TOLD_MS = 15_000;
let pending = 0;
let forgotten = 0;
let ended = null;

const timer = new TimerState({ onState: changed, onRefused: (error) => alerts.shut(error) });
const taps = new Taps({ now: () => timer.now(), take: (state) => timer.take(state), tell: unsent });
const rundown = new RundownList(page, { leastSet: () => effects.ask() });
const effects = new Effects({ show: () => actions.show(timer.held), least: () => rundown.least });
const now = new Now(page);
const actions = new Actions(page, { effects, now: () => timer.now(), send: (body, what) => taps.send("/api/timer/actions", body, what) });
const cards = new Cards(page, { send: sendCard, went: cardWent });
const delivery = new Delivery(page, { left: () => buzz("trouble") });
const messages = new Messages(page, {
  show: (text) => sendCard("message", text),
  flash: () => taps.send("/api/timer/actions", { action: "flash" }, say("did_flash")),
  dark: (on) => taps.send("/api/timer/actions", { action: "blackout", on }, say(on ? "did_blackout" : "did_light")),
});
const screens = new Screens(page, { tell: displaysTold, wrong: displaysWrong });
const links = new WatchLinks(page, { wrong: displaysWrong });
const alerts = new Alerts(page, { offset: () => timer.held.utc_offset, raised: () => buzz("trouble") });
const doubt = new ClockDoubt(page, {
  set: setClock,
  now: () => timer.now(),
});

timer.take(JSON.parse(page.dataset.state));
const live = openLive({
  topics: {
    timer: (state) => timer.take(state),
    rundown: ({ mark: newest }) => timer.marked(newest),
    displays: displaysTold,
    pairings: (content) => alerts.pairings(content),
    readiness: (content) => alerts.readiness(content),
  },
  onConnect: caughtUp,
  onLink: linked,
  onBeat: (answer, sent, got) => timer.beat(answer, sent, got),
});
linked(null);
listenForKeys({ card: (kind) => cards.tap(kind), pause: pauseOrGoOn });
stayAwake();
tick();

page.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-goto]");
  if (!button) return;
  goTo(button.dataset.goto);
  if (button.id === "waiting") byId("pairings").scrollIntoView({ block: "nearest" });
});

// Locked, put away, taken out: the state, the clock and the link are found out at once, not at the next beat.
document.addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  live.hurry();
  timer.fetch();
  tickAnew();
});
addEventListener("pageshow", ({ persisted }) => persisted && timer.fetch());

function changed(state, before) {
  now.show(state);
  rundown.show(state);
  actions.show(state);
  fill(page, { last: lastDone(state), counts: say(state.item && !state.running ? "away_paused" : "away_runs") });
  byId("empty").hidden = state.rundown.length > 0 || Boolean(state.item);
  page.toggleAttribute("data-empty", !byId("empty").hidden);
  if (state.mark !== before?.mark) effects.ask();
  if (before) tickAnew();
}

function tick() {
  const state = timer.held;
  const moment = timer.now();
  const left = clock.left(state, moment);
  now.tick(state, moment);
  cards.tick(state, moment);
  delivery.tick(state, cards.on, moment);
  messages.tick(state, cards.on);
  doubt.tick(state, moment);
  actions.tick(left);
  trembleAtTheEnd(state, left);
  pending = setTimeout(tick, Math.min(AT_LEAST_EVERY_MS, left === null ? AT_LEAST_EVERY_MS : clock.toNextFigure(left)));
}

function tickAnew() {
  clearTimeout(pending);
  tick();
}

/** Once for each item, when its time is up. */
function trembleAtTheEnd(state, left) {
  const over = left !== null && left <= 0 ? `${state.item.id} ${state.phase}` : "";
  if (ended === null) ended = over;
  if (over && over !== ended) buzz("over");
  ended = over;
}

function sendCard(card, text) {
  return taps.send("/api/timer/cards", { card, text: text ?? "" }, card ? say(`card_${card}`) : say("did_card_none"));
}

/** Sent once: a time of day that arrives late is wrong. */
async function setClock(moment, what) {
  try {
    timer.take(await post("/api/timer/clock", { now: Math.round(moment), id: newId() }));
    unsent(null);
  } catch (error) {
    unsent({ what, why: error instanceof Refused ? error.message : "" });
  }
}

function cardWent(card) {
  buzz("card");
  byId("said").textContent = say("card_went", { card: say(`card_${card}`) });
}

function unsent(trouble) {
  const place = byId("unsent");
  clearTimeout(forgotten);
  place.hidden = trouble === null;
  if (!trouble) return;
  fill(place, { said: say(trouble.why ? "refused" : "unsent", trouble) });
  forgotten = setTimeout(() => unsent(null), TOLD_MS);
  buzz("trouble");
}

function pauseOrGoOn() {
  const button = [...page.querySelectorAll('.ways [data-action="pause"], .ways [data-action="resume"]')].find(({ hidden }) => !hidden);
  if (!button.disabled) actions.tap(button);
}

async function caughtUp() {
  timer.fetch();
  effects.ask();
  links.look();
  const told = await get("/api/timer/displays").catch(() => null);
  if (told) displaysTold(told);
}

function displaysTold(told) {
  delivery.take(told);
  screens.show(told);
  tickAnew();
}

function displaysWrong(error) {
  const place = byId("displays-wrong");
  place.hidden = !error;
  if (error instanceof Refused) place.textContent = error.message;
  else if (error instanceof Away) place.textContent = say("link_away");
  else if (error) throw error;
}

function linked(since) {
  const away = since !== null;
  const place = byId("link");
  mark(place, "data-state", away ? "away" : "on");
  shape(place, away ? "shape-away" : "check");
  fill(place, { word: say(away ? "link_away" : "link_on") });
  alerts.link(since);
  delivery.away = away;
  page.toggleAttribute("data-away", away);
}

function goTo(panel) {
  page.dataset.panel = panel;
  for (const button of page.querySelectorAll(".tabs [data-goto]")) mark(button, "aria-pressed", button.dataset.goto === panel);
  if (panel === "displays") links.look();
}
