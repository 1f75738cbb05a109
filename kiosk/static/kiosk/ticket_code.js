// What a ticket code looks like. The same rule as kiosk/tickets.py, so that a page can tell a scan from typing.

export const TICKET = Object.freeze({
  alphabet: "ABCDEFGHJKMNPQRTWX23456789",
  prefix: "K",
  length: 16,
});

const CHECKSUM_LENGTH = 2;
// Under 26 ** 2, and prime: no single wrong character and no swap of two neighbours keeps the sum.
const MODULUS = 673;

/** The two checksum characters for the characters before them. */
export function checksum(body, alphabet = TICKET.alphabet) {
  let rest = 0;
  for (const character of body) {
    rest = (rest * alphabet.length + alphabet.indexOf(character)) % MODULUS;
  }
  return alphabet[Math.floor(rest / alphabet.length)] + alphabet[rest % alphabet.length];
}

/** Whether `text` is a whole ticket code with a right checksum. */
export function isTicketCode(text, { alphabet, prefix, length } = TICKET) {
  return (
    text.length === length &&
    text.startsWith(prefix) &&
    [...text].every((character) => alphabet.includes(character)) &&
    text.endsWith(checksum(text.slice(0, -CHECKSUM_LENGTH), alphabet))
  );
}

/** A code as a person or a camera gives it, without spaces and dashes, in capitals. */
export function tidy(text) {
  return text.replace(/[\s\u2010-\u2015-]+/g, "").toUpperCase();
}
