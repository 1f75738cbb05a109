// Reads QR codes from a camera: frames go to a worker, codes come back. Needs a secure context (https or localhost).

import { acquire, cameras, troubleOf, whenAllowed } from "./camera_stream.js";
import { frameOf } from "./camera_frame.js";
import { isTicketCode, tidy } from "./ticket_code.js";

const FRAME_MS = 110; // 9 frames a second: more would only warm the phone
const SAME_CODE_MS = 3000; // a code in view is one scan until it has been away this long
const RETRY_MS = 2000;
// A person who refused is not asked again and again; where there is no secure context waiting does not help.
const FINAL = new Set(["refused", "insecure", "no_decoder"]);

/**
 * Show a camera in `video` and call `onScan(text)` for every code that comes into view.
 *
 * `onTrouble(code)` says why nothing is seen: "no_camera", "refused", "in_use", "insecure", "no_decoder"; null when it
 * is over. A camera that was unplugged or busy is tried again until it works. Resolves with a handle once the camera
 * was tried: {stop(), torch(on), hasTorch, cameras(): Promise<[{id, label}]>, choose(id), deviceId}.
 */
export async function openCamera({ video, onScan, onTrouble = () => {}, deviceId }) {
  const scanner = new CameraScanner(video, onScan, onTrouble, deviceId);
  await scanner.open();
  return {
    stop: () => scanner.stop(),
    torch: (on) => scanner.torch(on),
    cameras,
    choose: (id) => scanner.choose(id),
    get hasTorch() {
      return Boolean(scanner.track?.getCapabilities?.().torch);
    },
    get deviceId() {
      return scanner.track?.getSettings().deviceId;
    },
  };
}

class CameraScanner {
  constructor(video, onScan, onTrouble, deviceId) {
    Object.assign(this, { video, onScan, onTrouble, deviceId });
    this.seen = new Map(); // code -> when it was last in view
    this.frames = 0;
    this.stopping = new AbortController();
    this.worker = new Worker(new URL("./scanner_worker.js", import.meta.url));
    this.worker.addEventListener("message", ({ data }) => this.#answer(data));
    this.worker.addEventListener("error", () => this.#fail("no_decoder"));
    const { signal } = this.stopping;
    document.addEventListener("visibilitychange", () => this.#look(), { signal });
    navigator.mediaDevices?.addEventListener("devicechange", () => this.#retry(), { signal });
    whenAllowed(() => this.trouble === "refused" && this.open(), signal);
  }

  /** Start, or start anew; one start at a time, each with the camera that was chosen last. */
  open() {
    this.opening = (this.opening ?? Promise.resolve()).then(() => this.#start());
    return this.opening;
  }

  async #start() {
    if (this.stopping.signal.aborted || this.trouble === "no_decoder") return;
    this.#release();
    try {
      const stream = await acquire(this.deviceId);
      await this.#show(stream);
      if (this.stopping.signal.aborted) this.#release();
      else this.#tell(null);
      this.#look();
    } catch (error) {
      this.#fail(troubleOf(error));
    }
  }

  #retry() {
    if (this.trouble && !FINAL.has(this.trouble)) this.open();
  }

  choose(id) {
    this.deviceId = id;
    return this.open();
  }

  async torch(on) {
    await this.track?.applyConstraints({ advanced: [{ torch: on }] });
  }

  stop() {
    this.stopping.abort();
    this.worker.terminate();
    this.#release();
  }

  async #show(stream) {
    [this.track] = stream.getVideoTracks();
    this.track.addEventListener("ended", () => this.#fail("no_camera"));
    Object.assign(this.video, { srcObject: stream, muted: true, playsInline: true });
    await this.video.play();
  }

  #release() {
    clearTimeout(this.timer);
    clearTimeout(this.retrying);
    stopTracks(this.video.srcObject);
    this.video.srcObject = null;
    this.track = null;
  }

  /** Send the next frame now, if anybody is looking; one at a time, so that a slow device falls behind in nothing. */
  #look() {
    clearTimeout(this.timer);
    if (!this.track || this.waiting || document.hidden || this.stopping.signal.aborted) return;
    const frame = frameOf(this.video, this.frames);
    if (frame) {
      this.waiting = true;
      this.frames += 1;
      this.sentAt = performance.now();
      const { width, height, data } = frame;
      this.worker.postMessage({ width, height, buffer: data.buffer }, [data.buffer]);
    } else this.#lookLater(FRAME_MS);
  }

  #lookLater(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#look(), delay);
  }

  #answer({ codes, trouble }) {
    this.waiting = false;
    if (this.stopping.signal.aborted) return;
    if (trouble) this.#fail(trouble);
    else {
      this.#report(codes);
      this.#lookLater(Math.max(0, FRAME_MS - (performance.now() - this.sentAt)));
    }
  }

  #report(codes) {
    const now = performance.now();
    const tickets = codes.filter((code) => isTicketCode(tidy(code)));
    // A poster behind the ticket is no reason to refuse anybody.
    for (const code of tickets.length ? tickets : codes) {
      const isNew = !(now - this.seen.get(code) < SAME_CODE_MS);
      this.seen.set(code, now);
      if (isNew) this.onScan(code);
    }
    for (const [code, time] of this.seen) if (now - time >= SAME_CODE_MS) this.seen.delete(code);
  }

  #fail(trouble) {
    if (this.stopping.signal.aborted) return;
    this.#release();
    this.#tell(trouble);
    if (!FINAL.has(trouble)) this.retrying = setTimeout(() => this.#retry(), RETRY_MS);
  }

  #tell(trouble) {
    if (this.trouble === trouble || (trouble === null && this.trouble === undefined)) return;
    this.trouble = trouble;
    this.onTrouble(trouble);
  }
}

function stopTracks(stream) {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
