/* Which moment it is at the hub, for pages of screens of any age and for whoever shares their arithmetic. ES5.
 *
 * Moments of this page are ms of here(); moments of the hub are ms by its steady clock.
 */
(function (root) {
  "use strict";

  var KEEP_MS = 30000;
  var DRIFT_MS = 5; // between two clocks within KEEP_MS

  /** Now by this page's own steady clock, ms since some moment. */
  function here() {
    return root.performance && root.performance.now ? root.performance.now() : new Date().getTime();
  }

  /** When the page that brought the first state arrived: its `now` was true then. */
  function arrival() {
    var times = root.performance && root.performance.timing;
    if (!times || !root.performance.now) return here();
    var at = times.responseStart - times.navigationStart;
    return at > 0 ? at : here();
  }

  /** Estimates the hub's steady clock. All `sent`, `got`, `at` are moments of here(). */
  function Offset() {
    this.samples = [];
    this.set = null;
    this.value = null;
  }

  /** A first guess, from a state that came at `at`; measured samples are better and stay. */
  Offset.prototype.guess = function (state, at) {
    if (this.set === state.set && this.samples.length) return;
    this._begin(state.set);
    this.value = state.now - at;
  };

  /** A reply {steady, set} to what was sent at `sent` and answered at `got`. */
  Offset.prototype.take = function (reply, sent, got) {
    var sample = { value: reply.steady - (sent + got) / 2, doubt: (got - sent) / 2, at: got };
    if (this.set !== reply.set) this._begin(reply.set);
    var kept = [];
    for (var n = 0; n < this.samples.length; n += 1) {
      var old = this.samples[n];
      // An old one that cannot be true beside the new one is of before this machine slept.
      var agrees = Math.abs(old.value - sample.value) <= old.doubt + sample.doubt + DRIFT_MS;
      if (agrees && got - old.at <= KEEP_MS) kept.push(old);
    }
    kept.push(sample);
    this.samples = kept;
    var best = sample;
    for (n = 0; n < kept.length; n += 1) if (kept[n].doubt < best.doubt) best = kept[n];
    this.value = best.value;
  };

  /** Now at the hub; null before anything is known. */
  Offset.prototype.now = function () {
    return this.value === null ? null : here() + this.value;
  };

  Offset.prototype._begin = function (set) {
    this.samples = [];
    this.set = set;
  };

  root.hubTime = { here: here, arrival: arrival, Offset: Offset };
})(window);
