// Who speaks, how much time is left, what is next, and how late or early the day is.

import { amount, fill, mark, say, shape, titled } from "./words.js";

const clock = window.timerClock;
const SHAPES = { talk: "play", questions: "shape-questions", break: "shape-break", before: "wait", between: "wait", over: "check" };
const SOON_MS = 5 * 60_000;
const ON_TIME_MS = 60_000;

export class Now {
  constructor(page) {
    Object.assign(this, { place: page.querySelector("#now"), clock: page.querySelector("#clock") });
  }

  /** What changes only with the state. */
  show(state) {
    const { item, next } = state;
    fill(this.place, {
      phase: item ? say(state.phase === "questions" ? "phase_questions" : `kind_${item.kind}`) : say(`phase_${state.phase}`),
      title: item ?? next ? titled(item ?? next) : "",
      speaker: named(item ?? next),
      next_at: item && next ? clock.clockText(next.start, state.utc_offset) : "",
      next: !item ? "" : next ? [next.speaker, titled(next)].filter(Boolean).join(": ") : say("nothing_next"),
      end: dayEnd(state),
    });
    this.place.querySelector(".next").hidden = !item;
    this.place.querySelector(".left").hidden = !item && !next;
    mark(this.place, "data-phase", state.phase);
    shape(this.place.querySelector(".phase"), SHAPES[state.phase]);
    this.#late(state);
  }

  /** What changes with time. */
  tick(state, now) {
    const told = figureOf(state, now);
    fill(this.place, told.texts);
    mark(this.place, "data-tone", told.tone);
    this.place.querySelector(".figure").style.setProperty("--signs", Math.max(5, told.texts.figure.length));
    const gone = this.place.querySelector(".gone i");
    gone.style.inlineSize = `${told.gone * 100}%`;
    const time = clock.clockText(now, state.utc_offset);
    if (this.clock.textContent !== time) this.clock.textContent = time;
  }

  #late(state) {
    const word = state.late_ms >= ON_TIME_MS ? "late" : state.early_ms >= ON_TIME_MS ? "early" : "on_time";
    const place = this.place.querySelector(".late");
    place.hidden = state.phase === "over";
    mark(place, "data-day", word);
    shape(place, { late: "attention", early: "ahead" }[word] ?? "check");
    fill(place, { late: say(word, { amount: amount(word === "late" ? state.late_ms : state.early_ms) }) });
  }
}

const named = (item) => (item ? [item.speaker, item.company].filter(Boolean).join(", ") : "");

function dayEnd(state) {
  if (state.ends_at === null) return "";
  return say(state.phase === "over" ? "day_ended" : "day_ends", { time: clock.clockText(state.ends_at, state.utc_offset) });
}

/** The main figure: time left of what runs, or time until what is next. */
function figureOf(state, now) {
  return state.anchor ? running(state, now) : waiting(state, now);
}

function running(state, now) {
  const left = clock.left(state, now);
  const slot = state.phase === "break" ? left : clock.slotRemaining(state, now);
  const { target } = state.anchor;
  const isOver = left < 0;
  const word = isOver ? "left_over" : { questions: "left_questions", break: "left_break" }[state.phase] ?? "left";
  return {
    texts: {
      figure: clock.countText(left),
      word: state.running ? say(word) : say("paused"),
      slot: slot !== left && slot > 0 ? say("with_questions", { count: clock.countText(slot) }) : "",
    },
    tone: isOver ? "stop" : !state.running ? "paused" : left <= SOON_MS && state.phase !== "break" ? "known" : "calm",
    gone: target ? Math.min(1, Math.max(0, 1 - left / target)) : 1,
  };
}

/** Until the moment that was promised: what is expected by now moves on with each minute of delay. */
function waiting({ next, late_ms: late }, now) {
  if (!next) return { texts: { figure: "", word: "", slot: "" }, tone: "calm", gone: 0 };
  const left = next.start - late - now;
  const due = left < 0;
  return {
    texts: { figure: clock.countText(left), word: say(due ? "left_due" : "left_next"), slot: "" },
    tone: due ? "known" : "calm",
    gone: 0,
  };
}

