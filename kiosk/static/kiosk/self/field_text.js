// What a touch of a key does to a field. The field stays the browser's own: caret, selection and undo are where people
// expect them, and a real keyboard writes into it just the same.

import { PREFIXES } from "./keyboard_layouts.js";

/** Write `text` in place of what is selected. */
export function write(field, text) {
  const [start, end] = [field.selectionStart, field.selectionEnd];
  const room = field.maxLength < 0 ? Infinity : field.maxLength - field.value.length + (end - start);
  if (text.length <= room) put(field, text, start, end);
}

/** Erase what is selected, else the letter before the caret. */
export function erase(field) {
  const { selectionStart: start, selectionEnd: end, value } = field;
  if (start !== end) put(field, "", start, end);
  else if (start > 0) put(field, "", start - lastLetter(value.slice(0, start)), start);
}

/** Move the caret by one letter: `by` is -1 or 1. */
export function step(field, by) {
  const { selectionStart: start, selectionEnd: end, value } = field;
  const next = by < 0 ? start - lastLetter(value.slice(0, start)) : end + firstLetter(value.slice(end));
  field.setSelectionRange(next, next);
}

/** Complete an address: «gmail.com» brings its @ unless there is one. */
export function writeEnding(field, ending) {
  const { value } = field;
  const [name, ...after] = value.split("@");
  field.setSelectionRange(value.length, value.length);
  if (ending.startsWith(".")) return write(field, value.endsWith(".") ? ending.slice(1) : ending);
  if (!after.length) return write(field, `@${ending}`);
  return put(field, `${name}@${ending}`, 0, value.length);
}

/** Begin the phone with `prefix`, in place of another one that stands there. */
export function writePrefix(field, prefix) {
  const known = [...PREFIXES].sort((one, other) => other.length - one.length).find((each) => field.value.startsWith(each));
  const rest = field.value.slice(known?.length ?? 0).trimStart();
  put(field, `${prefix} ${rest}`, 0, field.value.length);
}

/** Does a new word begin at the caret? `how` is the field's autocapitalize: words, sentences or off. */
export function beginsWord(field, how) {
  const before = field.value.slice(0, field.selectionStart);
  if (how === "words") return /(^|[\s\-–«"(])$/.test(before);
  return how === "sentences" && /^[\s«"(]*$/.test(before);
}

function put(field, text, start, end) {
  field.setRangeText(text, start, end, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: text ? "insertText" : "deleteContentBackward" }));
}

/** A letter may be two UTF-16 units, never half of them. */
const lastLetter = (text) => [...text].at(-1)?.length ?? 0;
const firstLetter = (text) => [...text][0]?.length ?? 0;
