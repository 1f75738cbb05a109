// The displays one by one: their names, what they show, which is which, and shutting one out.

import { post } from "../../hub/http.js";
import { fill, fresh, mark, say, shape } from "./words.js";

export class Screens {
  /** `tell({displays})` gets the hub's newest list; `wrong(message)` what it refused, empty when it did not. */
  constructor(page, { tell, wrong }) {
    Object.assign(this, { page, tell, wrong, list: page.querySelector("#screens"), lines: new Map() });
    this.list.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#save(event.target);
    });
    this.list.addEventListener("click", ({ target }) => {
      const button = target.closest("[data-do]");
      if (button) this.#send(button, button.dataset.do, undefined);
    });
  }

  show({ displays }) {
    this.page.querySelector("#no-displays").hidden = displays.length > 0;
    const lines = displays.map((display) => this.#line(display));
    lines.forEach((line, n) => this.list.children[n] === line || this.list.insertBefore(line, this.list.children[n] ?? null));
    for (const [device, line] of this.lines) {
      if (displays.some((one) => one.device === device)) continue;
      line.remove();
      this.lines.delete(device);
    }
  }

  #line(display) {
    const { device, name, view, here, size, chime, paired } = display;
    const known = this.lines.get(device);
    const line = known ?? fresh("screen-one");
    this.lines.set(device, line);
    line.dataset.device = device;
    fill(line, { name, view: [say(`view_${view}`), size.replace("x", " × ")].filter(Boolean).join(", "), going: say(here ? "screen_here" : "screen_away") });
    mark(line, "data-here", here);
    shape(line.querySelector(".going"), here ? "check" : "shape-away");
    const form = line.querySelector("form");
    form.hidden = !paired;
    // What somebody is changing is not changed under their hands.
    if (!known || !line.querySelector("details").open) Object.assign(form.elements.name, { value: name });
    if (!known || !line.querySelector("details").open) Object.assign(form.elements.view, { value: view });
    if (!known || !line.querySelector("details").open) Object.assign(form.elements.chime, { checked: chime });
    return line;
  }

  #save(form) {
    const { name, view, chime } = form.elements;
    return this.#send(form.querySelector("[type=submit]"), "", { name: name.value, view: view.value, chime: chime.checked });
  }

  async #send(button, verb, body) {
    const { device } = button.closest(".screen").dataset;
    button.setAttribute("aria-busy", "true");
    try {
      this.tell(await post(`/api/timer/displays/${device}${verb && `/${verb}`}`, body));
      this.wrong("");
    } catch (error) {
      this.wrong(error);
    }
    button.removeAttribute("aria-busy");
  }
}
