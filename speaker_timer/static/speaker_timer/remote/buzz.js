// The phone in the hand: it trembles when something happens, and stays awake where the browser allows it.

const PATTERNS = { card: [120, 80, 120], over: [400], trouble: [80, 60, 80, 60, 80] };

/** Tremble. A browser refuses before the first touch; iPhones have no such thing at all. */
export function buzz(kind) {
  if (navigator.vibrate && navigator.userActivation?.hasBeenActive !== false) navigator.vibrate(PATTERNS[kind]);
}

/** Keep the screen on while this page is looked at: on secure addresses alone. */
export function stayAwake() {
  const ask = () => document.hidden || navigator.wakeLock?.request("screen").catch(() => null);
  document.addEventListener("visibilitychange", ask);
  ask();
}
