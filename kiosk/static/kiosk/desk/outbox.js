// What the desk sends. Kept on this device until the hub has answered, sent in order, again with the same UUID.

import { Away, Refused } from "../../hub/http.js";

const PREFIX = "desk.waiting.";
const RETRY_MS = 1000;
const MOST_FAULTS = 3; // an entry that breaks the hub must not hold up those behind it,
const ASIDE_MS = 20000; // nor be lost: it is tried again now and then
// The hub is there but would take this from somebody else, later or after signing in again.
const NOT_NOW = new Set(["sign_in_required", "not_your_role", "page_expired"]);

/**
 * Entries are {id, path, body, label, next?}; `follow(entry, reply)` gives the entry to send after it, if any.
 *
 * `add(entry)` resolves with {reply, next}, {refused} or, when the hub does not take it now, {away: true, shut}; `shut`
 * says that it wants a new sign-in first. The entry is sent later all the same, and `onLate(entry, result)` tells what
 * came of it. `onChange()` follows the queue's length; `onShut(error)` is told of the sign-in each time.
 */
export class Outbox {
  constructor({ storage, send, away, follow = () => null, onChange = () => {}, onLate = () => {}, onShut = () => {} }) {
    Object.assign(this, { storage, send, away, follow, onChange, onLate, onShut, callers: new Map(), aside: new Set() });
    this.queue = stored(storage);
    this.number = this.queue.at(-1)?.number ?? 0;
  }

  get length() {
    return this.queue.length;
  }

  /** Entries whose callers have been told that the hub is away. */
  get waiting() {
    return [...this.aside, ...this.queue].filter((entry) => !this.callers.has(entry.id));
  }

  add(entry) {
    const promise = new Promise((resolve) => {
      this.callers.set(entry.id, resolve);
    });
    this.#keep(entry);
    if (this.away() || this.stuck) this.#letGo();
    this.drain();
    return promise;
  }

  /** Send an entry for which nobody waits: `onLate` tells what came of it. */
  addLate(entry) {
    this.#keep(entry);
    this.drain();
  }

  /** Never send this one. */
  forget(entry) {
    if (!this.queue.includes(entry)) return;
    this.#drop(entry);
    this.onChange();
  }

  /** Send whatever waits, in order. Safe to call at any time. */
  async drain() {
    clearTimeout(this.timer);
    if (this.draining) return;
    this.draining = true;
    try {
      while (this.queue.length && (await this.#sendFirst()));
    } finally {
      this.draining = false;
    }
    this.stuck = this.queue.length > 0;
    if (this.stuck) this.timer = setTimeout(() => this.drain(), RETRY_MS);
    this.onChange();
  }

  async #sendFirst() {
    const [entry] = this.queue;
    try {
      const reply = await this.send(entry.path, timed(entry.body));
      this.shut = false;
      this.#settle(entry, { reply });
    } catch (error) {
      if (!(error instanceof Away || error instanceof Refused)) throw error;
      this.shut = NOT_NOW.has(error.code);
      if (isFinal(error)) this.#settle(entry, { refused: error });
      else if (!this.#setAside(entry, error)) {
        if (this.shut) this.onShut(error);
        this.stuck = true;
        this.#letGo();
        return false;
      }
    }
    return true;
  }

  /** Whether the entry has broken the hub so often that others go before it. */
  #setAside(entry, error) {
    if (!(error.status >= 500)) return false;
    entry.faults = (entry.faults ?? 0) + 1;
    if (entry.faults < MOST_FAULTS) return false;
    if (!this.queue.includes(entry)) return true;
    this.queue.shift();
    this.aside.add(entry);
    setTimeout(() => {
      this.aside.delete(entry);
      this.queue.push(entry);
      this.drain();
    }, ASIDE_MS);
    return true;
  }

  #settle(entry, result) {
    if (!this.queue.includes(entry)) return; // forgotten while it was on its way
    const next = result.reply && this.follow(entry, result.reply);
    const caller = this.callers.get(entry.id);
    if (next) result.next = this.#followUp(next, Boolean(caller));
    this.#drop(entry);
    this.callers.delete(entry.id);
    if (caller) caller(result);
    else this.onLate(entry, result);
    this.onChange();
  }

  #drop(entry) {
    this.queue.splice(this.queue.indexOf(entry), 1);
    this.storage.removeItem(entry.key);
  }

  /** Written before the entry it follows is forgotten, so that nothing falls between the two. */
  #followUp(next, wanted) {
    const promise = new Promise((resolve) => {
      if (wanted) this.callers.set(next.id, resolve);
    });
    this.#keep(next);
    return wanted ? promise : null;
  }

  #keep(entry) {
    this.number += 1;
    entry.number = this.number;
    entry.key = PREFIX + entry.id;
    this.queue.push(entry);
    try {
      this.storage.setItem(entry.key, JSON.stringify(entry));
    } catch (error) {
      // A browser whose storage is full or forbidden still sends; only a reload would lose what waits.
      if (!(error instanceof DOMException)) throw error;
    }
  }

  /** Nobody is left waiting for a hub that is away. */
  #letGo() {
    for (const resolve of this.callers.values()) resolve({ away: true, shut: Boolean(this.shut) });
    this.callers.clear();
    this.onChange();
  }
}

/** The hub has understood the entry and will never take it. */
const isFinal = (error) => error instanceof Refused && error.status < 500 && !NOT_NOW.has(error.code);

/** The hub corrects our clock by the difference between the two times. */
function timed(body) {
  return body.occurred_at ? { ...body, sent_at: new Date().toISOString() } : body;
}

/** What an earlier visit of this browser left behind, in order. */
function stored(storage) {
  return Object.keys(storage)
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => JSON.parse(storage.getItem(key)))
    .sort((one, other) => one.number - other.number);
}
