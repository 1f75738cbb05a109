/* Keeps the list of badges fresh. It asks over HTTP: this page is open on one or two screens, and a few seconds are soon enough. */

const EVERY_MS = 3000;
const live = document.querySelector("[data-live]");
let last = "";

/* Nothing may move under a hand: wait while a control inside is in use. */
function inUse() {
  return live.contains(document.activeElement) || live.matches(":hover:active");
}

/* Every rendering has fresh tokens; what people see is its text. */
function seen(part) {
  return part.textContent.replace(/\s+/g, " ");
}

async function refresh() {
  if (!document.hidden && !inUse()) {
    try {
      const reply = await fetch(live.dataset.live, { headers: { Accept: "text/html" }, redirect: "error" });
      if (reply.ok) put(await reply.text());
    } catch {
      /* away from the hub: the last known list stays */
    }
  }
  setTimeout(refresh, EVERY_MS);
}

function put(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html").body;
  const text = seen(fresh);
  if (text !== last && !inUse()) {
    last = text;
    live.replaceChildren(...fresh.childNodes);
  }
}

last = seen(live);
setTimeout(refresh, EVERY_MS);
