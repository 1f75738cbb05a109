// What the walk-in form shows: its words, its present step, what it complains of.

import { STEPS } from "./form_steps.js";
import { fill, say, wordsOf } from "./page_words.js";

/** Refusals of one answer that the person may overrule there and then. */
const KEPT_AS_WRITTEN = new Set(["phone_invalid", "email_invalid"]);

export class FormView {
  constructor(form) {
    this.form = form;
    this.wrongs = Object.fromEntries([...form.querySelectorAll(".asked-wrong[id]")].map((each) => [each.id, each]));
    this.trouble = form.querySelector("[data-trouble]");
    this.consent = form.querySelector("[data-consent]");
    this.inputs = [...form.querySelectorAll("input[data-kind]")];
  }

  /** Nobody's data stays: neither in fields nor in the summary. */
  clear() {
    this.form.reset();
    for (const input of this.inputs) input.value = "";
    for (const typed of this.form.querySelectorAll("[data-typed]")) typed.textContent = "";
    this.#showConsent(this.consent.textContent);
    this.complainOfNothing();
  }

  /** Say everything in `language`, the consent as `text` has it. */
  say(language, text) {
    this.words = wordsOf("form", language);
    this.form.lang = language;
    say(this.form, this.words);
    const picture = this.form.querySelector("[data-alt]");
    picture.alt = this.words[picture.dataset.alt];
    if (this.consent.textContent !== text) this.#showConsent(text);
    for (const wrong of [...Object.values(this.wrongs), this.trouble]) this.#tell(wrong, wrong.dataset.code);
  }

  #showConsent(text) {
    this.consent.textContent = text;
    this.consent.scrollTop = 0;
    this.form.elements.consent.checked = false;
    this.form.querySelector(".agree").hidden = true;
  }

  /** Show a step and put the caret where the next answer goes. `field` is the one to correct. */
  go(step, names, field) {
    for (const each of this.form.querySelectorAll("[data-step]")) each.hidden = each.dataset.step !== step;
    this.form.dataset.at = step;
    const { elements } = this.form;
    const input = elements[field ?? names.find((name) => !elements[name].value) ?? names[0]];
    if (input) input.setSelectionRange(input.value.length, input.value.length);
    (input ?? (step === "consent" ? this.consent : this.form.querySelector("[type=submit]"))).focus();
    if (step === "consent") this.lookAtConsent();
  }

  /** Where one is, and what the button says. */
  frame(step, sending) {
    const number = STEPS.indexOf(step) + 1;
    const submit = this.form.querySelector("[type=submit]");
    this.form.querySelector("h2").textContent = this.words[`${step}_question`];
    this.form.querySelector("[data-progress-text]").textContent =
      fill(this.words.progress, { step: number, steps: STEPS.length });
    this.form.querySelector("[data-progress]").value = number;
    submit.textContent = this.words[sending ? "sending" : step === "summary" ? "send" : "next"];
    submit.setAttribute("aria-busy", String(sending));
  }

  sumUp() {
    for (const typed of this.form.querySelectorAll("[data-typed]")) {
      typed.textContent = this.form.elements[typed.dataset.typed].value.trim();
    }
  }

  /** The tick comes when the text has been read to its end. */
  lookAtConsent() {
    const { scrollTop, clientHeight, scrollHeight } = this.consent;
    if (!clientHeight) return;
    const tick = this.form.querySelector(".agree");
    if (scrollTop + clientHeight >= scrollHeight - 8) tick.hidden = false;
    this.form.querySelector('[data-way="read-on"]').hidden = this.isRead;
    if (this.isRead && this.wrongs["new-consent-wrong"].dataset.code === "read_first") {
      this.complain(this.form.elements.consent, null);
    }
  }

  /** Whoever goes on without the tick: the rest of the text comes first, then the tick. */
  askConsent() {
    this.complain(this.form.elements.consent, this.isRead ? "consent_required" : "read_first");
    if (!this.isRead) this.readOn();
  }

  get isRead() {
    return !this.form.querySelector(".agree").hidden;
  }

  readOn() {
    this.consent.scrollBy({ top: this.consent.clientHeight * 0.8 });
    this.lookAtConsent(); // the event comes a frame later: too late for who touches twice
  }

  /** Mark an answer as wrong for the reason `code`; null takes the mark away. */
  complain(field, code) {
    const wrong = this.wrongs[`new-${field.name}-wrong`];
    if (code) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
    this.#tell(wrong, code);
    const keep = wrong.querySelector('[data-way="keep"]');
    if (keep) keep.hidden = !KEPT_AS_WRITTEN.has(code);
  }

  complainOfNothing() {
    for (const field of [...this.inputs, this.form.elements.consent]) this.complain(field, null);
    this.refuse(null);
  }

  /** Say above the last button why the whole was refused. */
  refuse(code) {
    const listed = code === "perhaps_listed";
    this.#tell(this.trouble, code && !this.words[code] ? "refused" : code);
    for (const name of ["find", "another"]) this.form.querySelector(`[data-way="${name}"]`).hidden = !listed;
    if (code) this.trouble.scrollIntoView({ block: "nearest" });
  }

  /** A refusal that was for want of a hub is one to try again. */
  reached() {
    if (this.trouble.dataset.code === "away") this.refuse("back_again");
  }

  #tell(wrong, code) {
    wrong.dataset.code = code ?? "";
    wrong.hidden = !code;
    wrong.querySelector("p").textContent = code ? this.words[code] : "";
  }
}
