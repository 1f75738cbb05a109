/* The minder's page keeps itself fresh: it hears over the socket that something changed, and asks for the list over HTTP. */

import { newId } from "../hub/ids.js";
import { keepFresh, sent, tried } from "../hub/live_part.js";

const list = keepFresh({
  topics: ["readiness"],
  everyMs: 20_000, // the list says what the clock brings
  count: (part) => Number(part.querySelector("[data-asked]")?.dataset.asked ?? 0),
});

list.part.addEventListener("submit", async (event) => {
  const button = event.submitter;
  if (!button?.value) return;
  event.preventDefault();
  const form = event.target;
  await tried(form.querySelectorAll("button"), () => sent(form.dataset.say, { answer: button.value, id: newId() }));
  list.refresh();
});
