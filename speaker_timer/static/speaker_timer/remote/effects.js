// What each tap would do to the day, told on its button before it is tapped.

import { get } from "../../hub/http.js";
import { say, signed } from "./words.js";

const clock = window.timerClock;
const EVERY_MS = 10_000;
const WORTH_TELLING_MS = 30_000;

export class Effects {
  #effects = [];
  #asking = false;

  /** `show()` is called whenever the effects are known anew; `least()` is the shortest break allowed, s (NaN: as it was). */
  constructor({ show, least }) {
    Object.assign(this, { show, least });
    setInterval(() => document.hidden || this.ask(), EVERY_MS);
  }

  /** The state has changed: what was known is void. */
  async ask() {
    if (this.#asking) {
      this.again = true;
      return;
    }
    this.#asking = true;
    this.again = false;
    try {
      ({ effects: this.#effects } = await get(`/api/timer/forecast${this.#query()}`));
    } catch {
      this.#effects = []; // better no word than an old one
    }
    this.#asking = false;
    this.show();
    if (this.again) this.ask();
  }

  #query() {
    const least = this.least();
    return least >= 0 ? `?least=${least}` : "";
  }

  /** Is it known what any tap would do? */
  get known() {
    return this.#effects.length > 0;
  }

  /** The effect of a tap; undefined when it is not known. */
  of({ action, seconds = null, item = null }) {
    const sized = action === "add";
    return this.#effects.find(
      (effect) => effect.action === action && (!sized || effect.seconds === seconds) && (effect.item === item),
    );
  }
}

/** "end 13:05", with "(+5 min)" where the end moves and the button has room for it. */
export function effectText(effect, utcOffset, { moves = false } = {}) {
  if (!effect || effect.end === null) return "";
  const time = clock.clockText(effect.end, utcOffset);
  const far = Math.abs(effect.moves) >= WORTH_TELLING_MS;
  return moves && far ? say("ends_moves", { time, moves: signed(effect.moves) }) : say("ends", { time });
}
