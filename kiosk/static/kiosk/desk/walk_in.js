// Registering somebody who is not on the list, in under half a minute.

import { newId } from "../../hub/ids.js";
import { carryOver } from "./carry_over.js";
import { mark, marked, markLong, missing, nameOf, tooLong, unmark } from "./field_marks.js";
import { fullName, say } from "./words.js";

/** Refusals that a second look may overrule. */
export const KEEP_AS_WRITTEN = new Set(["phone_invalid", "email_invalid", "perhaps_listed"]);

/** The field that a refusal is about. */
const ABOUT = { phone_invalid: "phone", email_invalid: "email", consent_required: "consent" };

/** `send(id, fields, label)` registers: it resolves with {refused} or anything else, which means it is done. */
export class WalkInForm {
  constructor(dialog, { send }) {
    Object.assign(this, { dialog, send, form: dialog.querySelector("form") });
    this.wrong = dialog.querySelector("[role=alert]");
    this.submit = dialog.querySelector("[type=submit]");
    this.buttons = Object.fromEntries([...dialog.querySelectorAll("[data-do]")].map((button) => [button.dataset.do, button]));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#save(false);
    });
    this.form.addEventListener("keydown", (event) => this.#key(event));
    this.form.addEventListener("input", () => this.#typed());
    this.form.consent_language.addEventListener("change", () => this.#showConsent());
    this.#wire({
      keep: () => this.#save(true),
      another: () => this.#save(true),
      find: () => this.#find(),
      swap: () => this.#swap(),
      close: () => dialog.close(),
    });
  }

  #wire(actions) {
    for (const [name, action] of Object.entries(actions)) this.buttons[name].addEventListener("click", action);
  }

  /** Open with what was typed elsewhere. What a dialog closed by accident held is there again for the same text. */
  open(text) {
    if (text !== this.carried || !this.id) this.#begin(text);
    // Consent is one person's own: it never outlives the dialog.
    this.form.elements.consent.checked = false;
    this.#complain(null);
    this.dialog.showModal();
    const { elements } = this.form;
    const first = ["surname", "first_name", "company", "position", "phone", "email"].find((name) => !elements[name].value);
    elements[first ?? "consent"].focus();
  }

  #begin(text) {
    this.form.reset();
    Object.assign(this, { id: newId(), carried: text });
    for (const [name, value] of Object.entries(carryOver(text))) this.form.elements[name].value = value;
    const { patronymic } = this.form.elements;
    patronymic.closest(".field").hidden = !patronymic.value;
    this.#showConsent();
  }

  #showConsent() {
    for (const text of this.dialog.querySelectorAll("[data-consent]")) {
      text.hidden = text.dataset.consent !== this.form.consent_language.value;
    }
  }

  #swap() {
    const { surname, first_name: first } = this.form.elements;
    [surname.value, first.value] = [first.value, surname.value];
    this.#typed();
  }

  /** Off to the search with the name. What was typed here stays, in case nobody of that name is the one. */
  #find() {
    const { surname, first_name: first } = this.form.elements;
    const search = document.getElementById("q");
    this.dialog.close();
    search.value = this.carried = `${surname.value.trim()} ${first.value.trim()}`;
    search.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** Enter goes on to the next field, and saves from the last; Ctrl+Enter saves from anywhere. */
  #key(event) {
    if (event.key !== "Enter" || !event.target.matches("input:not([type=checkbox])") || event.ctrlKey) {
      if (event.key === "Enter" && event.ctrlKey) this.form.requestSubmit();
      return;
    }
    event.preventDefault();
    const fields = [...this.form.querySelectorAll("input")].filter((field) => field.offsetParent);
    fields[fields.indexOf(event.target) + 1]?.focus();
  }

  async #save(asWritten) {
    if (this.saving || !this.#complete()) return;
    this.saving = true;
    const fields = Object.fromEntries(new FormData(this.form));
    const shown = Number(this.dialog.querySelector("[data-consent]:not([hidden])").dataset.text);
    const body = { ...fields, consent: this.form.elements.consent.checked, consent_text: shown, as_written: asWritten };
    const result = await this.send(this.id, body, fullName(fields));
    this.saving = false;
    if (result.refused) this.#complain(result.refused);
    else {
      this.id = null;
      if (this.dialog.open) this.dialog.close();
    }
  }

  /** Is everything there that must be, and not too long? All that is wrong is marked and named at once. */
  #complete() {
    this.#complain(null);
    this.#point(missing(this.form), tooLong(this.form));
    const [first] = marked(this.form);
    first?.focus();
    return !first;
  }

  #point(gaps, long) {
    for (const field of gaps) mark(field);
    for (const field of long) markLong(field);
    const named = { fill_in: gaps, shorten: long };
    const told = Object.entries(named).filter(([, fields]) => fields.length);
    this.#tell(told.map(([word, fields]) => say(word, { fields: fields.map(nameOf).join(", ") })).join(". "));
  }

  /** What was complained of may be mended now: what is still wrong stays marked, a refusal goes. */
  #typed() {
    const before = this.refused ? [] : marked(this.form);
    this.#complain(null);
    this.#point(...[missing(this.form), tooLong(this.form)].map((wrong) => wrong.filter((each) => before.includes(each))));
  }

  #complain(refused) {
    const { keep, another, find } = this.buttons;
    const listed = refused?.code === "perhaps_listed";
    this.refused = refused;
    for (const field of marked(this.form)) unmark(field);
    this.#tell(refused?.message);
    for (const button of [another, find]) button.hidden = !listed;
    this.submit.hidden = listed;
    keep.hidden = listed || !KEEP_AS_WRITTEN.has(refused?.code);
    if (listed) find.focus();
    const field = this.form.elements[ABOUT[refused?.code]];
    if (!field) return;
    mark(field, this.wrong);
    field.focus();
  }

  #tell(text) {
    if (this.wrong.textContent !== (text ?? "")) this.wrong.textContent = text ?? "";
    this.wrong.hidden = !text;
  }
}
