/* A photo of a sign that stands ticks it, too: it goes off as soon as it is taken. */

import "../hub/letters.js";
import { smaller } from "./small_photo.js";

for (const form of document.querySelectorAll(".tick-sign")) {
  const file = form.querySelector("input[type=file]");
  const send = async () => {
    if (!file.files.length) return;
    await smaller(file);
    form.requestSubmit();
  };
  file?.addEventListener("change", send);
  if (file) send(); // taken before this script was here
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });
}
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll(".tick-sign")) delete form.dataset.sent;
});
