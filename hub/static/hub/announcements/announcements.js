// Announcing without leaving the page: a wish goes out under its id, twice if need be, and what stands keeps fresh.

import { newId } from "../ids.js";
import "../letters.js";
import { keepFresh, sent, tried } from "../live_part.js";

const list = keepFresh({ topics: ["announced", "announcements"] });

/** A form as the API takes it: empty minutes mean «until taken back», a word in their place the delayed start. */
function wishOf(form, submitter) {
  const fields = new FormData(form);
  return {
    id: fields.get("id"),
    kind: fields.get("kind"),
    text: submitter?.name === "delay" ? submitter.value : fields.get("text"),
    minutes: Number(fields.get("minutes")) || null,
    until_start: fields.get("minutes") === "start",
    screens: fields.getAll("screens"),
  };
}

async function announce(event) {
  const form = event.target;
  const path = form.dataset.announce ?? form.dataset.takeBack;
  if (!path) return;
  event.preventDefault();
  const body = form.dataset.announce ? wishOf(form, event.submitter) : {};
  await tried(form.querySelectorAll("button"), async () => {
    await sent(path, body);
    if (form.dataset.announce) finish(form);
  });
  const unsent = document.getElementById("unsent");
  if (!unsent.hidden) unsent.scrollIntoView({ block: "center" });
  list.refresh();
}

/** The next announcement is another wish; this one is to be seen in the list. */
function finish(form) {
  form.reset();
  form.elements.id.value = newId();
  form.closest("details").open = false;
  list.part.scrollIntoView({ block: "nearest" });
  document.getElementById("standing-heading").focus({ preventScroll: true });
}

addEventListener("submit", announce);
