// Short sounds by which a verdict is known without looking. Browsers allow sound after the first touch or key.

const MUTED = "desk.muted";
// [pitch in Hz, start in s, length in s] each; told apart by their melody, so that one speaker is as good as another.
const TUNES = {
  go: [[660, 0, 0.1], [990, 0.1, 0.18]],
  known: [[620, 0, 0.1], [620, 0.16, 0.1]],
  stop: [[196, 0, 0.5], [185, 0, 0.5]],
  unknown: [[520, 0, 0.12], [415, 0.13, 0.12], [310, 0.26, 0.22]],
  info: [[740, 0, 0.12]],
  call: [[880, 0, 0.16], [698, 0.2, 0.16], [880, 0.4, 0.16], [698, 0.6, 0.3]],
};
const LOUDNESS = 0.25;

export class Sound {
  constructor(storage) {
    this.storage = storage;
    for (const name of ["pointerdown", "keydown"]) {
      addEventListener(name, () => this.#unlock(), { capture: true, passive: true });
    }
  }

  get muted() {
    return this.storage.getItem(MUTED) === "yes";
  }

  set muted(yes) {
    this.storage.setItem(MUTED, yes ? "yes" : "no");
  }

  /** Play the tune of this name; silent while muted, or before anybody has touched the page. */
  play(name) {
    if (this.muted || this.context?.state !== "running") return;
    for (const [pitch, start, length] of TUNES[name] ?? []) this.#tone(pitch, this.context.currentTime + start, length);
  }

  #tone(pitch, start, length) {
    const oscillator = new OscillatorNode(this.context, { frequency: pitch, type: "triangle" });
    const gain = new GainNode(this.context, { gain: 0 });
    // A soft beginning and end: a hard one clicks.
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(LOUDNESS, start + 0.01);
    gain.gain.setValueAtTime(LOUDNESS, start + length - 0.03);
    gain.gain.linearRampToValueAtTime(0, start + length);
    oscillator.connect(gain).connect(this.context.destination);
    oscillator.start(start);
    oscillator.stop(start + length);
  }

  #unlock() {
    this.context ??= new AudioContext();
    if (this.context.state === "suspended") this.context.resume();
  }
}
