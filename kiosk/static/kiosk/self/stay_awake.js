// The screen does not go dark while the kiosk is open, where the browser lets a page say so (https, localhost).

export function stayAwake() {
  const ask = () => !document.hidden && navigator.wakeLock?.request("screen").catch(() => {}); // a weak battery says no
  document.addEventListener("visibilitychange", ask);
  ask();
}
