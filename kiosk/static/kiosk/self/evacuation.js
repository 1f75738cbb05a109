// An evacuation covers everything on the kiosk until it is taken back; the hub hears what is on the glass.

import { get } from "../../hub/http.js";

export class Evacuation {
  /** `tell(seq)` is called when what stands is on the glass; `language()` is the kiosk's at the moment. */
  constructor(section, { tell, language }) {
    Object.assign(this, { section, tell, language, held: null });
    addEventListener("hub:announcements", (event) => this.#take(event.detail));
    addEventListener("resize", () => this.#fit());
    document.fonts.ready.then(() => this.#fit());
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
    this.#fit();
  }

  /** As large as the glass allows, however it hangs. */
  #fit() {
    if (this.section.hidden) return;
    const unit = Math.min(innerWidth, innerHeight) / 100;
    for (const [slot, most] of [["head", 30], ["text", 12]]) fit(this.section.querySelector(`[data-slot="${slot}"]`), unit, most);
  }

  #say(slot, text) {
    this.section.querySelector(`[data-slot="${slot}"]`).textContent = text;
  }
}

/** The words' largest size, of `most` units at most, at which their box holds them. */
function fit(words, unit, most) {
  const box = words.parentElement;
  for (let size = most; size >= 2; size -= 0.5) {
    words.style.fontSize = `${size * unit}px`;
    if (words.offsetHeight <= box.clientHeight && words.scrollWidth <= box.clientWidth) return;
  }
}

/** After the frame that is being made has been shown. */
const onGlass = (then) => requestAnimationFrame(() => requestAnimationFrame(then));
