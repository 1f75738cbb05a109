/* The form of a point: the photo is shown and made small before it travels, and goes off once. Without this it works as well. */

import "../hub/letters.js";
import { smaller } from "./small_photo.js";

const form = document.querySelector("#point");
const file = form.querySelector("input[type=file]");
const preview = form.querySelector("[data-preview]");

async function show() {
  if (!file.files.length) return;
  const without = form.querySelector("[name=without_photo]");
  if (without) without.checked = false;
  await smaller(file);
  preview.src = URL.createObjectURL(file.files[0]);
  preview.hidden = false;
  preview.parentElement.classList.add("has-photo");
}

file.addEventListener("change", show);
show(); // taken before this script was here

/* What holds where no other arrow is chosen follows the main one. */
form.addEventListener("change", (event) => {
  if (event.target.name !== "arrow") return;
  for (const usual of form.querySelectorAll("[data-usual]")) {
    usual.firstElementChild.setAttribute("d", event.target.dataset[usual.dataset.usual]);
  }
});

form.addEventListener("submit", (event) => {
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
});
addEventListener("pageshow", () => delete form.dataset.sent);
