// The way through without a camera stream: take a photo of the code, the hub reads it. Works on plain http.

const LONG_SIDE = 1600; // enough for the hub's first try, and a tenth of the bytes
const JPEG_QUALITY = 0.85;

/** Whether this page may not use the camera itself, so that a photo is the only way. */
export function needsPhoto() {
  return !window.isSecureContext || !navigator.mediaDevices;
}

/**
 * Send each photo picked in `input` (<input type="file" accept="image/*" capture="environment">) to the hub.
 *
 * `onScan(code)` gets what it read; `onTrouble({error, message})` the hub's refusal, or {error: "away"} when the hub
 * did not answer. `onBusy(true | false)` brackets the wait. `headers` go along (the CSRF token). Returns a function
 * that stops listening.
 */
export function listenForPhotos(input, { onScan, onTrouble, onBusy = () => {}, headers = {}, address = "/api/scan-photo" }) {
  const picked = async () => {
    const [photo] = input.files;
    if (!photo) return;
    onBusy(true);
    const answer = await read(photo, { address, headers });
    input.value = ""; // so that the same photo may be picked again
    onBusy(false);
    if (answer.code) onScan(answer.code);
    else onTrouble(answer);
  };
  input.addEventListener("change", picked);
  return () => input.removeEventListener("change", picked);
}

async function read(photo, hub) {
  const small = await smaller(photo);
  if (small) {
    const answer = await send(small, hub);
    if (answer.error !== "no_code_found") return answer;
  }
  // A small code far away needs every pixel there is.
  return send(photo, hub);
}

/** The photo with a long side of 1600 px; null when it is no larger or this browser cannot open it. */
async function smaller(photo) {
  const image = await createImageBitmap(photo).catch(() => null);
  if (!image) return null;
  const scale = LONG_SIDE / Math.max(image.width, image.height);
  if (scale >= 1) return null;
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width * scale, image.height * scale].map(Math.round);
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  return new Promise((resolve) => {
    canvas.toBlob(resolve, "image/jpeg", JPEG_QUALITY);
  });
}

async function send(photo, { address, headers }) {
  const body = new FormData();
  body.append("photo", photo, "photo");
  try {
    const reply = await fetch(address, { method: "POST", body, headers, credentials: "same-origin" });
    return await reply.json();
  } catch {
    return { error: "away" };
  }
}
