// What wants the host: no connection, a clock in doubt, a speaker who is not here, a display that waits.

import { get, post, Refused } from "../../hub/http.js";
import { newId } from "../../hub/ids.js";
import { amount, fill, fresh, say, sayWith } from "./words.js";

const clock = window.timerClock;
const AGAIN_MS = 2000;

export class Alerts {
  #called = new Set();

  /** `offset()` is the seminar's distance from UTC, ms; `raised()` is called when a speaker is newly missing. */
  constructor(page, { offset, raised }) {
    Object.assign(this, { page, offset, onRaised: raised, list: page.querySelector("#raised"), waiting: page.querySelector("#pairings"), line: page.querySelector("#waiting") });
    this.list.addEventListener("click", ({ target }) => this.#answer(target.closest("[data-answer]")));
    this.waiting.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#letIn(event.target);
    });
  }

  /** The hub's own words for why it does not let us in; null when it does. */
  shut(error) {
    const door = this.page.querySelector("#door");
    door.hidden = !error;
    if (error) fill(door, { why: error.message });
  }

  /** `since` is null while the hub answers, else when it last did (performance.now()). */
  link(since) {
    const place = this.page.querySelector("#away");
    place.hidden = since === null;
    if (since !== null) fill(place, { time: clock.goneText(performance.now() - since) });
  }

  /** From the topic `readiness`: {"raised": [{item, title, speaker, phone, start, why}]}. */
  readiness({ raised }) {
    const lines = raised.map((one) => this.list.querySelector(`[data-item="${one.item}"]`) ?? this.#raise(one));
    lines.forEach((line, n) => this.#speaker(line, raised[n]));
    put(this.list, lines);
    const ids = new Set(raised.map(({ item }) => item));
    if ([...ids].some((item) => !this.#called.has(item))) this.onRaised();
    this.#called = ids;
  }

  /** From the topic `pairings`: somebody waits, or no longer does. What is being written stays. */
  async pairings({ codes }) {
    this.codes = codes;
    const told = codes.length ? await get("/api/pairings").catch(away) : { waiting: [] };
    if (!told) this.#lookAgain(codes);
    if (!told || this.codes !== codes) return; // somebody newer waits, and is asked after already
    // Path screens and kiosks have pages of their own, with those who mind them.
    const waiting = told.waiting.filter(({ role }) => role === "display");
    const lines = waiting.map((one) => this.waiting.querySelector(`[data-code="${one.code}"]`) ?? offered(one));
    // A name that nobody has touched follows the one that is free now: two that wait are never offered the same.
    lines.forEach((line, n) => (line.querySelector("input").defaultValue = waiting[n].name));
    put(this.waiting, lines);
    this.#count();
  }

  /** One line above everything for however many wait: the code of the one, or how many they are. */
  #count() {
    const waiting = [...this.waiting.children];
    this.line.hidden = !waiting.length;
    const count = waiting.length;
    if (count) fill(this.line, { said: count === 1 ? say("pairing", waiting[0].dataset) : say("pairings", { count }) });
  }

  #lookAgain(codes) {
    setTimeout(() => this.codes === codes && this.pairings({ codes }), AGAIN_MS);
  }

  #raise({ item }) {
    const line = fresh("raised-one");
    line.dataset.item = item;
    return line;
  }

  #speaker(line, { speaker, title, phone, start, why }) {
    const time = clock.clockText(start, this.offset());
    const lacks = phone ? "" : say("no_phone");
    sayWith(line.querySelector('[data-slot="why"]'), `raised_${why}`, "speaker", speaker);
    fill(line, { lacks, talk: say("raised_talk", { time, title }), phone });
    const call = line.querySelector('[data-slot="call"]');
    call.hidden = !phone;
    if (phone) call.href = `tel:${phone.replace(/[^+\d]/g, "")}`;
  }

  async #answer(button) {
    if (!button) return;
    const line = button.closest("li");
    button.disabled = true;
    const said = await post(`/api/timer/speakers/${line.dataset.item}`, { answer: button.dataset.answer, id: newId() }).catch(() => null);
    button.disabled = false;
    if (said) line.remove();
  }

  async #letIn(form) {
    const line = form.closest("li");
    const button = form.querySelector("button");
    button.disabled = true;
    const device = await post("/api/pairings", { code: line.dataset.code, name: form.elements.name.value }).catch(() => null);
    button.disabled = false;
    if (device) line.remove();
    this.#count();
  }
}

/** Nothing is known while the hub is away; whom it does not let in has nobody to let in. */
const away = (error) => (error instanceof Refused ? { waiting: [] } : null);

/** Only what is out of its place moves: the rest keeps its focus, its keyboard and the tap that is under way. */
function put(list, lines) {
  for (const old of [...list.children]) if (!lines.includes(old)) old.remove();
  lines.forEach((line, n) => list.children[n] === line || list.insertBefore(line, list.children[n] ?? null));
}

function offered({ code }) {
  const line = fill(fresh("pairing-one"), { said: say("pairing", { code }) });
  line.dataset.code = code;
  return line;
}

/** The banner of the clock: the box was off and does not know for how long, or somebody has moved its clock. */
export class ClockDoubt {
  /** `set(moment)` tells the hub what time it is; `now()` is the timer's own moment. */
  constructor(page, { set, now }) {
    Object.assign(this, { place: page.querySelector("#clock-doubt"), now });
    this.place.addEventListener("click", ({ target }) => {
      const button = target.closest("[data-clock]");
      if (button) set(button.dataset.clock === "phone" ? Date.now() : this.now(), button.textContent);
    });
  }

  tick({ clock_doubted: doubted, clock_error_ms: error, utc_offset: offset }, now) {
    this.place.hidden = !doubted && !error;
    if (this.place.hidden) return;
    const [phone, box] = [Date.now(), now].map((moment) => clock.clockText(moment, offset));
    fill(this.place, {
      said: doubted ? say("doubt") : say("stepped", { amount: amount(error) }),
      phone: say("by_phone", { time: phone }),
      box: say(doubted ? "by_box" : "by_timer", { time: box }),
    });
  }
}
