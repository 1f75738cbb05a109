// Beside a field for a file: the name of what was chosen. The field is {{ parts.file_field(…) }}.

function tell(field) {
  const line = field.parentElement.querySelector("[data-chosen]");
  if (line) line.textContent = [...field.files].map((file) => file.name).join(", ") || line.dataset.none;
}

addEventListener("change", ({ target }) => target.type === "file" && tell(target));
/* A browser may have kept the choice over a reload, or the way back to the page. */
addEventListener("pageshow", () => document.querySelectorAll("input[type=file]").forEach(tell));
