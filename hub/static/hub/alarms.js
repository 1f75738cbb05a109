// Alarms on every page of those who are to hear of them: at once by the live channel, soon where it does not come to be.

import { Sound } from "./sound.js";

const EVERY_MS = 10_000;
const HEARD = "alarms.heard"; // by this tab, on whatever page: nobody is called twice for one thing
const box = document.getElementById("alarms");
const sound = new Sound(localStorage);

const keyOf = (alarm) => alarm.dataset.alarm + ("over" in alarm.dataset ? "-over" : "");

async function refresh() {
  try {
    const reply = await fetch(box.dataset.now, { headers: { Accept: "text/html" }, redirect: "error" });
    if (reply.ok) put(await reply.text());
  } catch {
    // away from the hub or signed out: the page itself says so
  }
}

function put(html) {
  const fresh = [...new DOMParser().parseFromString(html, "text/html").querySelectorAll("[data-alarm]")];
  const shown = [...box.children].map((alarm) => alarm.outerHTML).join();
  if (fresh.map((alarm) => alarm.outerHTML).join() !== shown) box.replaceChildren(...fresh);
  call(fresh);
}

/** The ear and the pocket hear of what is new. */
function call(alarms) {
  const heard = new Set(JSON.parse(sessionStorage.getItem(HEARD) ?? "[]"));
  const news = alarms.filter((alarm) => !heard.has(keyOf(alarm)));
  sessionStorage.setItem(HEARD, JSON.stringify(alarms.map(keyOf)));
  if (!news.length) return;
  const wrong = news.some((alarm) => !("over" in alarm.dataset));
  sound.play(wrong ? "stop" : "go");
  navigator.vibrate?.(wrong ? [200, 100, 200] : [100]);
}

if (box) {
  addEventListener("hub:alarms", refresh);
  addEventListener("hub:connected", refresh);
  setInterval(refresh, EVERY_MS);
  refresh();
}
