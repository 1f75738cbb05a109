// An evacuation on every page of the team, heard of at once: a page without a live channel of its own gets one here.

import { get } from "../http.js";
import { isLive, openLive } from "../live.js";

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
  addEventListener("load", () => isLive() || openLive({})); // by then each page's own scripts have run
  ask();
}
