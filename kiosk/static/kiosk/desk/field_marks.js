// Which fields of a form are empty though required, or too long, and the marks that say so to eye and screen reader.

/** The required fields of `form` that are empty or not ticked, in order. */
export function missing(form) {
  return [...form.querySelectorAll("[required]")].filter(isEmpty);
}

function isEmpty(field) {
  return field.type === "checkbox" ? !field.checked : !field.value.trim();
}

/** The fields of `form` with more letters than its data-most, in order. */
export function tooLong(form) {
  return [...form.querySelectorAll("input:not([type=checkbox])")].filter((field) => beyond(field) > 0);
}

/** As the hub counts them: a row of blanks is one. */
const beyond = ({ value, form }) => [...value.replace(/\s+/g, " ").trim()].length - Number(form.dataset.most);

/** Mark `field` as too long, and say beside it by how much. */
export function markLong(field) {
  const line = longOf(field);
  line.textContent = line.dataset.over.replace("{count}", beyond(field));
  mark(field, line);
}

/** Mark `field` as wrong; the element `because` says why, or the hint beside the field. */
export function mark(field, because = hintOf(field)) {
  because.hidden = false;
  field.setAttribute("aria-invalid", "true");
  field.setAttribute("aria-describedby", because.id);
}

export function unmark(field) {
  for (const line of [hintOf(field), longOf(field)]) if (line) line.hidden = true;
  field.removeAttribute("aria-invalid");
  field.removeAttribute("aria-describedby");
}

/** The fields of `form` that are marked. */
export const marked = (form) => [...form.querySelectorAll('[aria-invalid="true"]')];

/** How people call this field. */
export const nameOf = (field) => field.dataset.name ?? field.labels[0].textContent.trim();

const hintOf = (field) => document.getElementById(`${field.id}-wrong`);
const longOf = (field) => document.getElementById(`${field.id}-long`);
