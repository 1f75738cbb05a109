// The hub reads a phone number, so that a slip is told where it was made.

import { Away, Refused, post } from "../../hub/http.js";

/** {valid, phone}: the number as its country writes it. A hub that does not answer finds nothing wrong. */
export async function readPhone(phone, signal) {
  try {
    return await post("/api/kiosk/phone-readings", { phone }, { signal });
  } catch (error) {
    if (error instanceof Away || error instanceof Refused || signal.aborted) return { valid: true, phone };
    throw error;
  }
}
