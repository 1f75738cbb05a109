// The taps that change the rundown: each tells beforehand what it does to the end of the day.

import { broughtBack } from "./did.js";
import { effectText } from "./effects.js";
import { amount, fill, say, titled } from "./words.js";

const TWICE_MS = 1000; // a thumb that slips starts no second talk

export class Actions {
  #last = new Map();

  /** `send(body, what)` resolves to whether it was done; `effects` knows what each tap would do; `now()` is the hub's moment. */
  constructor(page, { send, effects, now }) {
    Object.assign(this, { page, send, effects, now });
    page.addEventListener("click", ({ target }) => {
      const button = target.closest("button[data-action]");
      if (button) this.tap(button);
    });
  }

  /** Do what a button stands for, once. */
  async tap(button) {
    const { action } = button.dataset;
    // One may add a minute as fast as one can tap; everything else twice in a second is a slip.
    if (action !== "add" && performance.now() - (this.#last.get(action) ?? -Infinity) < TWICE_MS) return;
    this.#last.set(action, performance.now());
    button.setAttribute("aria-busy", "true");
    await this.send(this.#body(button), whatOf(button));
    button.removeAttribute("aria-busy");
  }

  /** The states of all buttons after a newer state or newer effects. */
  show(state) {
    this.state = state;
    this.#ways(state);
    this.#undo(state);
    this.#main(state);
    for (const button of this.page.querySelectorAll(".tap[data-action]")) this.#effect(button, state);
  }

  #body({ dataset }) {
    const body = { action: dataset.action };
    if (dataset.seconds) body.seconds = Number(dataset.seconds);
    if (dataset.item) body.item = Number(dataset.item);
    if (dataset.other) body.other = Number(dataset.other);
    // What this host sees and means: another one may have undone it a moment ago.
    if (dataset.action === "undo" && this.state?.undo_to) body.undo_to = this.state.undo_to;
    if (dataset.action === "start_next" && this.state?.next) body.item = this.state.next.id;
    if (dataset.action === "eat_break" && this.effects.least() >= 0) body.seconds = this.effects.least();
    return body;
  }

  /** Of pause and go on, of questions and back to the talk, the one that makes sense has the place. */
  #ways({ running, phase, item }) {
    const place = this.page.querySelector(".ways");
    const show = (action, yes) => (place.querySelector(`[data-action="${action}"]`).hidden = !yes);
    const talkAgain = phase === "questions" && item.kind !== "questions";
    show("pause", running || !item);
    show("resume", !running && item);
    show("talk", talkAgain);
    show("questions", !talkAgain);
    place.querySelector('[data-action="pause"]').disabled = !item;
    place.querySelector('[data-action="questions"]').disabled = !item || phase !== "talk";
  }

  /** Beside the cards and, on a phone, at the foot of the programme too: a slip is taken back where it was made. */
  #undo(state) {
    for (const button of this.page.querySelectorAll('[data-action="undo"]')) {
      button.disabled = !state.undo;
      fill(button, { undo: broughtBack(state) || say("nothing_to_undo") });
    }
  }

  #main({ next, item, phase }) {
    const [start, finish] = ["start_next", "finish"].map((action) => this.page.querySelector(`.main[data-action="${action}"]`));
    start.hidden = !next;
    finish.hidden = Boolean(next) || !item;
    start.parentElement.dataset.phase = phase;
    if (next) fill(start, { what: say("start_item", { title: titled(next) }) });
    if (item) fill(finish, { what: say("end_item", { title: titled(item) }) });
  }

  /** The talk is over: what is next is the thing to do now. */
  tick(remaining) {
    const due = remaining === null || remaining <= 0;
    for (const button of this.page.querySelectorAll(".main")) button.classList.toggle("primary", due);
  }

  /** Begun early, a break lasts until what follows it was announced for. */
  #breakLasts({ next }, effect) {
    if (next?.kind !== "break" || !effect?.next_start) return "";
    return say("break_lasts", { amount: amount(effect.next_start - this.now()) });
  }

  #effect(button, state) {
    const { action, seconds, item } = button.dataset;
    const place = button.querySelector('[data-slot="effect"]');
    if (!place) return;
    const effect = this.effects.of({ action, seconds: seconds ? Number(seconds) : null, item: item ? Number(item) : null });
    const roomy = Boolean(item) || button.parentElement.matches(".catch-up, .take-back");
    const text = effectText(effect, state.utc_offset, { moves: roomy });
    const speaker = action === "start_next" ? state.next?.speaker : "";
    const lasts = action === "start_next" ? this.#breakLasts(state, effect) : "";
    const shown = text ? [speaker, lasts, text].filter(Boolean).join(" · ") : "";
    if (place.textContent !== shown) place.textContent = shown;
    // What was refused stays so while nothing newer is known.
    if (!["pause", "questions", "undo"].includes(action) && this.effects.known) button.disabled = Boolean(effect?.refusal);
  }
}

/** A button's own words, for what is said of it when it did not arrive. */
function whatOf(button) {
  return button.querySelector(".what").textContent.trim();
}
