// Links by which speakers watch the time on their own phones: made with a large QR, closed with a tap.

import { get, post } from "../../hub/http.js";
import { fill, fresh, say } from "./words.js";

const PATH = "/api/timer/watch-links";

export class WatchLinks {
  /** `wrong(error)` is told what did not succeed. */
  constructor(page, { wrong }) {
    Object.assign(this, { list: page.querySelector("#watch-links"), shown: page.querySelector("#new-link-shown"), wrong });
    page.querySelector("#new-link").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#make(event.target.elements.name);
    });
    this.list.addEventListener("click", ({ target }) => {
      const button = target.closest("[data-do]");
      if (button) this.#ask(() => post(`${PATH}/${button.closest("li").dataset.link}/revoke`));
    });
  }

  /** The links that open, fetched when somebody looks. */
  look() {
    return this.#ask(() => get(PATH));
  }

  async #make(field) {
    const made = await this.#ask(() => post(PATH, { name: field.value }));
    if (!made) return;
    fill(this.shown, { name: field.value, address: made.address });
    this.shown.querySelector("img").src = made.picture;
    field.value = "";
    this.shown.showModal();
  }

  async #ask(request) {
    try {
      const reply = await request();
      this.#draw(reply.links);
      this.wrong("");
      return reply;
    } catch (error) {
      this.wrong(error);
      return null;
    }
  }

  #draw(links) {
    this.list.replaceChildren(
      ...links.map(({ id, name, phones }) => {
        const line = fill(fresh("link-one"), { name, phones: say("phones", { count: phones }) });
        line.dataset.link = id;
        return line;
      }),
    );
  }
}
