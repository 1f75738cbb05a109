// Finds QR codes in pictures, away from the page. A classic worker: the detector is one script for importScripts.
// In: {width, height, buffer} with RGBA pixels. Out: {codes: [text]} each time, or {trouble} once it cannot work.

/* global BarcodeDetectionAPI */
importScripts("/static/vendor/barcode-detector.js");

// Without this the detector would ask a server on the internet for its decoder.
const ready = BarcodeDetectionAPI.prepareZXingModule({
  overrides: { locateFile: () => "/static/vendor/zxing_reader.wasm" },
  fireImmediately: true,
});
const TOO_MANY_FAILURES = 10; // in a row: one bad frame is no trouble
let failures = 0;
const detector = new BarcodeDetectionAPI.BarcodeDetector({ formats: ["qr_code"] });

self.addEventListener("message", async ({ data: { width, height, buffer } }) => {
  try {
    await ready;
    const found = await detector.detect(new ImageData(new Uint8ClampedArray(buffer), width, height));
    failures = 0;
    self.postMessage({ codes: found.map((code) => code.rawValue) });
  } catch {
    failures += 1;
    self.postMessage(failures < TOO_MANY_FAILURES ? { codes: [] } : { trouble: "no_decoder" });
  }
});
