// The kiosk's own keyboard. Fields keep the device's away by inputmode="none"; a real keyboard writes beside this one.

import { beginsWord, erase, step, write, writeEnding, writePrefix } from "./field_text.js";
import { ACTIONS, ENDINGS, LATIN, PREFIXES, layoutAfter, rowsOf, shifted } from "./keyboard_layouts.js";
import { wordsOf } from "./page_words.js";

const HELD_MS = 450; // until a held key begins to repeat
const AGAIN_MS = 80;
// These change what lies under the finger: at the touch's end, or its click would hit what has come there.
const AT_THE_END = new Set(["NEXT", "LAYOUT", "SIGNS", "LETTERS"]);
const NEXT_SHIFT = { off: "once", once: "lock", lock: "off" };
const SHIFT_PRESSED = { off: "false", once: "mixed", lock: "true" };
const boards = new WeakMap();

/**
 * Let `input` be written by touch. All inputs of one place share a keyboard, which writes into the one with the focus.
 * `layout`: letters, phone, email or digits; `language` chooses the first letters; `onEnter(input)` is the key «next».
 * The place is the nearest [data-keyboard], looked for upwards from the input; else one is added to its section.
 * Capitals begin words as the input's `autocapitalize` says. `onPress()` hears every touch (a sound; none by default).
 * Returns {detach(), speak(language)}.
 */
export function attachKeyboard(input, { layout = "letters", language = "ru", onEnter = () => {}, onPress = () => {} } = {}) {
  const place = placeOf(input);
  if (!boards.has(place)) boards.set(place, new Board(place, language));
  const board = boards.get(place);
  board.attach(input, { layout, onEnter, onPress }, language);
  return { detach: () => board.detach(input), speak: (other) => board.speak(other) };
}

function placeOf(input) {
  for (let around = input.parentElement; around; around = around.parentElement) {
    const found = around.querySelector("[data-keyboard]");
    if (found) return found;
    if (around.matches("section, body")) {
      const place = document.createElement("div");
      place.dataset.keyboard = "";
      return around.appendChild(place);
    }
  }
  return document.body;
}

class Board {
  constructor(place, language) {
    Object.assign(this, { place, language, letters: language, inputs: new Map(), touched: new Set(), shift: "off", signs: false });
    place.classList.add("keyboard");
    // The field keeps the focus and its caret whatever is touched here.
    for (const name of ["mousedown", "pointerdown"]) place.addEventListener(name, (event) => event.preventDefault());
    place.addEventListener("pointerdown", (event) => this.#down(event));
    for (const name of ["pointerup", "pointercancel", "pointerleave"]) place.addEventListener(name, () => this.#release());
    place.addEventListener("click", (event) => this.#click(event));
    place.addEventListener("contextmenu", (event) => event.preventDefault());
  }

  attach(input, options, language) {
    const hear = () => this.#attend(input);
    const look = () => input === this.input && this.#lookAtCaret();
    input.inputMode = "none";
    input.addEventListener("focus", hear);
    for (const name of ["input", "keyup", "pointerup"]) input.addEventListener(name, look);
    const forget = () => {
      input.removeEventListener("focus", hear);
      for (const name of ["input", "keyup", "pointerup"]) input.removeEventListener(name, look);
    };
    this.inputs.set(input, { ...options, forget });
    if (language !== this.language) this.speak(language);
    if (document.activeElement === input || this.inputs.size === 1) this.#attend(input);
  }

  detach(input) {
    this.inputs.get(input)?.forget();
    this.inputs.delete(input);
    if (input !== this.input) return;
    this.#release();
    this.input = null;
    this.place.replaceChildren();
  }

  /** Other words, and the letters of that language. What is written stays. */
  speak(language) {
    Object.assign(this, { language, letters: language, signs: false });
    if (this.input) this.#draw();
  }

  #attend(input) {
    if (input === this.input) return;
    Object.assign(this, { input, signs: false });
    this.#lookAtCaret();
    this.#draw();
  }

  get #options() {
    return this.inputs.get(this.input);
  }

  /** A capital at the beginning of a word, by itself; capitals that were asked for stay. */
  #lookAtCaret() {
    if (this.shift === "lock") return;
    this.#setShift(beginsWord(this.input, this.input.getAttribute("autocapitalize")) ? "once" : "off");
  }

  #setShift(shift) {
    this.shift = shift;
    for (const key of this.place.querySelectorAll("[data-letter]")) key.textContent = shifted(key.dataset.letter, shift);
    this.place.querySelector('[data-act="SHIFT"]')?.setAttribute("aria-pressed", SHIFT_PRESSED[shift]);
  }

  #down(event) {
    const key = event.target.closest("button");
    if (event.isPrimary) this.touched.clear();
    if (!key || event.button > 0 || AT_THE_END.has(key.dataset.act)) return;
    this.touched.add(key);
    this.#press(key);
    this.#release();
    if (!["ERASE", "LEFT", "RIGHT"].includes(key.dataset.act)) return;
    const again = () => {
      this.#press(key);
      this.held = setTimeout(again, AGAIN_MS);
    };
    this.held = setTimeout(again, HELD_MS);
  }

  #release() {
    clearTimeout(this.held);
  }

  /** A screen reader presses without a pointer. A second tap at once on «next» is the first one's echo. */
  #click(event) {
    const key = event.target.closest("button");
    const done = this.touched.delete(key) || (key?.dataset.act === "NEXT" && event.detail > 1);
    if (key && !done) this.#press(key);
  }

  #press(key) {
    if (!this.input) return;
    const { input } = this;
    if (document.activeElement !== input) input.focus({ preventScroll: true });
    this.#options.onPress();
    if (key.dataset.act) this.#act(key.dataset.act);
    else this.#write(key.dataset.letter);
    // A long text shows the place that is written at.
    input.scrollLeft = input.selectionEnd === input.value.length ? input.scrollWidth : input.scrollLeft;
  }

  #write(letter) {
    if (ENDINGS.includes(letter)) writeEnding(this.input, letter);
    else if (PREFIXES.includes(letter)) writePrefix(this.input, letter);
    else write(this.input, shifted(letter, this.shift));
  }

  #act(name) {
    const { input } = this;
    if (name === "SHIFT") this.#setShift(NEXT_SHIFT[this.shift]);
    else if (name === "ERASE") erase(input);
    else if (name === "SPACE") write(input, " ");
    else if (name === "NEXT") this.#options.onEnter(input);
    else if (name === "LEFT" || name === "RIGHT") step(input, name === "LEFT" ? -1 : 1);
    else this.#turn(name);
  }

  #turn(name) {
    if (name === "LAYOUT") this.letters = layoutAfter(this.letters);
    else this.signs = name === "SIGNS";
    this.#draw();
  }

  #draw() {
    const words = wordsOf("keyboard", this.language);
    const { layout } = this.#options;
    this.place.dataset.layout = layout;
    this.place.setAttribute("role", "group");
    this.place.setAttribute("aria-label", words.keyboard ?? "");
    const rows = rowsOf(layout, this.letters, this.signs);
    this.place.replaceChildren(...rows.map((row) => this.#row(row, words)));
    this.#setShift(layout === "letters" ? this.shift : "off");
  }

  #row(names, words) {
    const row = document.createElement("div");
    row.className = "key-row";
    row.append(...names.map((name) => this.#key(name, words)));
    return row;
  }

  #key(name, words) {
    const key = document.createElement("button");
    Object.assign(key, { type: "button", tabIndex: -1 });
    if (!ACTIONS.has(name)) {
      Object.assign(key.dataset, { letter: name, wide: name.length > 2 ? "yes" : "no" });
      key.textContent = name;
      if (words[name]) key.setAttribute("aria-label", words[name]);
      return key;
    }
    key.dataset.act = name;
    const face = name === "LAYOUT" ? null : document.querySelector(`template[data-key="${name}"]`);
    if (face) key.append(face.content.cloneNode(true));
    else key.textContent = faceOf(name, words, this);
    key.setAttribute("aria-label", labelOf(name, words, this, key.textContent));
    return key;
  }
}

function faceOf(name, words, { letters, input }) {
  if (name === "LAYOUT") return words[`layout_${letters}`] ?? letters;
  if (name === "SIGNS") return "?123";
  if (name === "LETTERS") return LATIN.has(letters) ? "ABC" : "АБВ";
  return name === "NEXT" ? nextWord(words, input) : "";
}

/** What a screen reader says: whoever speaks to the page names keys by what stands on them, so that comes with it. */
function labelOf(name, words, { input }, face) {
  if (name === "NEXT") return nextWord(words, input);
  return face.trim() ? `${words[name]}: ${face}` : (words[name] ?? name);
}

/** What the key at the end says, as the field's enterkeyhint has it. */
const nextWord = (words, input) => words[{ done: "DONE", search: "FIND" }[input?.enterKeyHint] ?? "NEXT"] ?? "";
