/*
 * Where a browser lets a page have a worker (https and localhost): a display or a kiosk that is opened while the hub is
 * away says so and tries again by itself, where the browser would show an error page of its own.
 */
"use strict";

importScripts("/static/hub/page_keeping.js");

const KEPT = "away-page-1";
const AWAY = "/pairing/away";
const PATIENCE_MS = 5000;
const SILENCE_MS = 10_000;
const PARTS = /^\/static\/(hub\/pairing|hub\/icon|vendor\/fonts\/)/;
let silent = -Infinity; // when the network last gave no answer

self.addEventListener("install", (event) => event.waitUntil(keep().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (PARTS.test(url.pathname)) event.respondWith(part(request));
});

/** What the network answers in time, else the page that says that it does not. */
async function page(request) {
  const answered = fetch(request);
  const late = new Promise((done) => setTimeout(done, PATIENCE_MS));
  const reply = await Promise.race([answered, late]).catch(() => null);
  if (reply) {
    keep().catch(() => null); // in the language of today; away again: what is kept stays
    return reply;
  }
  silent = Date.now();
  return (await caches.match(AWAY)) ?? answered;
}

/** A dead network answers nothing at all for minutes: once the page was kept waiting, its files are not. */
async function part(request) {
  const held = await caches.match(request);
  if (held && Date.now() - silent < SILENCE_MS) return held;
  return fetch(request).catch(() => held ?? Response.error());
}

const keep = async () => keepPage(await caches.open(KEPT), AWAY);
