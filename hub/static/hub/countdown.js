/* Counts a figure down. The time left comes from the hub; the browser's wall clock is not asked, for it may be wrong. */

const figure = document.querySelector("[data-countdown]");
const left = figure.querySelector("[data-left]");
const over = figure.querySelector("[data-over]");
const end = performance.now() + Number(figure.dataset.countdown) * 1000;

function tick() {
  const seconds = Math.max(0, Math.ceil((end - performance.now()) / 1000));
  left.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  if (seconds > 0) {
    setTimeout(tick, 250);
    return;
  }
  figure.classList.add("is-over");
  left.parentElement.hidden = true;
  over.hidden = false;
}

tick();
