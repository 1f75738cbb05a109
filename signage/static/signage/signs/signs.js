// Minding the screens: the list keeps itself fresh, and nothing moves under a thumb or a hand that writes a name.

import { post } from "../../hub/http.js";
import "../../hub/letters.js";
import { keepFresh, tried } from "../../hub/live_part.js";

const list = keepFresh({
  topics: ["screens", "pairings", "signs_trouble"],
  everyMs: 10_000, // half a minute of silence is news, too
  count: (part) => Number(part.querySelector("[data-away]")?.dataset.away ?? 0),
});

list.part.addEventListener("click", async ({ target }) => {
  const button = target.closest("[data-post]");
  if (!button) return;
  await tried([button], () => post(button.dataset.post, {}));
  list.refresh();
});
