// An evacuation on every page of the team. A page with a live channel hears of it at once, any other when it is opened.

import { get } from "../http.js";

const pattern = document.getElementById("evacuation-banner");
let held = null;

function take(told) {
  if (held && told.set === held.set && told.seq < held.seq) return;
  held = told;
  document.querySelector("body > .evacuation-banner")?.remove();
  const evacuation = told.standing.filter((one) => one.kind === "evacuation").pop();
  if (!evacuation) return;
  const words = evacuation.words[document.documentElement.lang];
  const banner = pattern.content.cloneNode(true);
  banner.querySelector("[data-slot=head]").textContent = words.head;
  banner.querySelector("[data-slot=text]").textContent = words.text;
  document.body.prepend(banner);
}

async function ask() {
  try {
    take(await get("/api/announcements/standing"));
  } catch {
    // away or signed out: the page itself says so
  }
}

if (pattern) {
  addEventListener("hub:announcements", (event) => take(event.detail));
  addEventListener("hub:connected", ask);
  ask();
}
