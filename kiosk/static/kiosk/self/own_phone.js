// The QR that opens the same form on one's own phone: a new one comes long before the old one ends.

import { Away, Refused, get } from "../../hub/http.js";

const AGAIN_MS = 15_000; // without the hub there is no address to show

/** Keep the QR in `shown` fresh until `giveUp` (an AbortSignal) says so. Call `speak(language)` for another language. */
export function ownPhone(shown, language, giveUp) {
  const offer = new Offer(shown, language, giveUp);
  giveUp.addEventListener("abort", () => offer.end());
  offer.renew();
  return offer;
}

class Offer {
  constructor(shown, language, giveUp) {
    Object.assign(this, { shown, language, giveUp });
  }

  speak(language) {
    this.language = language;
    this.renew();
  }

  async renew() {
    clearTimeout(this.next);
    const { language } = this;
    try {
      const link = await get(`/api/kiosk/phone-link?language=${language}`, { signal: this.giveUp });
      if (language === this.language && !this.giveUp.aborted) this.#show(link);
    } catch (error) {
      if (this.giveUp.aborted) return;
      if (!(error instanceof Away || error instanceof Refused)) throw error;
      this.shown.hidden = true;
      this.next = setTimeout(() => this.renew(), AGAIN_MS);
    }
  }

  #show({ picture, renew_s: seconds }) {
    this.shown.querySelector("img").src = picture;
    this.shown.hidden = false;
    clearTimeout(this.next);
    this.next = setTimeout(() => this.renew(), seconds * 1000);
  }

  end() {
    clearTimeout(this.next);
    this.shown.hidden = true;
    this.shown.querySelector("img").removeAttribute("src");
  }
}
