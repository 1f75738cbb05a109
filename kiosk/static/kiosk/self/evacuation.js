// An evacuation covers everything on the kiosk until it is taken back; the hub hears what is on the glass.

import { get } from "../../hub/http.js";

export class Evacuation {
  /** `tell(seq)` is called when what stands is on the glass; `language()` is the kiosk's at the moment. */
  constructor(section, { tell, language }) {
    Object.assign(this, { section, tell, language, held: null });
    addEventListener("hub:announcements", (event) => this.#take(event.detail));
  }

  async ask() {
    this.#take(await get("/api/announcements/standing"));
  }

  #take(told) {
    if (this.held && told.set === this.held.set && told.seq < this.held.seq) return;
    this.held = told;
    this.speak();
    onGlass(() => this.held === told && this.tell(told.seq));
  }

  speak() {
    const evacuation = this.held?.standing.filter(({ kind }) => kind === "evacuation").pop();
    this.section.hidden = !evacuation;
    if (!evacuation) return;
    const own = evacuation.words[this.language()];
    const others = Object.values(evacuation.words).map(({ head }) => head);
    this.#say("head", own.head);
    this.#say("others", [...new Set(others)].filter((head) => head !== own.head).join(" · "));
    this.#say("text", own.text);
  }

  #say(slot, text) {
    this.section.querySelector(`[data-slot="${slot}"]`).textContent = text;
  }
}

/** After the frame that is being made has been shown. */
const onGlass = (then) => requestAnimationFrame(() => requestAnimationFrame(then));
