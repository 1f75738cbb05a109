// One screen at a time. What a screen said of somebody is gone from the page when the next one stands.

import { say, wordsOf } from "./page_words.js";

export class Screens {
  /** `sayings()` gives the organiser's words: name -> language -> text. */
  constructor(page, sayings) {
    Object.assign(this, { page, sayings, now: "start" });
    this.all = new Map([...page.querySelectorAll("[data-screen]")].map((each) => [each.dataset.screen, each]));
  }

  /** Show the screen `name`; `slots` ({name, text}) are texts or names of words (text: "@welcome_text"). */
  show(name, slots = {}) {
    for (const [other, element] of this.all) element.hidden = other !== name;
    this.clear();
    Object.assign(this, { now: name, slots });
    this.page.dataset.at = name;
    this.#fill();
    this.element.classList.remove("is-new");
    void this.element.offsetWidth; // so that the time left runs anew on the same screen
    this.element.classList.add("is-new");
    // Whoever listens to the screen instead of looking at it hears what has happened.
    this.element.querySelector("h1[tabindex]")?.focus({ preventScroll: true });
  }

  get element() {
    return this.all.get(this.now);
  }

  /** All that is not the page's own is taken out. */
  clear() {
    this.slots = {};
    for (const slot of this.page.querySelectorAll("[data-screen] .told-words [data-slot]")) {
      slot.textContent = "";
      slot.hidden = true;
    }
  }

  speak(language) {
    this.language = language;
    this.words = wordsOf("screen", language);
    this.page.lang = language;
    document.documentElement.lang = language;
    for (const element of this.all.values()) say(element, this.words); // the form in it speaks for itself
    for (const part of this.page.querySelectorAll(".kiosk-top, .kiosk-foot, #still")) say(part, this.words);
    for (const button of this.page.querySelectorAll("button[data-language]")) {
      button.setAttribute("aria-pressed", String(button.dataset.language === language));
    }
    this.#fill();
    this.tellSayings();
  }

  /** The organiser's own words, where there are any in this language. */
  tellSayings() {
    for (const place of this.page.querySelectorAll("[data-saying]")) {
      place.textContent = this.sayings()[place.dataset.saying]?.[this.language] ?? "";
      place.hidden = !place.textContent;
    }
  }

  /** What `text` says in the language of the moment: "@word" is the page's, "@@saying|word" the organiser's, else itself. */
  #said(text) {
    if (text.startsWith("@@")) {
      const [saying, word] = text.slice(2).split("|");
      return this.sayings()[saying]?.[this.language] || (this.words[word] ?? "");
    }
    return text.startsWith("@") ? this.words[text.slice(1)] : text;
  }

  #fill() {
    for (const [slot, texts] of Object.entries(this.slots ?? {})) {
      const place = this.element.querySelector(`.told-words [data-slot="${slot}"]`);
      const said = [texts].flat().map((text) => this.#said(text));
      place.textContent = said.filter(Boolean).join("\n");
      place.hidden = !place.textContent;
    }
  }
}
