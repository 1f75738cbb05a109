// For service workers, by importScripts: a page kept with all that it needs, to be opened without the network.
"use strict";

/** Keep the page at `path`: first its files, so that where it is, they are. `put(page)` keeps the page itself. */
self.keepPage = async function (kept, path, put = (page) => kept.put(path, page)) {
  const page = await fetch(path);
  if (!page.ok) return;
  const text = await page.clone().text();
  await Promise.all(named(text, /(?:src|href)="(\/static\/[^"]+)"/g).map((file) => keepFile(kept, file)));
  await put(page);
};

/** One file, and the letters and pictures that a stylesheet names. */
async function keepFile(kept, path) {
  if (await kept.match(path)) return;
  const file = await fetch(path);
  if (!file.ok) return;
  await kept.put(path, file.clone());
  if (!path.split("?")[0].endsWith(".css")) return;
  const base = new URL(path, self.location.origin);
  const urls = named(await file.text(), /url\("?([^")]+)"?\)/g).filter((url) => !url.startsWith("data:"));
  await Promise.all(urls.map((url) => new URL(url, base)).map((url) => keepFile(kept, url.pathname + url.search)));
}

const named = (text, pattern) => [...text.matchAll(pattern)].map((found) => found[1]);
