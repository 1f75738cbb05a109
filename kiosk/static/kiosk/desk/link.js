// Whether the hub answers, and what waits for it: a shape, a word and, while it is away, for how long.

import { fill, fresh, hour, say, shape } from "./words.js";

/**
 * `place` shows the link; `queue` lists what waits, `late` what came of it once sent and wants somebody; `door` leads to
 * the sign-in.
 */
export class LinkState {
  constructor({ place, queue, late, door }) {
    Object.assign(this, { place, queue, late, door });
    late.addEventListener("click", ({ target }) => this.#seen(target.closest("button")));
  }

  /** `since` is null while the hub answers, else when it last did (performance.now()). */
  link(since) {
    const away = since !== null;
    this.place.dataset.state = away ? "away" : "on";
    shape(this.place, away ? "away" : "check");
    fill(this.place, { word: say(away ? "link_away" : "link_on"), time: away ? lasting(performance.now() - since) : "" });
  }

  /** The hub's own words for why this browser may not come in; an empty text when it may. */
  shut(message) {
    fill(this.door, { why: message });
    this.door.hidden = !message;
    fill(this.queue, { word: say(message ? "signed_out" : "noted") });
  }

  waiting(entries) {
    const lines = entries.map(({ label, body }) => fill(fresh("waiting"), { label, at: hour(body.occurred_at) }));
    this.queue.querySelector("ol").replaceChildren(...lines);
    this.queue.hidden = !lines.length;
  }

  /** Something sent late was not simply taken: it stays in view until somebody has seen it. */
  wanting(label, word) {
    this.late.querySelector("ol").append(fill(fresh("late-one"), { label, word }));
    this.late.hidden = false;
  }

  #seen(button) {
    if (!button) return;
    button.closest("li").remove();
    this.late.hidden = !this.late.querySelector("li");
  }
}

function lasting(ms) {
  const seconds = Math.floor(ms / 1000);
  return [Math.floor(seconds / 60), seconds % 60].map((part) => String(part).padStart(2, "0")).join(":");
}
