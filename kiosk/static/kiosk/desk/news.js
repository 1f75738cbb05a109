// The counters and the last arrivals, the same on all desks. The list holds still while somebody is using it.

import { fill, fresh, hour, say } from "./words.js";

const FIGURES = ["registered", "here", "ever", "packs", "questionnaires", "questionnaires_returned"];

export class News {
  constructor(page, { onEmpty }) {
    Object.assign(this, { page, onEmpty, list: page.querySelector("#last"), desks: page.querySelector("#desks") });
    for (const name of ["pointerenter", "focusin", "touchstart"]) {
      this.list.addEventListener(name, () => (this.held = true), { passive: true });
    }
    for (const name of ["pointerleave", "focusout", "touchend", "touchcancel"]) {
      this.list.addEventListener(name, () => this.#letGo(), { passive: true });
    }
  }

  /** What the printers are good for: "none", "ok" or "trouble". */
  printer = "ok";

  show({ counters, last, badges }) {
    for (const name of FIGURES) this.#figure(name, counters[name]);
    this.#perDesk(counters.desks);
    this.#badges(badges);
    this.printer = badges.printer;
    this.onEmpty(counters.registered === 0);
    this.last = last;
    if (!this.held) this.#lastArrivals();
  }

  #figure(name, value) {
    for (const place of this.page.querySelectorAll(`[data-figure="${name}"]`)) place.textContent = value;
  }

  #perDesk(desks) {
    this.desks.replaceChildren(
      ...desks.map(({ station, ever }) => fill(fresh("desk-count"), { station: station || say("no_desk"), ever })),
    );
  }

  #badges({ queued, trouble, labels }) {
    const line = this.page.querySelector("#badges");
    fill(line, { queued: queued ? say("badges_queued", { count: queued }) : "" });
    fill(line, { trouble: trouble ? say("badges_trouble", { count: trouble }) : "" });
    const few = labels !== null && labels !== undefined;
    fill(line, { labels: few ? say("badges_labels", { count: labels }) : "" });
    line.hidden = !(queued || trouble || few);
  }

  #lastArrivals() {
    const lines = this.last.map(({ id, name, company, at, station }) => {
      const line = fill(fresh("arrival"), { name, company, at: hour(at), station });
      line.querySelector(".where").title = station; // a long one is cut: the person's name comes first
      line.querySelector("button").dataset.attendee = id;
      return line;
    });
    this.list.replaceChildren(...lines);
    this.page.querySelector("#nobody").hidden = lines.length > 0;
  }

  #letGo() {
    this.held = this.list.contains(document.activeElement);
    if (this.last && !this.held) this.#lastArrivals();
  }
}
