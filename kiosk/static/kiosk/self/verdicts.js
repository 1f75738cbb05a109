// What each verdict of the hub amounts to at a kiosk: a screen, a sound, and what stands on it.

const OF_OUTCOME = {
  repeat: { screen: "already", tune: "known" },
  unknown: { screen: "unknown", tune: "unknown" },
  malformed: { screen: "malformed", tune: "unknown" },
  wrong_event: { screen: "other", tune: "unknown" },
};

/** {screen, tune, slots} for a verdict. `admitted` is the screen for who comes in, `paper` the hope of a badge. */
export function lookOf({ outcome, first_name: name, badge }, { admitted, paper }) {
  if (outcome === "admitted") {
    return { screen: admitted, tune: "go", slots: { name: name ?? "", text: whatNext(badge, paper) } };
  }
  // Whoever may not come in is asked to the desk, kindly and without a reason.
  const { screen, tune } = OF_OUTCOME[outcome] ?? { screen: "desk", tune: "info" };
  return { screen, tune, slots: { ...(name ? { name } : {}), text: `@${screen}_text` } };
}

/** The organiser's words tell of the badge, too; without any the page's own do ("@@next|…"). */
function whatNext(badge, paper) {
  if (!badge) return ["@welcome_text", "@@next"];
  return paper === "ok" ? ["@@next|welcome_badge"] : ["@no_paper", "@@desk"];
}
