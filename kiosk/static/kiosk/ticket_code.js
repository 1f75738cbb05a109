// What a ticket code looks like. The same rule as kiosk/tickets.py, so that a page can tell a scan from typing.

export const TICKET = Object.freeze({
  alphabet: "ABCDEFGHJKMNPQRTWX23456789",
  prefix: "K",
  length: 16,
});

const CHECKSUM_LENGTH = 2;
// Under 26 ** 2, and prime: no single wrong character and no swap of two neighbours keeps the sum.
const MODULUS = 673;
// How a scanner may announce a QR code, "]Q1", under any layout that the hub can read.
const ANNOUNCEMENT = /^[\]ЪХШ][QЙӨ]["0-9]/;

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

/**
 * What a scan is, as far as it can be told without the hub: "ours", "wrong_event", "malformed"; or "unclear" when a
 * ticket may have come under a foreign layout, which only the hub can read. `tag` names the seminar in its codes.
 */
export function sortOf(raw, tag) {
  const code = tidy(raw).replace(ANNOUNCEMENT, "");
  if (isTicketCode(code)) return code.startsWith(TICKET.prefix + tag) ? "ours" : "wrong_event";
  return code.length === TICKET.length && /[^A-Z0-9]/.test(code) ? "unclear" : "malformed";
}

/** A code as a person or a camera gives it, without spaces and dashes, in capitals. */
export function tidy(text) {
  return text.replace(/[\s\u2010-\u2015-]+/g, "").toUpperCase();
}
