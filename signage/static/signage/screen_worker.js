/* Lets a screen's page open without the network, where the browser lets a page have a worker: https and localhost. */
"use strict";

importScripts("/static/hub/page_keeping.js");

const KEPT = "path-screen-1";
const AWAY = "/pairing/away"; // what a screen shows without the hub before it was let in
const PATIENCE_MS = 3000;
const SILENCE_MS = 10000;
let silent = 0; // when the network last gave no answer

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim().then(keepAll)));
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  const ours = url.pathname === "/screen" || url.pathname.startsWith("/static/") || url.pathname.startsWith("/signs/photos/");
  if (event.request.method === "GET" && url.origin === self.location.origin && ours) event.respondWith(answer(event.request));
});

/**
 * The network's answer, kept for later; without one, or with a broken one, what was kept. A dead network answers
 * nothing at all for minutes: what is kept does not wait so long, and the rest of a page comes at once after its first.
 */
async function answer(request) {
  const kept = await caches.open(KEPT);
  const page = request.mode === "navigate";
  const key = page ? "/screen" : request;
  const held = await kept.match(key);
  if (held && !page && Date.now() - silent < SILENCE_MS) return held;
  try {
    // Given up, not only waited for no longer: what hangs would keep the few connections there are from what comes next.
    const reply = await (held ? fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) }) : fetch(request));
    if (reply.status >= 500) return held ?? reply;
    if (reply.ok) await keep(kept, key, reply.clone(), page);
    return reply;
  } catch {
    silent = Date.now();
    return held ?? (page && (await kept.match(AWAY))) ?? Response.error();
  }
}

/** The page that brought this worker came before it: without this, only the next one would be kept. */
async function keepAll() {
  const kept = await caches.open(KEPT);
  await keepPage(kept, AWAY);
  await keepPage(kept, "/screen", (page) => keep(kept, "/screen", page, true));
}

/** A page that shows a code to be let in by is no screen yet, or none any more. */
async function keep(kept, key, reply, page) {
  if (page && !(await reply.clone().text()).includes("data-plan-path")) await kept.delete(key);
  else await kept.put(key, reply);
}
