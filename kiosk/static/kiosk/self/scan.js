// Codes from the scanner and the camera, both at once; the camera shows itself where it works.

import { openCamera } from "../scanner_camera.js";
import { listenForScans } from "../scanner_keyboard.js";

const SAME_MS = 3000; // a scanner that fires twice at one code means it once
const TOLD = new Set(["refused"]); // other troubles are for the organiser: the scanner works

/** `sight` frames the camera's picture, `hint` is the drawing for where there is none. `onScan(code)`. */
export class Scan {
  constructor({ page, onScan, onCamera }) {
    Object.assign(this, { onScan, onCamera, last: "", at: -Infinity });
    this.sight = page.querySelector("#sight");
    this.hint = page.querySelector("#hint");
    this.trouble = page.querySelector("#camera-trouble");
    listenForScans(document, { onScan: (code, raw) => this.#heard(code ?? raw) });
    this.#open();
  }

  async #open() {
    this.#show(null);
    this.camera = await openCamera({
      video: this.sight.querySelector("video"),
      onScan: (code) => this.#heard(code),
      onTrouble: (trouble) => this.#show(trouble),
    });
    if (this.sight.querySelector("video").srcObject) this.#show("");
  }

  /** `trouble` is null while the camera opens or is back, "" once it shows. */
  #show(trouble) {
    const works = trouble === "" || (trouble === null && Boolean(this.sight.querySelector("video").srcObject));
    this.sight.hidden = !works;
    this.hint.toggleAttribute("hidden", works);
    this.trouble.hidden = !TOLD.has(trouble);
    this.onCamera(works);
  }

  #heard(code) {
    const now = performance.now();
    const again = code === this.last && now - this.at < SAME_MS;
    Object.assign(this, { last: code, at: now });
    if (!again) this.onScan(code);
  }

  /** The next code counts, whichever it is. */
  forget() {
    this.last = "";
  }
}
