// Finding oneself: the surname, then the last four digits of the phone. Nothing of it outlives close().

import { attachKeyboard } from "./keyboard.js";

const DIGITS = 4;

export class Find {
  /** `onFind({surname, digits})` when both are there, `onLeave()` when the person goes back. */
  constructor(form, { onFind, onLeave }) {
    Object.assign(this, { form, onFind, onLeave, keyboards: [] });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#next();
    });
    form.querySelector('[data-do="find-back"]').addEventListener("click", () => this.#back());
    form.elements.digits.addEventListener("input", () => this.#digits());
    for (const name of ["surname", "digits"]) {
      form.elements[name].addEventListener("keydown", (event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        this.#next();
      });
    }
  }

  /** `typed` ({surname, digits}) stands in the fields already: somebody tries again. */
  open(language, typed = { surname: "", digits: "" }) {
    this.close();
    const { surname, digits } = this.form.elements;
    surname.value = typed.surname;
    digits.value = typed.digits;
    const onEnter = () => this.#next();
    this.keyboards = [
      attachKeyboard(surname, { layout: "letters", language, onEnter }),
      attachKeyboard(digits, { layout: "digits", language, onEnter }),
    ];
    this.#go("surname");
  }

  speak(language) {
    for (const keyboard of this.keyboards) keyboard.speak(language);
  }

  close() {
    for (const keyboard of this.keyboards) keyboard.detach();
    this.keyboards = [];
    this.form.reset();
  }

  #go(step) {
    this.step = step;
    for (const each of this.form.querySelectorAll("[data-step]")) each.hidden = each.dataset.step !== step;
    const field = this.form.elements[step];
    this.form.dataset.at = step;
    field.setSelectionRange(field.value.length, field.value.length);
    field.focus();
  }

  #digits() {
    const field = this.form.elements.digits;
    const only = field.value.replace(/\D/g, "").slice(0, DIGITS);
    if (only !== field.value) field.value = only;
  }

  #back() {
    if (this.step === "digits") this.#go("surname");
    else this.onLeave();
  }

  #next() {
    const { surname, digits } = this.form.elements;
    if (this.step === "surname" && surname.value.trim()) this.#go("digits");
    else if (this.step === "digits" && digits.value.length === DIGITS) {
      this.onFind({ surname: surname.value.trim(), digits: digits.value });
    } else this.form.elements[this.step].focus();
  }
}
