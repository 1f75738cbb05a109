// Words of the host's own, the last of them kept on this phone, and what concerns the whole display.

import { fill, fresh, mark } from "./words.js";

const KEEP = 6;
const KEY = "timer-messages";

export class Messages {
  /** `show(text)` sends a message; `flash()` and `dark(yes)` are for the whole display. All resolve to whether it was done. */
  constructor(page, { show, flash, dark }) {
    Object.assign(this, { page, last: page.querySelector("#own-last"), darkButton: page.querySelector('[data-do="dark"]') });
    page.querySelector("#own-message").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#write(event.target.elements.text, show);
    });
    page.querySelector('[data-do="flash"]').addEventListener("click", flash);
    this.darkButton.addEventListener("click", () => dark(!this.isDark));
    page.querySelector('[data-dark="off"]').addEventListener("click", () => dark(false));
    this.#draw();
  }

  tick(state, cue) {
    this.isDark = state.blackout;
    mark(this.darkButton, "aria-pressed", state.blackout);
    this.page.querySelector("#dark").hidden = !state.blackout;
    const on = this.page.querySelector("#message-on");
    on.hidden = cue?.card !== "message";
    if (!on.hidden) fill(on, { text: cue.text });
  }

  async #write(field, show) {
    const text = field.value.trim();
    if (!text || !(await show(text))) return; // what was not sent stays written
    field.form.reset();
    remember([text, ...remembered().filter((old) => old !== text)].slice(0, KEEP));
    this.#draw();
  }

  #draw() {
    const chips = remembered().map((text) => {
      const chip = fresh("own-one");
      chip.dataset.message = text;
      chip.textContent = text;
      return chip;
    });
    this.last.hidden = !chips.length;
    this.last.querySelector(".chips").replaceChildren(...chips);
  }
}

/** A browser may forbid storage: then nothing is remembered. */
function remembered() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((text) => typeof text === "string") : [];
  } catch {
    return [];
  }
}

function remember(texts) {
  try {
    localStorage.setItem(KEY, JSON.stringify(texts));
  } catch {
    // nothing to be done, and nothing lost but convenience
  }
}
