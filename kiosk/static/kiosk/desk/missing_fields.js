// Which required fields of a form are empty, and the marks that say so to eye and screen reader.

/** The required fields of `form` that are empty or not ticked, in order. */
export function missing(form) {
  return [...form.querySelectorAll("[required]")].filter(isEmpty);
}

function isEmpty(field) {
  return field.type === "checkbox" ? !field.checked : !field.value.trim();
}

/** Mark `field` as wrong; the element `because` says why, or the hint beside the field. */
export function mark(field, because = hintOf(field)) {
  because.hidden = false;
  field.setAttribute("aria-invalid", "true");
  field.setAttribute("aria-describedby", because.id);
}

export function unmark(field) {
  const hint = hintOf(field);
  if (hint) hint.hidden = true;
  field.removeAttribute("aria-invalid");
  field.removeAttribute("aria-describedby");
}

/** The fields of `form` that are marked. */
export const marked = (form) => [...form.querySelectorAll('[aria-invalid="true"]')];

/** How people call this field. */
export const nameOf = (field) => field.dataset.name ?? field.labels[0].textContent.trim();

const hintOf = (field) => document.getElementById(`${field.id}-wrong`);
