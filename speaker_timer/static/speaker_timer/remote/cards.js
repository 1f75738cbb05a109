// The cards: which one is on, which will go by itself and when, and one tap that shows or takes back.

import { fill, mark, say } from "./words.js";

const clock = window.timerClock;
const BUTTONS = "button[data-card], button[data-message]";
const TWICE_MS = 700; // a thumb that slips does not take back what it has just shown

export class Cards {
  /** `send(card, text)` resolves to whether it was done; `went(card)` is told of a card that has come on by itself. */
  constructor(page, { send, went }) {
    Object.assign(this, { page, send, went });
    page.addEventListener("click", ({ target }) => this.#tapped(target.closest(BUTTONS)));
  }

  tick(state, now) {
    const cue = clock.cardOn(state, now);
    this.on = cue;
    this.#watch(cue);
    for (const button of this.page.querySelectorAll(BUTTONS)) this.#draw(button, state, now);
  }

  /** Show a card, or take it back when it is the one that is on. What is tapped last is what one wants. */
  async tap(card, text = "") {
    const name = `${card} ${text}`;
    if (this.last?.name === name && performance.now() - this.last.at < TWICE_MS) return;
    this.last = { name, at: performance.now() };
    const mine = { card: this.#isOn(card, text) ? "" : card, text };
    this.pending = mine;
    await this.send(mine.card || null, text);
    if (this.pending === mine) this.pending = null;
  }

  #tapped(button) {
    if (!button) return;
    if (button.dataset.message !== undefined) this.tap("message", button.dataset.message);
    else this.tap(button.dataset.card);
  }

  #isOn(card, text) {
    return card !== "" && this.on?.card === card && (card !== "message" || this.on.text === text);
  }

  #watch(cue) {
    const key = cue?.key ?? "";
    // At the first look nothing has changed: the page has only just come.
    if (this.key !== undefined && this.key !== key && cue && cue.since === null) this.went(cue.card);
    this.key = key;
  }

  #draw(button, state, now) {
    const { card, message } = button.dataset;
    if (card === "") {
      button.disabled = !this.on && !this.pending;
      return;
    }
    const kind = message === undefined ? card : "message";
    const pending = this.pending && this.pending.card === kind && (kind !== "message" || this.pending.text === message);
    const off = this.pending && !pending;
    mark(button, "aria-pressed", Boolean(pending || (!off && this.#isOn(kind, message))));
    if (button.classList.contains("card")) fill(button, { when: pending ? say("card_sending") : this.#when(card, state, now) });
  }

  #when(card, state, now) {
    if (this.on?.card === card) return say("card_on", { count: clock.goneText(clock.cardAge(state, this.on, now)) });
    const threshold = state.thresholds.find((one) => one.card === card);
    if (!threshold || threshold.at <= 0) return say("card_off");
    const ahead = state.cards.some((cue) => cue.since === null && cue.card === card && cue.at > clock.elapsed(state, now));
    if (!ahead) return say(threshold.passed_over ? "card_passed" : "card_gone");
    if (!state.running) return say("card_paused");
    return say("card_at", { time: clock.clockText(now + threshold.at - clock.elapsed(state, now), state.utc_offset) });
  }
}
