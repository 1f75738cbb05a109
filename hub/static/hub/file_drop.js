/* The import form goes off as soon as a file is chosen or dropped, and no second time while it is on its way. */

const form = document.querySelector("form.drop, form#columns");
const file = form.querySelector("input[type=file]");
const zone = form.querySelector(".drop-zone");

form.addEventListener("submit", (event) => {
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  const wait = form.querySelector("[data-wait]");
  if (wait) wait.hidden = false;
});

/* Back from the next page: the form may go off again. What was chosen before this script came, or is kept from before,
   goes off by hand. */
addEventListener("pageshow", () => {
  delete form.dataset.sent;
  if (file) form.querySelector("[data-by-hand]").hidden = !file.files.length;
});

if (file) {
  file.addEventListener("change", () => file.files.length && form.requestSubmit());
  for (const kind of ["dragenter", "dragover"]) zone.addEventListener(kind, () => zone.classList.add("is-over-zone"));
  for (const kind of ["dragleave", "drop"]) zone.addEventListener(kind, () => zone.classList.remove("is-over-zone"));
}
