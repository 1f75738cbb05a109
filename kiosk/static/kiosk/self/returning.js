// Back to the start by itself: some seconds after a verdict; in a form when nobody has touched it for a minute.

import { fill } from "./page_words.js";

export const TOLD_MS = 8000;
const IDLE_MS = 60_000;
const WARN_MS = 15_000; // of these, with a question and a countdown
const TICK_MS = 250;
const SIGNS_OF_LIFE = ["pointerdown", "keydown", "input", "scroll", "wheel"];

export class Returning {
  /** `dialog` asks whether anybody is still here, in `words()`; `onEnd()` takes the page back. */
  constructor(dialog, { words, onEnd }) {
    Object.assign(this, { dialog, words, onEnd, mode: "none" });
    for (const name of SIGNS_OF_LIFE) addEventListener(name, () => this.#moved(), { capture: true, passive: true });
    dialog.addEventListener("cancel", (event) => event.preventDefault());
    // At the click, not at the touch that begins it: that would end on a key behind the question.
    dialog.addEventListener("click", () => this.#alive());
  }

  /** "none" stays, "told" goes after eight seconds whatever happens, "quiet" after a minute without a touch, "form" asks first. */
  set(mode) {
    clearTimeout(this.timer);
    this.mode = mode;
    if (this.dialog.open) this.dialog.close();
    if (mode === "told") this.timer = setTimeout(this.onEnd, TOLD_MS);
    this.#alive();
  }

  #moved() {
    if (!this.dialog.open) this.#alive();
  }

  #alive() {
    if (this.mode !== "form" && this.mode !== "quiet") return;
    if (this.dialog.open) this.dialog.close();
    clearTimeout(this.timer);
    if (this.mode === "quiet") this.timer = setTimeout(this.onEnd, IDLE_MS);
    else this.timer = setTimeout(() => this.#ask(performance.now() + WARN_MS), IDLE_MS - WARN_MS);
  }

  #ask(until) {
    if (!this.dialog.open) this.dialog.showModal();
    const left = until - performance.now();
    if (left <= 0) {
      this.onEnd();
      return;
    }
    const seconds = Math.ceil(left / 1000);
    const line = this.dialog.querySelector('[data-slot="text"]');
    const text = fill(this.words().still_text, { seconds });
    if (line.textContent !== text) line.textContent = text;
    this.timer = setTimeout(() => this.#ask(until), TICK_MS);
  }
}
