// What the displays have painted: «shown on 2 of 2», and who is away by name.

import { fill, mark, say, shape } from "./words.js";

const LATE_MS = 1500; // a card that is not on the glass by then is worth a word

export class Delivery {
  #displays = null;

  /** Is the hub away? Then nothing is known of the displays. */
  away = false;

  /** `left(name)` is called when a display goes away. */
  constructor(page, { left }) {
    Object.assign(this, { left, place: page.querySelector("#delivery"), count: page.querySelector('.tabs [data-slot="count"]') });
  }

  /** From the event `displays` or GET /api/timer/displays. Those for the hall show no cards. */
  take({ displays }) {
    const speakers = displays.filter(({ view }) => view === "stage" || view === "corner");
    for (const { device, here, name } of speakers) {
      if (!here && this.#displays?.some((was) => was.device === device && was.here)) this.left(name);
    }
    this.#displays = speakers;
  }

  /** `cue` is the card that is on; `state` is what the displays should have. */
  tick(state, cue, now) {
    const told = this.away ? { state: "trouble", said: say("displays_away") } : this.#told(state, cue, now);
    const line = this.place.querySelector("p");
    mark(line, "data-state", told.state);
    shape(line, { shown: "check", waits: "wait", trouble: "attention", none: "screen" }[told.state]);
    fill(line, { said: told.said, away: told.away ?? "" });
    // To take back what is on comes first: there is room for one.
    this.place.querySelector('[data-slot="add"]').hidden = Boolean(cue) || this.#displays?.length !== 0;
    this.place.querySelector('[data-card=""]').hidden = !cue;
    this.#tab();
  }

  #told(state, cue, now) {
    if (this.#displays === null) return { state: "none", said: say("displays_unknown") };
    if (!this.#displays.length) return { state: "trouble", said: say("no_displays") };
    const away = this.#displays.filter(({ here }) => !here).map(({ name }) => say("away_one", { name }));
    const names = away.join(" ");
    if (!cue) return { state: away.length ? "trouble" : "none", said: this.#counted("here", this.#here()), away: names };
    if (state.blackout) return { state: "trouble", said: say("shown_dark"), away: names };
    return this.#painted(state, cue, now, away);
  }

  #painted(state, cue, now, away) {
    const shown = this.#displays.filter((one) => one.here && one.seq >= state.seq && one.card === cue.key);
    const behind = this.#here().filter((one) => !shown.includes(one));
    const late = behind.length > 0 && this.#age(`${state.seq} ${cue.key}`, now) > LATE_MS;
    const names = [...away, ...(late ? behind.map(({ name }) => say("unpainted_one", { name })) : [])].join(" ");
    const all = shown.length === this.#displays.length;
    const standing = all ? "shown" : late || away.length ? "trouble" : "waits";
    return { state: standing, said: this.#counted("shown", shown), away: names };
  }

  /** For how long the displays have had to show this, as this page has seen it. */
  #age(wanted, now) {
    if (this.wanted?.key !== wanted) this.wanted = { key: wanted, at: now };
    return now - this.wanted.at;
  }

  #here() {
    return this.#displays.filter(({ here }) => here);
  }

  #counted(word, some) {
    return say(word, { shown: some.length, count: this.#displays.length });
  }

  #tab() {
    const known = this.#displays?.length ?? 0;
    const text = known && !this.away ? `${this.#here().length}/${known}` : "";
    if (this.count.textContent !== text) this.count.textContent = text;
    mark(this.count.closest("button"), "data-trouble", this.away || known === 0 || this.#here().length < known);
  }
}
