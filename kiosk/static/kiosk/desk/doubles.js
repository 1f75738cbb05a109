// A hand that trembles: Enter twice, a double click, the same ticket under the beam again before anybody has read.

const AT_ONCE_MS = 3000;

/** Remembers the last entry that was asked for at this desk. */
export class Doubles {
  /**
   * Whether this check-in (the body of its request) asks at once for the same entry as the one before. `at` is the
   * moment of the key or tap in the page's time: a page that was busy does not stretch it.
   */
  again({ code, attendee, kind = "entry" }, at) {
    const asked = kind === "entry" ? `${code ?? ""} ${attendee ?? ""}` : null; // after an undo an entry is meant
    const double = asked !== null && asked === this.asked && Math.abs(at - this.at) < AT_ONCE_MS;
    if (!double) Object.assign(this, { asked, at });
    return double;
  }

  /** Something happened by which the same entry is meant. */
  forget() {
    this.asked = null;
  }
}
