// Taps on their way to the hub: one after another, each under its own id, sent again for five seconds and then given up.
//
// A tap that did not arrive is never sent later by itself: a «Stop» three minutes late is worse than none. The hub
// holds to the same moment (`until`), since a network may keep a request and deliver it when it is back.

import { Away, post, Refused } from "../../hub/http.js";
import { newId } from "../../hub/ids.js";

const GIVE_UP_MS = 5000;
const ANSWER_MS = 1500;
const AGAIN_MS = 300;

export class Taps {
  #line = Promise.resolve();

  /**
   * `now()` is the moment at the hub; `take(state)` gets its answer; `tell(trouble)` is called with null when a tap has
   * arrived, else {what, why}: `what` is the tap's own words, `why` the hub's refusal, empty when it did not answer.
   */
  constructor({ now, take, tell }) {
    Object.assign(this, { now, take, tell });
  }

  /** Send `body` to `path`; resolves to whether it was done. `what` names the tap to the person. */
  send(path, body, what) {
    const until = performance.now() + GIVE_UP_MS;
    const wanted = this.now();
    const whole = { ...body, id: newId(), ...(wanted === null ? {} : { until: Math.round(wanted + GIVE_UP_MS) }) };
    const sent = this.#line.then(() => this.#try(path, whole, what, until));
    this.#line = sent.catch(() => {});
    return sent;
  }

  async #try(path, body, what, until) {
    while (performance.now() < until) {
      try {
        this.take(await post(path, body, { signal: AbortSignal.timeout(Math.min(ANSWER_MS, until - performance.now())) }));
        this.tell(null);
        return true;
      } catch (error) {
        if (error instanceof Refused) {
          this.tell({ what, why: error.message });
          return false;
        }
        if (!(error instanceof Away) && !(error instanceof DOMException)) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
    this.tell({ what, why: "" });
    return false;
  }
}
