// The page's words: all text is rendered by the server, this finds it and fills it in.

const page = document.getElementById("desk");
const phrases = new Map(
  [...document.getElementById("words").content.children].map((line) => [line.dataset.word, line.textContent.trim()]),
);
const clock = new Intl.DateTimeFormat("ru", { hour: "2-digit", minute: "2-digit", timeZone: page.dataset.zone });

/** The phrase of this name with its {places} filled; an empty string when there is none. */
export function say(name, places = {}) {
  return (phrases.get(name) ?? "").replace(/\{(\w+)\}/g, (_, place) => places[place] ?? "");
}

/** A moment (ISO 8601) as 09:41 in the seminar's zone. */
export const hour = (moment) => (moment ? clock.format(new Date(moment)) : "");

/** A desk's name inside a sentence: our own "Desk 1" begins small there, a name somebody gave stays as it is. */
function inSentence(station) {
  const own = say("desk_word");
  return own && station.startsWith(own) ? own.toLowerCase() + station.slice(own.length) : station;
}

/** "09:41, desk 1", without the desk where none is known. */
export function whenAndWhere(moment, station) {
  return [hour(moment), inSentence(station ?? "")].filter(Boolean).join(", ");
}

/** A whole name, surname first. */
export const fullName = ({ surname, first_name: first, patronymic }) => [surname, first, patronymic].filter(Boolean).join(" ");

/** A fresh copy of the server's <template id=…>. */
export const fresh = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);

/** Put texts into the parts of `element` marked data-slot; a part without text hides. */
export function fill(element, texts) {
  for (const [slot, text] of Object.entries(texts)) {
    const part = element.querySelector(`[data-slot="${slot}"]`);
    part.textContent = text;
    part.hidden = !text;
  }
  return element;
}

/** Show the shape of this name in the <svg> of `element`. */
export function shape(element, name) {
  element.querySelector("use").setAttribute("href", `#shape-${name}`);
}
