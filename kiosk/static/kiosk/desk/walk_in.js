// Registering somebody who is not on the list, in under half a minute.

import { newId } from "../../hub/ids.js";
import { carryOver } from "./carry_over.js";
import { fullName } from "./words.js";

/** Refusals that a second look may overrule. */
export const KEEP_AS_WRITTEN = new Set(["phone_invalid", "email_invalid"]);

/**
 * `send(id, fields, label)` registers: it resolves with {refused} or anything else, which means it is done. While
 * `away()` nobody else would see that something is missing.
 */
export class WalkInForm {
  constructor(dialog, { send, away }) {
    Object.assign(this, { dialog, send, away, form: dialog.querySelector("form") });
    this.wrong = dialog.querySelector(".wrong");
    this.keep = dialog.querySelector('[data-do="keep"]');
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#save(false);
    });
    this.form.addEventListener("keydown", (event) => this.#key(event));
    this.form.addEventListener("input", () => this.#complain(null));
    this.form.consent_language.addEventListener("change", () => this.#showConsent());
    this.keep.addEventListener("click", () => this.#save(true));
    dialog.querySelector('[data-do="swap"]').addEventListener("click", () => this.#swap());
    dialog.querySelector('[data-do="close"]').addEventListener("click", () => dialog.close());
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
    if (this.saving || (this.away() && !this.form.reportValidity())) return;
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

  #complain(refused) {
    this.wrong.textContent = refused?.message ?? "";
    this.wrong.hidden = !refused;
    this.keep.hidden = !KEEP_AS_WRITTEN.has(refused?.code);
    if (refused?.code === "phone_invalid") this.form.elements.phone.focus();
    if (refused?.code === "email_invalid") this.form.elements.email.focus();
  }
}
