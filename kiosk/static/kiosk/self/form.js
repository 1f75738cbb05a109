// The walk-in form at a kiosk: one question a step, by touch or by keys. Nothing of it outlives close().

import { Away, Refused } from "../../hub/http.js";
import { newId } from "../../hub/ids.js";
import { ABOUT, FIELDS, doubtOf, isBare, stepAfter, stepBefore, wrongWith } from "./form_steps.js";
import { FormView } from "./form_view.js";
import { attachKeyboard } from "./keyboard.js";
import { prefixOf } from "./keyboard_layouts.js";
import { ownPhone } from "./own_phone.js";
import { readPhone } from "./phone_reading.js";

const PATH = "/api/kiosk/walk-ins";

/**
 * Open the form in `root`. `state` is GET /api/kiosk; `onDone(verdict)` hears the hub's reply, `onLeave({to})` that the
 * person goes back (`to` is "find" when they believe to be on the list). `send(path, body)` posts: it resolves with the
 * reply and throws Refused or Away, as hub/http.js does.
 * Returns {close(), speak(language), reached()}, the last for when the hub is there again; what is typed stays when the
 * language changes.
 */
export function openForm(root, { language, ...ways }) {
  const walkIn = new WalkIn(root.querySelector("[data-walk-in]"), ways);
  walkIn.open(language);
  return { close: () => walkIn.close(), speak: (other) => walkIn.speak(other), reached: () => walkIn.view.reached() };
}

class WalkIn {
  constructor(form, { state, onDone, onLeave, send }) {
    Object.assign(this, { form, state, onDone, onLeave, send, id: newId(), kept: {}, agreed: null, sending: false });
    this.view = new FormView(form);
    this.ended = new AbortController();
  }

  open(language) {
    const { form, view } = this;
    this.language = language;
    view.say(language, this.#text.text);
    view.clear();
    this.#beginPhone();
    this.keyboards = view.inputs.map((input) =>
      attachKeyboard(input, { layout: input.dataset.kind, language, onEnter: (field) => this.#enter(field) }));
    this.offer = ownPhone(form.querySelector("[data-own-phone]"), language, this.ended.signal);
    this.#listen();
    this.#go("name");
  }

  close() {
    this.ended.abort();
    for (const keyboard of this.keyboards) keyboard.detach();
    this.view.clear();
    delete this.form.dataset.at;
    Object.assign(this, { kept: {}, agreed: null });
  }

  speak(language) {
    if (language === this.language) return;
    this.language = language;
    if (isBare(this.form.elements.phone.value)) this.#beginPhone();
    for (const keyboard of this.keyboards) keyboard.speak(language);
    this.offer.speak(language);
    this.#say();
  }

  #beginPhone() {
    this.form.elements.phone.value = prefixOf(this.language, this.form.dataset.prefix);
  }

  /** A text that was agreed to stays the one that was shown; another one is read and ticked anew. */
  #say() {
    if (this.step === "consent" && this.agreed?.text !== this.#text.text) this.agreed = null;
    const told = this.agreed && this.step !== "consent" ? this.agreed.text : this.#text.text;
    this.view.say(this.language, told);
    this.view.lookAtConsent();
    this.view.frame(this.step, this.sending);
  }

  get #text() {
    const { consents, language } = this.state;
    return consents[this.language] ?? consents[language];
  }

  #listen() {
    const hear = (target, name, heard) => target.addEventListener(name, heard, { signal: this.ended.signal });
    hear(this.form, "submit", (event) => {
      event.preventDefault();
      this.#next();
    });
    hear(this.form, "keydown", (event) => this.#key(event));
    hear(this.form, "input", (event) => this.#typed(event.target));
    hear(this.view.consent, "scroll", () => this.view.lookAtConsent());
    hear(window, "resize", () => this.view.lookAtConsent());
    for (const button of this.form.querySelectorAll("[data-correct]")) {
      hear(button, "click", () => this.#go(button.dataset.correct, button.dataset.field));
    }
    const actions = {
      back: () => this.#back(),
      keep: (event) => this.#keep(event.target.closest(".asked").querySelector("input")),
      "read-on": () => this.view.readOn(),
      find: () => this.onLeave({ to: "find" }),
      another: () => this.#send(true),
    };
    for (const button of this.form.querySelectorAll("[data-way]")) hear(button, "click", actions[button.dataset.way]);
  }

  #go(step, field) {
    this.step = step;
    if (step === "summary") this.view.sumUp();
    this.#say();
    this.view.go(step, FIELDS[step] ?? [], field);
  }

  #typed(field) {
    if (field.name === "consent") this.agreed = field.checked ? { ...this.#text, language: this.language } : null;
    this.view.complain(field, null);
  }

  #key(event) {
    if (event.key !== "Enter" || !event.target.matches("input[data-kind]")) return;
    event.preventDefault();
    this.#enter(event.target);
  }

  /** On to the next field of the step, else to the next step. */
  #enter(field) {
    const names = FIELDS[this.step] ?? [];
    const next = names[names.indexOf(field.name) + 1];
    if (next) this.form.elements[next].focus();
    else this.#next();
  }

  #back() {
    const before = stepBefore(this.step);
    if (before) this.#go(before);
    else this.onLeave({});
  }

  /** Who corrects one answer comes straight back to the summary. */
  async #next() {
    if (this.sending) return;
    if (this.step === "summary") this.#send(false);
    else if (this.#whole() && (this.step !== "phone" || (await this.#isPhone()))) {
      this.#go(this.agreed ? "summary" : stepAfter(this.step));
    }
  }

  /** The hub reads the number and writes it as its country does; without the hub it is taken as it is. */
  async #isPhone() {
    const field = this.form.elements.phone;
    if (this.#isKept("phone_invalid", "phone")) return true;
    const typed = field.value;
    this.sending = true;
    const read = await readPhone(typed, this.ended.signal);
    this.sending = false;
    if (this.ended.signal.aborted || field.value !== typed || this.step !== "phone") return false;
    if (read.valid) field.value = read.phone;
    else this.view.complain(field, "phone_invalid");
    return read.valid;
  }

  #whole() {
    if (this.step === "consent") {
      if (!this.agreed) this.view.askConsent();
      return Boolean(this.agreed);
    }
    const wrong = FIELDS[this.step].filter((name) => this.#check(name));
    this.form.elements[wrong[0]]?.focus();
    return !wrong.length;
  }

  /** What is wrong with a field, said beside it. */
  #check(name) {
    const field = this.form.elements[name];
    const code = wrongWith(name, field.value);
    const said = this.#isKept(code, name) ? null : code;
    this.view.complain(field, said);
    return said;
  }

  #isKept(code, name) {
    return Boolean(code) && this.kept[code] === this.form.elements[name].value;
  }

  /** The person has seen the doubt. */
  #keep(field) {
    this.kept[doubtOf(field.name)] = field.value;
    this.#next();
  }

  get #body() {
    const names = Object.values(FIELDS).flat();
    const fields = Object.fromEntries(names.map((name) => [name, this.form.elements[name].value.trim()]));
    return { id: this.id, ...fields, consent: true, consent_language: this.agreed.language, consent_text: this.agreed.id };
  }

  async #send(asWritten) {
    if (this.sending) return;
    this.sending = true;
    this.view.refuse(null);
    this.view.frame(this.step, true);
    const { verdict, code } = await this.#ask(asWritten);
    if (this.ended.signal.aborted) return;
    this.view.frame(this.step, false);
    if (verdict) this.onDone(verdict);
    else this.#refused(code);
  }

  async #ask(asWritten) {
    try {
      return { verdict: await this.send(PATH, { ...this.#body, as_written: asWritten }) };
    } catch (error) {
      if (!(error instanceof Refused || error instanceof Away)) throw error;
      return { code: error.code ?? "away" };
    } finally {
      this.sending = false;
    }
  }

  #refused(code) {
    const { step, field } = ABOUT[code] ?? {};
    // The hub looks for namesakes first, so that a doubt it comes to is the only one left.
    if (field && this.#isKept(code, field)) {
      this.#send(true);
      return;
    }
    if (!step) {
      this.view.refuse(code);
      return;
    }
    if (step === "consent") this.agreed = null;
    this.#go(step, field);
    this.view.complain(this.form.elements[field ?? "consent"], code);
  }
}
