// Tells how many letters of a field's most are written once the end is near, and refuses what is too long in plain view.
// The field's line is {{ parts.letters(id, most) }}; a field has no maxlength, which would swallow letters in silence.

const NEAR = 0.8;

/** As the hub counts them: a row of blanks is one. */
const lengthOf = (text) => [...text.replace(/\s+/g, " ").trim()].length;

const lineOf = ({ id }) => (id ? document.querySelector(`[data-letters-of="${CSS.escape(id)}"]`) : null);

function tell(field) {
  const line = lineOf(field);
  if (!line) return;
  const most = Number(line.dataset.most);
  const count = lengthOf(field.value);
  const over = count > most;
  line.hidden = count < most * NEAR;
  line.textContent = over
    ? line.dataset.over.replace("{count}", count - most)
    : line.dataset.near.replace("{count}", count);
  line.classList.toggle("wrong", over);
  if (over) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
}

addEventListener("input", ({ target }) => tell(target));
addEventListener("reset", ({ target }) => setTimeout(() => [...target.elements].forEach(tell)));

/* It says so at its field already: nothing goes off, and the hand is led there. A browser's own bubble would cover it. */
addEventListener(
  "submit",
  (event) => {
    const field = [...event.target.elements].find((one) => lineOf(one)?.classList.contains("wrong"));
    if (!field) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    field.focus();
  },
  true,
);
