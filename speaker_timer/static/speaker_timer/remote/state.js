// How the timer stands, as the hub last said, and which moment it is at the hub.

import { get, Refused } from "../../hub/http.js";

const clock = window.timerClock;
// An answer on a LAN takes 20 ms, and one that takes a second is lost; but a hub that is busy is not to be hurried.
const PATIENCE_MS = [1200, 3000, 4000];
const AGAIN_MS = 300;

export class TimerState {
  offset = new window.hubTime.Offset();
  held = null;

  /** `onState(state, before)` after each newer state; `onRefused(error)` when the hub does not let us in, null when it does. */
  constructor({ onState, onRefused }) {
    Object.assign(this, { onState, onRefused });
  }

  /** Now by the hub's steady clock, ms. */
  now() {
    return this.offset.now();
  }

  /** A state that came just now: with `rundown` when over HTTP, without when over the socket. */
  take(state, at = window.hubTime.here()) {
    if (!clock.isNewer(state, this.held)) return;
    this.offset.guess(state, at);
    const before = this.held;
    this.held = { ...state, rundown: state.rundown ?? before?.rundown ?? [] };
    this.onState(this.held, before);
    if (!state.rundown) this.fetch();
  }

  /** The hub's answer to a beat. */
  beat({ steady, set }, sent, got) {
    this.offset.take({ steady, set }, sent, got);
  }

  /** The programme or an expected time has changed. */
  marked(mark) {
    if (this.held && this.held.mark !== mark) this.fetch();
  }

  /** The whole state over HTTP. Called while one is under way, another follows it: what was asked may be old. */
  async fetch() {
    if (this.fetching) {
      this.again = true;
      return;
    }
    this.fetching = true;
    await this.#ask(...PATIENCE_MS);
    this.fetching = false;
    if (this.again) {
      this.again = false;
      this.fetch();
    }
  }

  async #ask(patience, ...more) {
    try {
      this.take(await get("/api/timer", { signal: AbortSignal.timeout(patience) }));
      this.onRefused(null);
    } catch (error) {
      if (error instanceof Refused) this.onRefused(error);
      else if (more.length) {
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
        await this.#ask(...more);
      }
    }
  }
}
