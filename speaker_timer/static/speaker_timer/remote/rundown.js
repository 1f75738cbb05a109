// The whole day as it goes. Lines are changed in place, so that none that is open closes or moves under the thumb.

import { fill, fresh, mark, say, shape, titled } from "./words.js";

const clock = window.timerClock;
const SHAPES = { waits: "ring", runs: "play", overruns: "attention", over: "check", skipped: "skip" };
const MINUTE = 60_000;

export class RundownList {
  /** `leastSet()` is called when the host has written how short the break may become. */
  constructor(page, { leastSet }) {
    Object.assign(this, { list: page.querySelector("#items"), field: page.querySelector("#least"), lines: new Map() });
    this.field.addEventListener("input", () => {
      this.written = true;
      leastSet();
    });
  }

  /** To how many seconds the next break may be cut; NaN when there is none or nothing is written. */
  get least() {
    return this.field.parentElement.hidden ? NaN : Math.round(this.field.valueAsNumber * 60);
  }

  show({ rundown, utc_offset: offset }) {
    const waiting = rundown.filter(({ going, kind }) => going === "waits" && kind !== "registration");
    const lines = rundown.map((item) => this.#line(item, offset, waiting));
    // Only what is out of its place moves: the rest keeps its focus.
    lines.forEach((line, n) => this.list.children[n] === line || this.list.insertBefore(line, this.list.children[n] ?? null));
    for (const [id, line] of this.lines) {
      if (rundown.some((item) => item.id === id)) continue;
      line.remove();
      this.lines.delete(id);
    }
    this.#breakLeft(waiting);
  }

  #line(item, offset, waiting) {
    const line = this.lines.get(item.id) ?? fresh("item");
    this.lines.set(item.id, line);
    mark(line, "data-going", item.going);
    const time = (moment) => (moment === null ? "" : clock.clockText(moment, offset));
    const from = time(item.started ?? item.start ?? item.planned_start);
    const planned = time(item.planned_start);
    fill(line, {
      at: from,
      planned: planned,
      title: titled(item),
      speaker: [item.speaker, item.company].filter(Boolean).join(", "),
      going: say(`going_${item.going}`),
      times: timesOf(item, time),
    });
    line.querySelector("s").hidden = planned === from;
    shape(line.querySelector(".going"), SHAPES[item.going]);
    this.#buttons(line, item, waiting);
    return line;
  }

  #buttons(line, item, waiting) {
    const place = waiting.findIndex(({ id }) => id === item.id);
    const other = place < 0 ? undefined : waiting[place + 1];
    for (const button of line.querySelectorAll("button")) {
      const { action } = button.dataset;
      if (action !== "finish") button.dataset.item = item.id;
      if (action === "swap") button.dataset.other = other?.id ?? "";
      const runs = item.going === "runs" || item.going === "overruns";
      button.hidden = action === "finish" ? !runs : place < 0 || (action === "swap" && !other) || (action === "start" && place === 0);
    }
  }

  /** The field offers what the programme allows, until the host writes something else. */
  #breakLeft(waiting) {
    const next = waiting.find(({ kind }) => kind === "break");
    this.field.parentElement.hidden = !next;
    if (next && !this.written) this.field.value = Math.round(next.least / MINUTE);
  }
}

function timesOf(item, time) {
  const planned = say("times_planned", { start: time(item.planned_start), end: time(item.planned_end) });
  if (item.going === "skipped") return planned;
  const span = { start: time(item.started ?? item.start), end: time(item.ended ?? item.end) };
  const word = { waits: "times_expected", over: "times_real" }[item.going] ?? "times_since";
  return `${planned} · ${say(word, span)}`;
}
