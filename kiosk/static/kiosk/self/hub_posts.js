// What a kiosk sends: again under the same id for some seconds while the hub is away, then never.
//
// Nothing waits here for later as at the desk: nobody would be told what came of it, and the person is gone.

import { Away, post } from "../../hub/http.js";

const PATIENCE_MS = 7000;
const AGAIN_MS = 500;

/** The reply to POST `path`. `onWait()` is told when it takes a second try; after `signal` there is no further one.
 * Throws Refused, or Away in the end. */
export async function send(path, body, { onWait = () => {}, patience = PATIENCE_MS, signal } = {}) {
  const until = performance.now() + patience;
  const occurred = new Date().toISOString();
  for (;;) {
    try {
      return await post(path, timed(path, body, occurred));
    } catch (error) {
      if (!(error instanceof Away)) throw error;
      onWait();
      await new Promise((done) => setTimeout(done, AGAIN_MS));
      if (signal?.aborted || performance.now() > until) throw error;
    }
  }
}

/** A check-in tells by the kiosk's clock when it happened and when it goes out; the hub takes the difference. */
function timed(path, body, occurred) {
  if (!/check-ins$|walk-ins$/.test(path)) return body;
  return { ...body, occurred_at: occurred, sent_at: new Date().toISOString() };
}
