// A finger that rests on a button, or slips a little on it, means the button: browsers make no click of it.

const PRESSED = "button, label.agree";
const CLICK_MS = 80; // by then a browser has made its click of a touch, if it makes one
const LATE_MS = 500; // a click that comes after ours is the same touch's

export function heedLongPresses() {
  let down = null;
  let waiting = 0;
  let ours = null;
  const listen = (name, heard) => addEventListener(name, heard, { capture: true });
  listen("pointerdown", ({ target, pointerType, isPrimary }) => {
    down = pointerType !== "mouse" && isPrimary ? target.closest(PRESSED) : null;
  });
  listen("pointercancel", () => (down = null));
  listen("pointerup", ({ clientX, clientY }) => {
    const pressed = down;
    down = null;
    if (!pressed || document.elementFromPoint(clientX, clientY)?.closest(PRESSED) !== pressed) return;
    waiting = setTimeout(() => {
      if (!pressed.isConnected) return;
      pressed.click();
      ours = { pressed, until: performance.now() + LATE_MS };
    }, CLICK_MS);
  });
  listen("click", (event) => {
    clearTimeout(waiting);
    if (!event.isTrusted || performance.now() > (ours?.until ?? 0) || !ours.pressed.contains(event.target)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  });
}
