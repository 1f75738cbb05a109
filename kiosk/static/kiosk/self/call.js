// Calling somebody from the desk, and telling that one is coming.

import { newId } from "../../hub/ids.js";
import { send } from "./hub_posts.js";

const COMING_MS = 90_000; // by then they are here, as calls.py counts

export class Call {
  /** `button` says how the call stands, in `words()`; `show(screen)` shows it large. */
  constructor(button, { words, show }) {
    Object.assign(this, { button, words, show, state: null });
  }

  /** Throws Away or Refused. */
  async press() {
    if (!this.state) this.#take(await send("/api/kiosk/calls", { id: newId() }));
    this.show(this.state === "answered" ? "coming" : "called");
  }

  /** What the hub says; somebody who waits before the screen is told at once. */
  hear(told, showing) {
    this.#take(told);
    if (this.state === "answered" && showing === "called") this.show("coming");
  }

  /** Whoever was promised help has left the screen: the next one finds a button to press. */
  forget() {
    if (this.state !== "answered") return;
    this.past = true;
    this.#take({ call: "answered" });
  }

  #take({ call }) {
    this.past &&= call === "answered"; // the hub speaks of that call for a while yet
    this.state = this.past ? null : call;
    clearTimeout(this.timer);
    if (this.state === "answered" || this.past) this.timer = setTimeout(() => this.#take({ call: null }), COMING_MS);
    this.speak();
  }

  speak() {
    const name = this.state ? `call_${this.state}` : "call";
    const line = this.button.querySelector("[data-say]");
    line.dataset.say = name;
    line.textContent = this.words()[name];
    this.button.setAttribute("aria-pressed", String(Boolean(this.state)));
  }
}
