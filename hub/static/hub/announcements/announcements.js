// Announcing without leaving the page: a wish goes out under its id, twice if need be, and what stands keeps fresh.

import { Refused } from "../http.js";
import { newId } from "../ids.js";
import "../letters.js";
import { keepFresh, sent, tried } from "../live_part.js";

const OF_THE_WORDS = new Set(["announcement_text_required", "announcement_too_long"]);
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
  let refusal = null;
  await tried(form.querySelectorAll("button"), async () => {
    refusal = await refused(sent(path, body));
    if (form.dataset.announce && !refusal) finish(form);
  });
  if (refusal) correct(form, refusal);
  const unsent = document.getElementById("unsent");
  if (!unsent.hidden) unsent.scrollIntoView({ block: "center" });
  list.refresh();
}

/** Why the words were not taken, if it was they; null when all went well. */
async function refused(sending) {
  try {
    await sending;
    return null;
  } catch (error) {
    if (error instanceof Refused && OF_THE_WORDS.has(error.code)) return error.message;
    throw error;
  }
}

/** Say so at the field of the words, and lead the hand there. */
function correct(form, sentence) {
  const [words, line] = [form.elements.text, form.querySelector("[data-wrong]")];
  line.textContent = sentence;
  line.hidden = false;
  words.setAttribute("aria-invalid", "true");
  words.focus();
}

/** What was said of the words is over with the next letter; whether they are too long now, letters.js knows. */
function forget(form) {
  const line = form?.querySelector("[data-wrong]");
  if (line) line.hidden = true;
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
addEventListener("input", ({ target }) => target.name === "text" && forget(target.form));
addEventListener("reset", ({ target }) => forget(target));
