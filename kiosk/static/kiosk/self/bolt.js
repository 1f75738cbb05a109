// Nothing a visitor does leads away from the page. What belongs to the browser (its keys for windows, its full screen)
// is held by the browser's own kiosk mode: see docs/kiosk.md.

const REFUSED = ["contextmenu", "dragstart", "dragover", "drop", "selectstart", "gesturestart", "auxclick"];
const KEYS = /^(F([1-9]|1[0-9])|Browser.*|Launch.*|ContextMenu|Help)$/;

export function bolt() {
  for (const name of REFUSED) addEventListener(name, unlessTyping, { capture: true, passive: false });
  addEventListener("wheel", (event) => event.ctrlKey && event.preventDefault(), { capture: true, passive: false });
  addEventListener("touchmove", (event) => event.touches.length > 1 && event.preventDefault(), { passive: false });
  addEventListener("keydown", key, { capture: true });
  history.pushState(null, "");
  addEventListener("popstate", () => history.pushState(null, ""));
}

/** Text in a field may be selected and its caret moved; everything else is picture. */
function unlessTyping(event) {
  if (event.type === "selectstart" && event.target.closest?.("input, textarea")) return;
  event.preventDefault();
}

function key(event) {
  const command = (event.ctrlKey || event.metaKey) && !event.altKey; // AltGr is both, and types letters
  if (KEYS.test(event.key) || command || (event.altKey && event.key.startsWith("Arrow"))) event.preventDefault();
}
