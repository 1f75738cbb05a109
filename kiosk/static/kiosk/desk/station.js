// Which desk this is: asked once, kept by the hub for this device, and changed from the bar.

import { Away, post, Refused } from "../../hub/http.js";

export class Station {
  constructor(dialog, button, name) {
    Object.assign(this, { dialog, button, form: dialog.querySelector("form") });
    button.addEventListener("click", () => this.ask());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      // Enter in the field presses the form's first button, which is another desk's.
      this.#sit(this.form.elements.own.value.trim() || event.submitter.value);
    });
    this.#show(name);
    if (!name) this.ask();
  }

  ask() {
    this.form.elements.own.value = "";
    this.dialog.showModal();
  }

  #show(name) {
    this.name = name;
    if (name) this.button.querySelector('[data-slot="station"]').textContent = name;
  }

  /** Every scan carries the desk's name, so a hub that is away does not matter here. */
  async #sit(name) {
    if (!name) return;
    this.#show(name);
    this.dialog.close();
    try {
      await post("/api/desk/station", { station: name });
    } catch (error) {
      if (!(error instanceof Away || error instanceof Refused)) throw error;
    }
  }
}
