// Somebody at a kiosk calls: shown above everything and rung until a person at any desk says that they are coming.

import { Away, post, Refused } from "../../hub/http.js";
import { fill, fresh, hour } from "./words.js";

const AGAIN_MS = 6000;

export class Calls {
  constructor(place, { sound }) {
    Object.assign(this, { place, sound, held: "" });
    place.addEventListener("click", ({ target }) => this.#answer(target.closest("[data-call]")));
  }

  /** `calls` are all that nobody has answered. */
  show({ calls }) {
    const ids = calls.map(({ id }) => id).join();
    if (ids === this.held) return;
    const more = calls.some(({ id }) => !this.held.includes(id));
    this.held = ids;
    this.place.replaceChildren(...calls.map(row));
    this.place.hidden = !calls.length;
    clearTimeout(this.timer);
    if (more) this.#ring();
    else if (ids) this.timer = setTimeout(() => this.#ring(), AGAIN_MS);
  }

  #ring() {
    this.sound.play("call");
    navigator.vibrate?.([200, 100, 200]);
    this.timer = setTimeout(() => this.#ring(), AGAIN_MS);
  }

  async #answer(button) {
    if (!button) return;
    button.disabled = true;
    try {
      this.show(await post(`/api/kiosk/calls/${button.dataset.call}/answer`, {}));
    } catch (error) {
      if (!(error instanceof Away || error instanceof Refused)) throw error;
      button.disabled = false; // it rings on: nobody has been told
    }
  }
}

function row({ id, kiosk, at }) {
  const line = fill(fresh("call"), { kiosk, at: hour(at) });
  line.querySelector("button").dataset.call = id;
  return line;
}
