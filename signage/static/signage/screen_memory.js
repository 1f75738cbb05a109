/* The last plan, kept by the browser: a page that opens without the hub shows it. ES5. */
(function (root) {
  "use strict";

  var screen = (root.pathScreen = root.pathScreen || {});
  var NAME = "path-screen";
  var STALE_MS = 30000;

  /** Keep the plan, the announcements, and by how much the hub's clock is ahead of this machine's. */
  screen.remember = function (plan, standing, now) {
    try {
      var kept = { plan: plan, standing: standing, ahead: now - new Date().getTime(), heard: now };
      root.localStorage.setItem(NAME, JSON.stringify(kept));
    } catch (refused) {
      // a private window, or a full one: this page then lives by what it holds
    }
  };

  /** What was kept for this device; null without. */
  screen.recall = function (device) {
    try {
      var kept = JSON.parse(root.localStorage.getItem(NAME) || "null");
      return kept && kept.plan.device === device ? kept : null;
    } catch (refused) {
      return null;
    }
  };

  /** The hub's now by this machine's clock, if the page that has just come is an old copy of itself; else null. */
  screen.lateBy = function (plan, kept) {
    if (!kept || kept.plan.set !== plan.set) return null;
    var now = new Date().getTime() + kept.ahead;
    // The hub never sends a page with an older plan than it has sent before.
    return kept.plan.now > plan.now || now - plan.now > STALE_MS ? now : null;
  };
})(window);
