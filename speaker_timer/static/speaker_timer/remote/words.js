// The page's words: all text is rendered by the server, this finds it, fills it in and shows it.

const phrases = new Map(
  [...document.getElementById("words").content.children].map((line) => [line.dataset.word, line.textContent.trim()]),
);
const MINUTE = 60_000;
const HOUR_MIN = 60;

/** The phrase of this name with its {places} filled; an empty string when there is none. */
export function say(name, places = {}) {
  return (phrases.get(name) ?? "").replace(/\{(\w+)\}/g, (_, place) => places[place] ?? "");
}

/** Say a phrase with one place in it inside `element`, what fills the place in bold: languages set it where they like. */
export function sayWith(element, name, place, text) {
  const [before, after = ""] = (phrases.get(name) ?? "").split(`{${place}}`);
  if (element.textContent === before + text + after) return;
  const bold = document.createElement("b");
  bold.textContent = text;
  element.replaceChildren(before, bold, after);
}

/** A fresh copy of the server's <template id=…>. */
export const fresh = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);

/** Put texts into the parts of `element` marked data-slot. What stands there already is left alone. */
export function fill(element, texts) {
  for (const [slot, text] of Object.entries(texts)) {
    const part = element.querySelector(`[data-slot="${slot}"]`);
    if (part.textContent !== text) part.textContent = text;
  }
  return element;
}

/** Show the shape of this name in the first <svg> of `element`. */
export function shape(element, name) {
  const use = element.querySelector("use");
  mark(use, "href", `#sign-${name}`);
}

/** Set an attribute only when it changes: the figure is drawn four times a second. */
export function mark(element, name, value) {
  if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
}

/** A length without its sign: "4 min", below a minute "40 s", from an hour on "1 h 5 min". */
export function amount(ms) {
  const size = Math.abs(ms);
  if (size < MINUTE) return say("seconds", { count: Math.round(size / 1000) });
  const minutes = Math.round(size / MINUTE);
  const [hours, count] = [Math.floor(minutes / HOUR_MIN), minutes % HOUR_MIN];
  return hours ? say(count ? "hours" : "whole_hours", { hours, count }) : say("minutes", { count });
}

/** "+5 min", "−40 s". */
export const signed = (ms) => (ms < 0 ? "−" : "+") + amount(ms);

/** What is on, in words: its title, else its kind. */
export const titled = (item) => item.title || say(`kind_${item.kind}`);
