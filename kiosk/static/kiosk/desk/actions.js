// What the buttons of a verdict and of an attendee's card do.

import { Away, get, post, Refused } from "../../hub/http.js";
import { checkIn, handout, reprint } from "./requests.js";
import { fullName, say } from "./words.js";

// Toggle -> [item, the action that presses it].
const TOGGLES = { pack: ["pack", "given"], questionnaire: ["questionnaire", "given"], returned: ["questionnaire", "returned"] };

/**
 * `submit(entry, person)` sends a check-in and shows its verdict; `quietly(entry)` sends without one. `anew()` is called
 * before an entry that follows another at once and is meant. `screens` hear `mark(attendee, held)`, `note(text)`;
 * `openers` = {find(), walk_in(), details(person), correct(person)}.
 */
export class Actions {
  constructor({ submit, quietly, anew, station, screens, openers }) {
    Object.assign(this, { submit, quietly, anew, station, screens, openers });
  }

  /** `about` is a verdict or {attendee}; `extra` the reason of an undo, or whether a toggle was pressed. */
  do(action, about, extra) {
    const { attendee } = about;
    if (action in this.openers) this.openers[action](attendee);
    else if (action in TOGGLES) this.#toggle(action, attendee, extra);
    else this[action](attendee, about, extra);
  }

  enter(person) {
    this.submit(checkIn({ attendee: person.id }, this.#by(person)), person);
  }

  leave(person) {
    this.submit(checkIn({ attendee: person.id, kind: "exit" }, this.#by(person)), person);
  }

  undo(person, { outcome, event }, reason) {
    const undoes = ["admitted", "exited"].includes(outcome) ? { undoes: event } : {};
    this.submit(checkIn({ attendee: person.id, kind: "undo", reason, ...undoes }, this.#by(person)), person);
  }

  async restore(person) {
    if (!(await this.stand(person, "registered"))) return;
    this.anew();
    this.enter(person);
  }

  /** Bar, cancel or restore; the attendee as the hub now has it, or null when it did not take it. */
  async stand(person, standing, because = null) {
    return this.#directly(() => post(`/api/attendees/${person.id}/standing`, { standing, because }));
  }

  async reprint(person) {
    const { refused, away } = await this.quietly(reprint(person.id, this.#by(person)));
    this.#note(refused?.message ?? say(away ? "later" : "reprinted"));
  }

  /** Show what the attendee has had at the desk. */
  async held(person) {
    const whole = await get(`/api/attendees/${person.id}`).catch(() => null);
    if (whole) this.#mark(person, whole.held);
    return whole;
  }

  async #toggle(action, person, pressed) {
    const [item, presses] = TOGGLES[action];
    this.#mark(person, { [action]: !pressed });
    const { reply, refused } = await this.quietly(handout(person.id, item, pressed ? "undone" : presses, this.#by(person)));
    if (reply) this.#mark(person, reply);
    if (refused) {
      this.#mark(person, { [action]: pressed });
      this.#note(refused.message);
    }
  }

  async #directly(ask) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof Away || error instanceof Refused)) throw error;
      this.#note(error instanceof Away ? say("try_again") : error.message);
      return null;
    }
  }

  #by(person) {
    return { station: this.station(), label: fullName(person) };
  }

  #mark(person, held) {
    for (const screen of this.screens) screen.mark(person.id, held);
  }

  #note(text) {
    for (const screen of this.screens) screen.note(text);
  }
}
