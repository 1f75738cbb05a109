/* Lets a screen's page open without the network, where the browser lets a page have a worker: https and localhost. */
"use strict";

const KEPT = "path-screen-1";
const PATIENCE_MS = 3000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  const ours = url.pathname === "/screen" || url.pathname.startsWith("/static/") || url.pathname.startsWith("/signs/photos/");
  if (event.request.method === "GET" && url.origin === self.location.origin && ours) event.respondWith(answer(event.request));
});

/** The network's answer, kept for later; without one, or with a broken one, what was kept. */
async function answer(request) {
  const kept = await caches.open(KEPT);
  const page = request.mode === "navigate";
  const key = page ? "/screen" : request;
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const reply = await (page ? fetch(request) : fetch(request, { signal }));
    if (reply.status < 500) {
      if (reply.ok) await keep(kept, key, reply.clone(), page);
      return reply;
    }
    return (await kept.match(key)) ?? reply;
  } catch {
    return (await kept.match(key)) ?? Response.error();
  }
}

/** A page that shows a code to be let in by is no screen yet. */
async function keep(kept, key, reply, page) {
  if (page && !(await reply.clone().text()).includes("data-plan-path")) return;
  await kept.put(key, reply);
}
