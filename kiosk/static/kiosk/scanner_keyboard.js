// A USB scanner is a keyboard that types very fast. This tells its typing from a person's.
//
// Keys reach the focused field as usual, so a person never loses one; when they turn out to be a scan, the field gets
// back what it held before. Times are event.timeStamp, set when the key went down: a busy page does not stretch them.

import { isTicketCode, TICKET } from "./ticket_code.js";
import { forget, remember } from "./typed_text.js";

const LONGEST_GAP_MS = 80; // between two keys of one scan
const MACHINE_GAP_MS = 35; // nobody keeps this pace for a whole word
const TICKET_GAP_MS = 55; // nor this one for as many keys as a ticket has; a wireless scanner may be that slow
const SHORTEST_FOREIGN = 8; // characters of a code that is not a ticket
const IDLE_MS = 120; // the end of a scan from a scanner that sends no Enter
const LONGEST_BURST = 512; // a person leaning on a key must not fill the memory
const SILENT_KEYS = new Set(["Shift", "CapsLock", "NumLock", "AltGraph", "Unidentified"]);

/**
 * Call `onScan(code, raw, at)` for every scan, wherever the focus is. `code` is a valid ticket code read from the keys'
 * places, whatever the layout; or null when something else was scanned: then `raw`, as typed, is all there is. `at` is
 * the moment of its last key (event.timeStamp).
 * Returns a function that stops listening.
 */
export function listenForScans(target, { onScan, ...form }) {
  const ticket = { ...TICKET, ...form };
  const listener = new ScanListener(ticket, onScan);
  const onKeyDown = (event) => listener.keyDown(event);
  const onKeyUp = (event) => listener.keyUp(event);
  target.addEventListener("keydown", onKeyDown, { capture: true });
  target.addEventListener("keyup", onKeyUp, { capture: true });
  return () => {
    listener.reset();
    target.removeEventListener("keydown", onKeyDown, { capture: true });
    target.removeEventListener("keyup", onKeyUp, { capture: true });
  };
}

class ScanListener {
  constructor(ticket, onScan) {
    this.ticket = ticket;
    this.onScan = onScan;
    this.scanEnd = -Infinity; // timeStamp of the last key of the last scan
    this.swallowed = null; // the Enter or Tab whose release is still to come
    this.reset();
  }

  reset() {
    clearTimeout(this.idle);
    this.keys = [];
  }

  keyDown(event) {
    if (SILENT_KEYS.has(event.key) && !placeOf(event)) return;
    const end = endKey(event);
    if (this.keys.length && event.timeStamp - this.keys.at(-1).time > LONGEST_GAP_MS) this.#pause();
    if (event.ctrlKey || event.altKey || event.metaKey) this.#pause();
    else if (end) this.#end(event, end);
    else this.#character(event);
  }

  keyUp(event) {
    if (this.swallowed && endKey(event) === this.swallowed) {
      this.swallowed = null;
      swallow(event);
    }
  }

  #character(event) {
    const place = placeOf(event);
    const typed = [...event.key].length === 1 ? event.key : "";
    if (!place && !typed) return this.#pause();
    // A scanner without Enter may begin the next code at once.
    if (this.#ticketInside()) this.#pause();
    if (this.keys.length === LONGEST_BURST) this.keys.shift();
    clearTimeout(this.idle);
    const code = place || typed.toUpperCase();
    this.keys.push({ code, typed, time: event.timeStamp, held: event.repeat, field: remember(event) });
    if (this.#ticketInside()) this.idle = setTimeout(() => this.#pause(), IDLE_MS);
    return undefined;
  }

  /** The burst is over without Enter: a whole ticket counts all the same. */
  #pause() {
    const found = this.#ticketInside();
    if (found) this.#finish(found);
    else this.reset();
  }

  #end(event, end) {
    const found = this.#ticketInside() || this.#foreign(event, end);
    // Some scanners end with two keys, Enter and Enter or Tab and Enter.
    const second = !this.keys.length && event.timeStamp - this.scanEnd <= LONGEST_GAP_MS;
    if (!found && !second) return this.reset();
    this.swallowed = end;
    swallow(event);
    if (found) this.#finish(found, event);
    return undefined;
  }

  /** The ticket in the last keys: read by the keys' places, else, where a tablet hides them, by the characters. */
  #ticketInside() {
    const keys = this.keys.slice(-this.ticket.length);
    for (const part of ["code", "typed"]) {
      const code = keys.map((key) => key[part].toUpperCase()).join("");
      if (isTicketCode(code, this.ticket)) return { code, keys };
    }
    return null;
  }

  /** Something that is no ticket, yet came at a pace that no person types at. */
  #foreign(event, end) {
    const { keys } = this;
    const pace = keys.length === this.ticket.length ? TICKET_GAP_MS : MACHINE_GAP_MS;
    const times = [...keys.map((key) => key.time), event.timeStamp];
    const fast = times.every((time, i) => i === 0 || time - times[i - 1] <= pace);
    // The next lines of a code of many lines follow their Enter as fast, and may be short.
    const next = keys.length > 0 && keys[0].time - this.scanEnd <= MACHINE_GAP_MS;
    const long = keys.length >= SHORTEST_FOREIGN;
    if (end !== "Enter" || !fast || keys.some((key) => key.held) || !(long || next)) return null;
    return { code: null, keys, quiet: !long };
  }

  #finish({ code, keys, quiet }, event) {
    const raw = keys.map((key) => key.typed || key.code).join("");
    this.scanEnd = event ? event.timeStamp : keys.at(-1).time;
    this.reset();
    forget(keys, { composing: event?.isComposing });
    if (!quiet) this.onScan(code, raw, this.scanEnd);
  }
}

/** The letter or digit printed on the key in a us layout; "" for other keys, and where the browser does not say. */
function placeOf({ code }) {
  return /^(?:Key([A-Z])|(?:Digit|Numpad)(\d))$/.exec(code)?.slice(1).join("") ?? "";
}

function endKey({ key, code }) {
  if (key === "Enter" || code === "Enter" || code === "NumpadEnter") return "Enter";
  return key === "Tab" || code === "Tab" ? "Tab" : null;
}

/** No form is sent, no button pressed, no focus moved, and no shortcut of the page hears it. */
function swallow(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}
