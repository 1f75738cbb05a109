// On a laptop: keys for what a thumb does on a phone. Where somebody writes, letters stay letters.

const CARDS = { Digit1: "10", Numpad1: "10", Digit5: "5", Numpad5: "5", Digit0: "stop", Numpad0: "stop", KeyS: "stop", Backspace: "" };

/** `card(kind)` shows a card (empty: takes it back), `pause()` stops the clock or lets it go on. */
export function listenForKeys({ card, pause }) {
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || isBusy(event)) return;
    if (event.code in CARDS) card(CARDS[event.code]);
    else if (event.code === "Space") pause();
    else return;
    event.preventDefault();
  });
}

/** Somebody writes, or has a control under the key: there space presses what has the focus. */
function isBusy({ target, code }) {
  if (document.querySelector("dialog[open]")) return true;
  if (target.closest("input, textarea, select")) return true;
  return code === "Space" && target.closest("button, a, summary") !== null;
}
