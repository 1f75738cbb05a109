// Tells how many letters of a field's most are written once the end is near, and refuses what is too long in plain view;
// where a field must not be left empty, that too, in the house's words: a browser's bubble speaks its own language.
// The field's line is {{ parts.letters(id, most, empty) }}, for a field without an id of this name in the same form; a
// field has no maxlength, which would swallow letters in silence, and its form is novalidate.

const NEAR = 0.8;
let named = 0;

/** As the hub counts them: a row of blanks is one. */
const lengthOf = (text) => [...text.replace(/\s+/g, " ").trim()].length;

const lineOf = ({ id, name, form }) =>
  id || name ? (id ? document : form)?.querySelector(`[data-letters-of="${CSS.escape(id || name)}"]`) : null;

function tell(field) {
  const line = lineOf(field);
  if (!line) return;
  const most = Number(line.dataset.most);
  const count = lengthOf(field.value);
  line.hidden = count < most * NEAR;
  line.textContent = line.dataset.near.replace("{count}", count);
  judge(field, line, count > most && line.dataset.over.replace("{count}", count - most));
  if (!line.hidden) hush(field, line);
}

/** What the hub said of the field is of an earlier text: one sentence at a time. */
function hush(field, line) {
  const described = (field.getAttribute("aria-describedby") ?? "").split(" ");
  const old = described.filter((id) => id !== line.id && id.endsWith("-wrong"));
  for (const id of old) document.getElementById(id)?.toggleAttribute("hidden", true);
  if (old.length) describe(field, described.filter((id) => !old.includes(id)));
}

function describe(field, ids) {
  field.setAttribute("aria-describedby", ids.join(" "));
  if (!ids.length) field.removeAttribute("aria-describedby");
}

/** Mark a field as wrong for this reason, or as right again without one. */
function judge(field, line, wrong) {
  line.classList.toggle("wrong", Boolean(wrong));
  line.id ||= `letters-${++named}`;
  const described = (field.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && id !== line.id);
  if (wrong) described.unshift(line.id);
  describe(field, described);
  if (!wrong) return field.removeAttribute("aria-invalid");
  line.hidden = false;
  line.textContent = wrong;
  field.setAttribute("aria-invalid", "true");
}

/** Is there something to correct in it before it goes off? */
function isWrong(field) {
  const line = lineOf(field);
  tell(field); // a script may have put something else into it
  if (line?.dataset.empty && !lengthOf(field.value)) {
    judge(field, line, line.dataset.empty);
    hush(field, line);
  }
  return line?.classList.contains("wrong");
}

addEventListener("input", ({ target }) => tell(target));
addEventListener("reset", ({ target }) => setTimeout(() => [...target.elements].forEach(tell)));

/* It says so at its field: nothing goes off, and the hand is led there. */
addEventListener(
  "submit",
  (event) => {
    const [field] = [...event.target.elements].filter(isWrong);
    if (!field) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    field.focus({ preventScroll: true });
    field.scrollIntoView({ block: "center" }); // with its line: what is fixed to the edges of a page covers neither
  },
  true,
);
