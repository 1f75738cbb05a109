// What the walk-in form asks, in which order, and which answers look whole.

export const STEPS = ["name", "work", "phone", "email", "consent", "summary"];

/** Fields of a step. */
export const FIELDS = { name: ["surname", "first_name"], work: ["company", "position"], phone: ["phone"], email: ["email"] };

/** The step and the field that a refusal is about. */
export const ABOUT = {
  phone_invalid: { step: "phone", field: "phone" },
  email_invalid: { step: "email", field: "email" },
  consent_required: { step: "consent" },
};

/** Is this the beginning of a phone without the rest? */
export const isBare = (phone) => /^(\+?|\+7|\+996|\+998)$/.test(phone.trim());

const DOUBTS = { phone: "phone_invalid", email: "email_invalid" };

/** The refusal that a person may overrule for this field. */
export const doubtOf = (name) => DOUBTS[name];

// The hub judges properly; this only spares people a way back from the last step.
const LOOKS_RIGHT = {
  phone: (text) => text.replace(/\D/g, "").length >= 10,
  email: (text) => /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(text.trim()),
};

/** What is wrong with a field's text: "empty", a doubt that the person may overrule, or null. A prefix is no answer. */
export function wrongWith(name, text) {
  const typed = text.trim();
  if (!typed || (name === "phone" && isBare(typed))) return "empty";
  return name in LOOKS_RIGHT && !LOOKS_RIGHT[name](typed) ? DOUBTS[name] : null;
}

export const stepAfter = (step) => STEPS[STEPS.indexOf(step) + 1];
export const stepBefore = (step) => STEPS[STEPS.indexOf(step) - 1];
