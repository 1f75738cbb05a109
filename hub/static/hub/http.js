// Requests to the hub: JSON both ways, the page's CSRF token, and a time limit.

export const TIMEOUT_MS = 4000;

/** The hub did not answer, or something between answered for it: the same request may be sent again. */
export class Away extends Error {}

/** The hub understood and refused: `code` is stable, `message` is a sentence in the reader's language. */
export class Refused extends Error {
  constructor({ error, message }, status) {
    super(message);
    Object.assign(this, { code: error, status });
  }
}

/** The reply to GET `path`. `signal` gives up early (an AbortError). Throws Away or Refused. */
export const get = (path, { signal } = {}) => ask("GET", path, undefined, signal);

/** The reply to POST `path` with `body` as JSON. `signal` gives up early (an AbortError). Throws Away or Refused. */
export const post = (path, body, { signal } = {}) => ask("POST", path, body, signal);

/** The reply to PATCH `path` with `body` as JSON. Throws Away or Refused. */
export const patch = (path, body) => ask("PATCH", path, body);

/** The header that proves that a request comes from our own page. */
export function csrf() {
  return { "X-CSRFToken": document.querySelector('meta[name="csrf"]').content };
}

async function ask(method, path, body, giveUp) {
  const limit = AbortSignal.timeout(TIMEOUT_MS);
  const signal = giveUp ? either(limit, giveUp) : limit;
  const headers = { Accept: "application/json", "Content-Type": "application/json", ...csrf() };
  let reply;
  let answer;
  try {
    reply = await fetch(path, { method, headers, signal, body: body && JSON.stringify(body), credentials: "same-origin" });
    answer = await reply.json();
  } catch (error) {
    if (giveUp?.aborted) throw error;
    throw new Away(path, { cause: error });
  }
  if (reply.ok) return answer;
  throw answer.error ? new Refused(answer, reply.status) : new Away(path);
}

/** AbortSignal.any is younger than some tablets at the desk. */
function either(...signals) {
  const both = new AbortController();
  for (const signal of signals) {
    if (signal.aborted) both.abort();
    signal.addEventListener("abort", () => both.abort(), { once: true });
  }
  return both.signal;
}
