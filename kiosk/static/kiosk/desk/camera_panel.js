// Scanning with this device's camera, or with a photo of the code where a page may not use the camera.

import { csrf } from "../../hub/http.js";
import { openCamera } from "../scanner_camera.js";
import { listenForPhotos, needsPhoto } from "../photo_scan.js";
import { say } from "./words.js";

const CHOSEN = "desk.camera";

/** `button` opens the panel, or takes a photo through `input`; every code goes to `onScan(code)`. */
export class CameraPanel {
  constructor({ panel, button, input, onScan, storage }) {
    Object.assign(this, { panel, button, input, onScan, storage });
    this.note = panel.querySelector(".message");
    this.lamp = panel.querySelector('[data-do="torch"]');
    this.choice = panel.querySelector("select");
    button.addEventListener("click", () => this.#press());
    panel.querySelector('[data-do="close"]').addEventListener("click", () => this.#close());
    this.lamp.addEventListener("click", () => this.#light());
    this.choice.addEventListener("change", () => this.#choose());
    if (needsPhoto()) this.#photos();
  }

  #photos() {
    listenForPhotos(this.input, {
      onScan: this.onScan,
      onBusy: (busy) => {
        this.panel.hidden = !busy;
        this.#say(busy ? "photo_reading" : "");
      },
      onTrouble: ({ message }) => {
        this.panel.hidden = false;
        this.#show(message ?? say("try_again"));
      },
      headers: csrf(),
    });
  }

  #press() {
    if (needsPhoto()) this.input.click();
    else if (this.panel.hidden) this.#open();
    else this.#close();
  }

  async #open() {
    this.panel.hidden = false;
    this.#pressed(true);
    this.#say("camera_opening");
    const camera = await openCamera({
      video: this.panel.querySelector("video"),
      onScan: this.onScan,
      onTrouble: (trouble) => this.#say(trouble ? `camera_${trouble}` : ""),
      deviceId: this.storage.getItem(CHOSEN) ?? undefined,
    });
    if (this.panel.hidden) return camera.stop();
    this.camera = camera;
    if (this.note.textContent === say("camera_opening")) this.#say("");
    return this.#describe();
  }

  async #describe() {
    const cameras = await this.camera.cameras();
    this.lamp.hidden = !this.camera.hasTorch;
    this.lamp.setAttribute("aria-pressed", "false");
    this.choice.closest("label").hidden = cameras.length < 2;
    this.choice.replaceChildren(
      ...cameras.map(({ id, label }, i) => new Option(label || say("camera_number", { number: i + 1 }), id)),
    );
    this.choice.value = this.camera.deviceId ?? "";
  }

  async #choose() {
    this.storage.setItem(CHOSEN, this.choice.value);
    await this.camera?.choose(this.choice.value);
    await this.#describe();
  }

  async #light() {
    const on = this.lamp.getAttribute("aria-pressed") !== "true";
    await this.camera?.torch(on);
    this.lamp.setAttribute("aria-pressed", String(on));
  }

  #close() {
    this.camera?.stop();
    this.camera = null;
    this.panel.hidden = true;
    this.#pressed(false);
    this.button.focus();
  }

  #pressed(yes) {
    this.button.setAttribute("aria-pressed", String(yes));
  }

  #say(name) {
    this.#show(name && say(name));
  }

  #show(text) {
    this.note.textContent = text;
    this.note.hidden = !text;
  }
}
