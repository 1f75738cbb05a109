// The verdict: fills the screen, says it in colour, shape, word and sound. Never takes the focus from what is typed.

import { kindOf, lookOf } from "./verdict_kinds.js";
import { fill, fullName, hour, say, shape, whenAndWhere } from "./words.js";

const CLOSES_MS = 4000;
const LINES = 1.7; // two lines, less what a break at a space or a hyphen leaves empty

/**
 * `layer` holds the verdict and the line that screen readers hear. `act(action, verdict)` does what a button says.
 * `rest()` puts the focus where the work goes on when the place it came from is gone.
 */
export class VerdictScreen {
  constructor(layer, { sound, act, rest }) {
    Object.assign(this, { layer, sound, act, rest });
    this.home = layer.parentElement;
    this.screen = layer.querySelector(".verdict");
    this.spoken = layer.querySelector(".spoken");
    this.actions = layer.querySelector(".verdict-actions");
    this.reasons = layer.querySelector(".verdict-reasons");
    this.screen.addEventListener("click", (event) => this.#clicked(event));
    for (const name of ["pointerenter", "focusin", "pointerdown"]) {
      this.actions.addEventListener(name, () => this.#stay());
    }
    addEventListener("keydown", (event) => this.#key(event), { capture: true });
  }

  get open() {
    return !this.screen.hidden;
  }

  /** Show a verdict of the hub, or one of our own making: {outcome, attendee?, label?, message?}. Replaces the last. */
  show(verdict) {
    const name = kindOf(verdict);
    const look = lookOf(name);
    this.verdict = verdict;
    this.#comeForward();
    Object.assign(this.screen.dataset, { tone: look.tone, kind: name });
    shape(this.screen, look.shape);
    const said = wordsOf(name, verdict);
    fill(this.screen, said);
    for (const name of [said.first && "first", said.rest && "rest"].filter(Boolean)) {
      this.screen.querySelector(`.${name}`).style.setProperty("--letters", lettersOf(said[name]));
    }
    this.note("");
    this.#giveBackFocus();
    this.#offer(look.actions);
    this.spoken.textContent = [said.word, said.first, said.rest, said.next].filter(Boolean).join(". ");
    this.screen.hidden = false;
    this.sound.play(look.tune);
    this.#countDown(look.closes);
  }

  close() {
    if (!this.open) return;
    this.#stay();
    this.#giveBackFocus();
    this.screen.hidden = true;
    this.spoken.textContent = "";
    this.goHome();
  }

  /** Press the toggles that stand for what the attendee has: {pack, questionnaire, returned}. */
  mark(attendee, held) {
    if (this.verdict?.attendee?.id !== attendee) return;
    for (const [item, has] of Object.entries(held)) {
      this.actions.querySelector(`[data-act="${item}"]`)?.setAttribute("aria-pressed", String(has));
    }
  }

  /** One line about what a button did. */
  note(text) {
    fill(this.screen, { note: text });
  }

  /** One tap for the reason of an undo. */
  askReason() {
    this.#stay();
    this.#swap(true);
    if (this.screen.contains(document.activeElement) || !document.activeElement.matches("input")) {
      this.reasons.querySelector("button").focus();
    }
  }

  /** The dialog it was in has closed. */
  goHome() {
    this.#moveTo(this.home);
  }

  /** A modal dialog makes all outside of it dead: the verdict goes inside for as long as it is there. */
  #comeForward() {
    this.#moveTo(document.querySelector("dialog[open]") ?? this.home);
  }

  /** A button of the last verdict may be gone in a moment: typing goes on where it was before. */
  #giveBackFocus() {
    const { activeElement: focused, body } = document;
    if (focused !== body && !this.screen.contains(focused)) this.before = focused;
    else if (this.before?.offsetParent) this.before.focus();
    else this.rest();
  }

  /** Moving takes the focus away, so not without need. */
  #moveTo(place) {
    if (this.layer.parentElement !== place) place.append(this.layer);
  }

  #offer(actions) {
    this.#swap(false);
    for (const button of this.actions.querySelectorAll("[data-act]")) {
      button.hidden = !actions.includes(button.dataset.act);
      if (button.hasAttribute("aria-pressed")) button.setAttribute("aria-pressed", "false");
    }
  }

  #swap(asking) {
    this.reasons.hidden = !asking;
    this.actions.hidden = asking;
  }

  #countDown(closes) {
    this.#stay();
    this.screen.classList.toggle("closing", Boolean(closes));
    if (closes) this.timer = setTimeout(() => this.close(), CLOSES_MS);
  }

  #stay() {
    clearTimeout(this.timer);
    this.screen.classList.remove("closing");
  }

  #clicked(event) {
    if (event.detail > 1) return; // the second half of a double click, which may have begun on what the verdict covers
    const button = event.target.closest("button");
    if (!button) this.close();
    else if (button.dataset.act) this.#do(button.dataset.act, button);
    else if (button.dataset.reason) this.act("undo", this.verdict, button.dataset.reason);
    else this.close();
  }

  #do(action, button) {
    this.#stay();
    if (action === "undo") this.askReason();
    else this.act(action, this.verdict, button.getAttribute("aria-pressed") === "true");
  }

  #key(event) {
    if (!this.open) return;
    if (event.key === "Escape") this.#escape(event);
    else if (event.key === "Tab") this.#tab(event);
    else if (event.altKey && event.code.startsWith("Key")) this.#accelerate(event);
  }

  #escape(event) {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (this.reasons.hidden) this.close();
    else this.#swap(false);
  }

  /** What the verdict covers cannot be reached by Tab. */
  #tab(event) {
    const buttons = [...this.screen.querySelectorAll("button")].filter((button) => button.offsetParent);
    const at = buttons.indexOf(document.activeElement);
    const step = event.shiftKey ? -1 : 1;
    event.preventDefault();
    const to = at < 0 && event.shiftKey ? buttons.length - 1 : (at + step + buttons.length) % buttons.length;
    buttons[to].focus();
  }

  #accelerate(event) {
    const letter = event.code.at(-1);
    const button = [...this.screen.querySelectorAll(`[data-key="${letter}"]`)].find((one) => one.offsetParent);
    if (!button) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    button.click();
  }
}

/** For how many letters in a line the style must choose the size: the longest word, and the whole in two lines. */
const lettersOf = (name) => Math.ceil(Math.max(name.length / LINES, ...name.split(/\s+|(?<=-)/).map((word) => word.length)));

/** What the slots of the verdict say. The first name is the largest; without a person the word itself is. */
function wordsOf(name, verdict) {
  const { attendee, label = "", message } = verdict;
  const places = {
    when: whenAndWhere(verdict.first_entry, verdict.first_station),
    time: hour(verdict.at),
    because: attendee?.barred ? say(`because_${attendee.barred}`) : "",
  };
  const nexts = [`${name}_next_badge_${verdict.printer}`, `${name}_next_badge`, `${name}_next`].slice(verdict.badge ? 0 : 2);
  return {
    word: message || say(name, places),
    first: attendee ? attendee.first_name || attendee.surname : label,
    rest: attendee?.first_name ? fullName({ ...attendee, first_name: "" }) : "",
    company: [attendee?.company, attendee?.position].filter(Boolean).join(" — "),
    ribbon: attendee && attendee.ribbon !== "attendee" ? say(`ribbon_${attendee.ribbon}`) : "",
    next: nexts.map((next) => say(next, places)).find(Boolean) ?? "",
  };
}
