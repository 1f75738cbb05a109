// What each verdict of the hub amounts to at a kiosk: a screen, a sound, and what stands on it.

const OF_OUTCOME = {
  repeat: { screen: "already", tune: "known" },
  unknown: { screen: "unknown", tune: "unknown" },
  wrong_event: { screen: "other", tune: "unknown" },
};

// An address, a card, a Wi-Fi, or the digits of a product: all else may be a ticket that was read badly.
const SURELY_NO_TICKET = /^\s*(?:[a-z][a-z+.-]*:|www\.|\d{8}\s*$|\d{12,14}\s*$)/i;

/** {screen, tune, slots} for a verdict on `code`. `admitted` is the screen for who comes in. */
export function lookOf({ outcome, first_name: name, paper }, { admitted, code }) {
  if (outcome === "admitted") {
    return { screen: admitted, tune: "go", slots: { name: name ?? "", text: whatNext(paper) } };
  }
  if (outcome === "malformed") return look(SURELY_NO_TICKET.test(code) ? "malformed" : "unread", "unknown");
  // Whoever may not come in is asked to the desk, kindly and without a reason.
  const { screen, tune } = OF_OUTCOME[outcome] ?? { screen: "desk", tune: "info" };
  return look(screen, tune, name ? { name } : {});
}

const look = (screen, tune, slots = {}) => ({ screen, tune, slots: { ...slots, text: `@${screen}_text` } });

/** The organiser's words tell of the badge that comes out here; of another place the page's own do. */
function whatNext(paper) {
  if (paper === "here") return ["@@next|welcome_badge"];
  if (paper === "never") return ["@welcome_text", "@@next"];
  if (paper === "had") return ["@welcome_text"];
  return [`@badge_${paper}`, "@@desk"];
}
