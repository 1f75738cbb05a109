// Which keys the on-screen keyboard has. Every row is written as its keys, separated by spaces.
//
// The order is that of each country's own keyboards. Names in capitals are keys that do something else than write.

/** Keys that act; their words and pictures are in the page. */
export const ACTIONS = new Set(["SHIFT", "ERASE", "SPACE", "NEXT", "LEFT", "RIGHT", "LAYOUT", "SIGNS", "LETTERS"]);

/** Endings of e-mail addresses that are written by one touch. */
export const ENDINGS = ["gmail.com", "mail.ru", ".com", ".kz", ".kg", ".uz"];

/** Beginnings of phones: one takes another's place. */
export const PREFIXES = ["+7", "+996", "+998"];

/** How phones begin where this language is spoken at home; the others are spoken in several countries. */
const AT_HOME = { ky: "+996 ", uz: "+998 " };

/** What stands in a phone's field before anybody types; `usual` is the beginning of the seminar's own country. */
export const prefixOf = (language, usual) => AT_HOME[language] ?? usual;

const DIGITS = "1 2 3 4 5 6 7 8 9 0";
const BOTTOM = "LAYOUT SIGNS SPACE LEFT RIGHT NEXT";

/** Letters by language, in the order in which one key goes through them. */
export const LETTERS = {
  ru: rows(DIGITS, "й ц у к е н г ш щ з х ъ", "ф ы в а п р о л д ж э ё", "SHIFT я ч с м и т ь б ю - ERASE", BOTTOM),
  // The country's keyboards have these nine where others have digits; digits are among the signs.
  kk: rows("ә і ң ғ ү ұ қ ө һ", "й ц у к е н г ш щ з х ъ", "ф ы в а п р о л д ж э ё", "SHIFT я ч с м и т ь б ю - ERASE", BOTTOM),
  uz: rows(DIGITS, "q w e r t y u i o p oʻ", "a s d f g h j k l gʻ ʼ", "SHIFT z x c v b n m sh ch - ERASE", BOTTOM),
  // Ү, ң, ө stand beside the letters whose keys they share on the country's keyboards.
  ky: rows(DIGITS, "й ц у ү к е н ң г ш щ з х", "ф ы в а п р о ө л д ж э ъ", "SHIFT я ч с м и т ь б ю ё - ERASE", BOTTOM),
  en: rows(DIGITS, "q w e r t y u i o p", "a s d f g h j k l '", "SHIFT z x c v b n m - ERASE", BOTTOM),
};

/** Those of them that write Latin letters. */
export const LATIN = new Set(["uz", "en"]);

/** What names of companies and posts have beside letters. */
export const SIGNS = rows(DIGITS, "« » \" ' ʻ ( ) № & +", ". , - – / : ; ! ? @", "_ * % # = < > ERASE", "LETTERS SPACE LEFT RIGHT NEXT");

export const EMAIL = rows(
  DIGITS,
  "q w e r t y u i o p",
  "a s d f g h j k l @",
  "z x c v b n m . - _ ERASE",
  `${ENDINGS.join(" ")} LEFT RIGHT NEXT`,
);

export const PHONE = rows(`1 2 3 ${PREFIXES[0]}`, `4 5 6 ${PREFIXES[1]}`, `7 8 9 ${PREFIXES[2]}`, "+ 0 ERASE NEXT");

export const NUMBER = rows("1 2 3", "4 5 6", "7 8 9", "ERASE 0 NEXT");

/** The rows of keys for a field. `kind`: letters, email, phone or digits; `signs`: its page of signs. */
export function rowsOf(kind, language, signs = false) {
  if (kind === "letters") return signs ? SIGNS : (LETTERS[language] ?? LETTERS.ru);
  return { email: EMAIL, phone: PHONE, digits: NUMBER }[kind];
}

/** The layout after this one. */
export function layoutAfter(language) {
  const names = Object.keys(LETTERS);
  return names[(names.indexOf(language) + 1) % names.length];
}

/** A key's letter as Shift has it: "off", "once" (one capital) or "lock" (all capitals). */
export function shifted(letter, shift) {
  if (shift === "lock") return letter.toUpperCase();
  return shift === "once" ? letter[0].toUpperCase() + letter.slice(1) : letter;
}

function rows(...lines) {
  return lines.map((line) => line.split(" "));
}
