// Finding somebody by name, company or phone as one types. The list keeps its order while it is being used.

import { Away, get, Refused } from "../../hub/http.js";
import { isTicketCode, tidy } from "../ticket_code.js";
import { fill, fresh, fullName, say, shape, whenAndWhere } from "./words.js";

const PAUSE_MS = 120; // longer than a scanner's longest gap: a scan in the field is no search
const RETRY_MS = 2000;
const LIMIT = 20;
const SHAPES = { expected: "ring", here: "check", left: "leave", barred: "stop", cancelled: "attention" };

/**
 * `parts` = {input, list, found, none, start}. Calls `onPick(person)`, `onDetails(person)`, `onCode(code)` for a ticket
 * code typed by hand, `onTyping()` when the text changed by hand.
 */
export class Search {
  constructor(parts, { onPick, onDetails, onCode, onTyping }) {
    Object.assign(this, parts, { onPick, onDetails, onCode, onTyping, people: [], shown: "", listed: "", at: -1 });
    this.input.addEventListener("input", () => this.#soon());
    this.input.addEventListener("keydown", (event) => this.#key(event));
    this.list.addEventListener("click", (event) => this.#clicked(event));
    this.input.form.addEventListener("submit", (event) => event.preventDefault());
    if (this.text) this.#look(); // a reload brings the text back
  }

  get text() {
    return this.input.value.trim();
  }

  clear() {
    this.input.value = "";
    this.#look();
  }

  /** What is on the list may have changed: the rows say so, and stay where they are. */
  async refresh() {
    if (!this.people.length) return;
    const answer = await this.#ask(this.shown).catch(() => null);
    if (!answer) return;
    const now = new Map(answer.attendees.map((person) => [person.id, person]));
    this.people = this.people.map((person) => now.get(person.id) ?? person);
    this.people.forEach((person, i) => dress(this.list.children[i], person));
  }

  #soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#look({ byHand: true }), PAUSE_MS);
  }

  async #look({ byHand = false } = {}) {
    clearTimeout(this.timer);
    const { text } = this;
    if (text === this.shown && !this.failed) return;
    this.shown = text;
    if (text && byHand) this.onTyping();
    this.giveUp?.abort();
    this.giveUp = new AbortController();
    try {
      this.#show(text ? await this.#ask(text, this.giveUp.signal) : { attendees: [], total: 0 });
    } catch (error) {
      if (error instanceof Away || error instanceof Refused) this.#fail(text, error);
      else if (error.name !== "AbortError") throw error;
    }
  }

  #ask(text, signal) {
    return get(`/api/attendees?${new URLSearchParams({ q: text, limit: LIMIT })}`, { signal });
  }

  #show({ attendees, total }) {
    this.failed = false;
    this.people = attendees;
    this.listed = this.shown;
    this.list.replaceChildren(...attendees.map((person, i) => row(person, i)));
    this.list.hidden = !attendees.length;
    this.start.hidden = Boolean(this.shown);
    this.none.hidden = !this.shown || attendees.length > 0;
    this.found.textContent = total > attendees.length ? say("more", { shown: attendees.length, total }) : "";
    this.input.setAttribute("aria-expanded", String(attendees.length > 0));
    this.#choose(attendees.length ? 0 : -1);
  }

  #fail(text, error) {
    this.#show({ attendees: [], total: 0 });
    this.none.hidden = true;
    this.found.textContent = error instanceof Away ? say("search_away") : error.message;
    this.shown = ""; // the same text is asked again at the next key, or when the hub is back
    this.failed = true;
    this.start.hidden = Boolean(text);
    // An answer that was given up may be a link that has long been back: nothing else would tell.
    if (error instanceof Away) this.timer = setTimeout(() => this.again(), RETRY_MS);
  }

  /** Ask again what could not be asked. */
  again() {
    if (this.failed || (this.text && !this.shown)) this.#look();
    else this.refresh();
  }

  #key(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps && this.people.length) {
      event.preventDefault();
      this.#choose((this.at + steps[event.key] + this.people.length) % this.people.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      this.#enter(event.altKey);
    } else if (event.key === "Escape") {
      event.preventDefault();
      this.clear();
    }
  }

  /** Only somebody whom the text names is checked in: while the list is behind it, Enter brings it up to date or waits. */
  #enter(details) {
    const code = tidy(this.text);
    if (isTicketCode(code)) return this.onCode(code);
    if (this.text !== this.shown || this.text !== this.listed) return this.#look({ byHand: true });
    const person = this.people[this.at];
    if (person) (details ? this.onDetails : this.onPick)(person);
    return undefined;
  }

  #choose(at) {
    this.at = at;
    [...this.list.children].forEach((line, i) => line.setAttribute("aria-selected", String(i === at)));
    const line = this.list.children[at];
    if (line) this.input.setAttribute("aria-activedescendant", line.id);
    else this.input.removeAttribute("aria-activedescendant");
    line?.scrollIntoView({ block: "nearest" });
  }

  #clicked(event) {
    const button = event.target.closest("button");
    const line = event.target.closest("[role=row]");
    if (!button || !line) return;
    const person = this.people[[...this.list.children].indexOf(line)];
    (button.dataset.do === "details" ? this.onDetails : this.onPick)(person);
  }
}

function row(person, i) {
  const line = fresh("row");
  line.id = `found-${i}`;
  return dress(line, person);
}

function dress(line, person) {
  line.dataset.status = person.status;
  shape(line, SHAPES[person.status]);
  const here = person.status === "here" ? whenAndWhere(person.first_entry, person.station) : "";
  fill(line, {
    name: fullName(person),
    company: [person.company, person.position].filter(Boolean).join(" — "),
    status: [say(`status_${person.status}`), here].filter(Boolean).join(" — "),
  });
  line.querySelector('[data-do="details"]').setAttribute("aria-label", say("details_of", { name: fullName(person) }));
  return line;
}
