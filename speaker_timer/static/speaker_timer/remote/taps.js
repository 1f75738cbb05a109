// Taps on their way to the hub: one after another, each under its own id, sent again for five seconds and then given up.
//
// A tap that did not arrive is never sent later by itself: a «Stop» three minutes late is worse than none. The hub
// holds to the same moment (`until`), since a network may keep a request and deliver it when it is back.

import { Away, post, Refused } from "../../hub/http.js";
import { newId } from "../../hub/ids.js";

const GIVE_UP_MS = 5000;
const SLOW_MS = 1500;
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
    const answer = await this.#answer(path, body, until);
    if (answer?.state) this.take(answer.state);
    this.tell(answer?.state ? null : { what, why: answer?.refused ?? "" });
    return Boolean(answer?.state);
  }

  /** The first answer to any of the requests, {state} or {refused}; null when none came in time. */
  #answer(path, body, until) {
    const over = new AbortController();
    const found = new Promise((resolve) => {
      setTimeout(resolve, until - performance.now(), null);
      // A slow answer is still an answer: another request goes out beside the first, and the same id does it once.
      const ask = async () => {
        if (over.signal.aborted || performance.now() >= until) return;
        const beside = setTimeout(ask, SLOW_MS);
        const answer = await one(path, body, over.signal);
        clearTimeout(beside);
        if (answer) resolve(answer);
        else setTimeout(ask, AGAIN_MS);
      };
      ask();
    });
    return found.finally(() => over.abort());
  }
}

/** One request: {state}, {refused: the hub's words}, or null when it did not answer. */
async function one(path, body, signal) {
  try {
    return { state: await post(path, body, { signal }) };
  } catch (error) {
    if (error instanceof Refused) return { refused: error.message };
    if (error instanceof Away || signal.aborted) return null;
    throw error;
  }
}
