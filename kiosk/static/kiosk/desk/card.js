// One attendee: what the desk may see, correct and decide.

import { Away, get, patch, Refused } from "../../hub/http.js";
import { marked, markLong, nameOf, tooLong, unmark } from "./field_marks.js";
import { fill, fullName, hour, say, whenAndWhere } from "./words.js";

const TEXTS = ["surname", "first_name", "patronymic", "company", "position", "email", "phone", "note", "ribbon"];
const OFFERED = {
  expected: ["enter", "bar", "cancel"],
  here: ["pack", "questionnaire", "returned", "reprint", "leave", "undo"],
  left: ["pack", "questionnaire", "returned", "reprint", "enter", "undo"],
  barred: ["restore_only"],
  cancelled: ["restore", "restore_only"],
};

/** `actions` does what the buttons say; they that need a second tap are asked here. */
export class Card {
  constructor(dialog, actions) {
    Object.assign(this, { dialog, actions, form: dialog.querySelector("form") });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.#isShort()) this.#correct();
    });
    this.form.addEventListener("input", ({ target }) => tooLong(this.form).includes(target) || unmark(target));
    dialog.addEventListener("click", (event) => this.#clicked(event));
  }

  /** Show `person` as the list has them at once, and as the hub has them a moment later. */
  async open(person, correcting = false) {
    this.person = person;
    this.note("");
    this.#show(person);
    if (!this.dialog.open) this.dialog.showModal();
    this.form.closest("details").open = correcting;
    if (correcting) this.form.elements.surname.focus();
    await this.#renew();
  }

  async #renew() {
    const { id } = this.person;
    const whole = await get(`/api/attendees/${id}`).catch(() => null);
    if (whole && this.person.id === id) this.#show(whole);
    else if (!whole) this.note(say("try_again"));
  }

  #show(person) {
    this.person = person;
    fill(this.dialog, {
      name: fullName(person),
      company: [person.company, person.position].filter(Boolean).join(" — "),
      status: this.#status(person),
      code: person.code,
    });
    for (const name of TEXTS) if (person[name] !== undefined) this.form.elements[name].value = person[name];
    for (const field of marked(this.form)) unmark(field);
    this.form.querySelector("button").disabled = person.email === undefined;
    this.#offer(OFFERED[person.status]);
    if (person.held) this.mark(person.id, person.held);
  }

  #status({ status, barred, first_entry: first, station, last_exit: exit }) {
    const when = { here: whenAndWhere(first, station), left: hour(exit), barred: barred && say(`because_${barred}`) };
    return [say(`status_${status}`), when[status]].filter(Boolean).join(" — ");
  }

  #offer(names) {
    for (const group of this.dialog.querySelectorAll("[data-asks]")) group.hidden = true;
    for (const button of this.dialog.querySelectorAll(".card-actions > [data-act]")) {
      button.hidden = !names.includes(button.dataset.act);
    }
  }

  mark(attendee, held) {
    if (this.person?.id !== attendee) return;
    for (const [item, has] of Object.entries(held)) {
      this.dialog.querySelector(`[data-act="${item}"]`).setAttribute("aria-pressed", String(has));
    }
  }

  note(text) {
    fill(this.dialog, { note: text });
  }

  async #clicked({ target }) {
    const button = target.closest("button");
    if (!button) return;
    const { act, standing, because, reason, ask } = button.dataset;
    if (button.dataset.do === "close") this.dialog.close();
    else if (ask) this.#ask(ask);
    else if (reason) this.#leaveTo("undo", reason);
    else if (standing) await this.#stand(standing, because);
    else if (act === "enter" || act === "leave" || act === "restore") this.#leaveTo(act);
    else if (act) this.actions.do(act, { attendee: this.person }, button.getAttribute("aria-pressed") === "true");
  }

  #ask(name) {
    const group = this.dialog.querySelector(`[data-asks="${name}"]`);
    group.hidden = false;
    group.querySelector("button").focus();
  }

  /** The verdict says what came of it. */
  #leaveTo(act, extra) {
    this.dialog.close();
    this.actions.do(act, { attendee: this.person }, extra);
  }

  async #stand(standing, because) {
    const person = await this.actions.stand(this.person, standing, because);
    if (person) this.#show(person);
  }

  /** All that is too long is marked and named before anything is sent. */
  #isShort() {
    const long = tooLong(this.form);
    for (const field of long) markLong(field);
    if (long.length) this.note(say("shorten", { fields: long.map(nameOf).join(", ") }));
    long[0]?.focus();
    return !long.length;
  }

  async #correct() {
    // Only what was changed here: the rest may have been corrected at another desk since.
    const changed = TEXTS.filter((name) => this.form.elements[name].value !== this.person[name]);
    const fields = Object.fromEntries(changed.map((name) => [name, this.form.elements[name].value]));
    try {
      this.#show(await patch(`/api/attendees/${this.person.id}`, fields));
      this.note(say("corrected"));
    } catch (error) {
      if (!(error instanceof Away || error instanceof Refused)) throw error;
      this.note(error instanceof Away ? say("try_again") : error.message);
    }
  }
}
