// Finding a camera, and naming what went wrong with it.

const SIZE = { width: { ideal: 1280 }, height: { ideal: 720 } };
const TROUBLES = {
  NotFoundError: "no_camera",
  OverconstrainedError: "no_camera",
  NotAllowedError: "refused",
  SecurityError: "refused",
  NotReadableError: "in_use",
  AbortError: "in_use",
};

/** A video stream of the chosen camera; of the one at the back when none is chosen or the chosen one is gone. */
export async function acquire(deviceId) {
  const { mediaDevices } = navigator;
  if (!mediaDevices) throw new InsecureError();
  if (deviceId) {
    try {
      return await mediaDevices.getUserMedia({ video: { ...SIZE, deviceId: { exact: deviceId } } });
    } catch (error) {
      if (troubleOf(error) !== "no_camera") throw error;
    }
  }
  return mediaDevices.getUserMedia({ video: { ...SIZE, facingMode: { ideal: "environment" } } });
}

/** All cameras: [{id, label}]; labels are empty until the person has allowed one. */
export async function cameras() {
  const devices = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
  return devices
    .filter(({ kind }) => kind === "videoinput")
    .map(({ deviceId, label }) => ({ id: deviceId, label }));
}

/** Call `allowed` when the person changes their mind in the browser's own settings. */
export async function whenAllowed(allowed, signal) {
  // Some browsers do not know the name "camera" here: then the person reloads the page.
  const status = await navigator.permissions?.query({ name: "camera" }).catch(() => null);
  status?.addEventListener("change", () => status.state === "granted" && allowed(), { signal });
}

/** The trouble that an error of `acquire` or of playing its stream stands for. */
export function troubleOf(error) {
  return error instanceof InsecureError ? "insecure" : (TROUBLES[error.name] ?? "in_use");
}

class InsecureError extends Error {}
