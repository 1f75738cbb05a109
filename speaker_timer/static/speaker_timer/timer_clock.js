/* The timer's arithmetic for pages: what the hub's state means at a moment, and which moment it is at the hub.
 *
 * A plain ES5 script, since displays are TVs of any age; it makes one object, window.timerClock. `state` is a reply of
 * GET /api/timer or a `timer` event. `now` is a moment by the hub's steady clock, ms (see hubTime.Offset). Lengths are ms.
 */
(function (root) {
  "use strict";

  var FULL_MS = 30000; // a card fills the screen for so long, then it is a strip
  var FLASH_MS = 3000;
  var STAYS_FULL = { stop: true, message: true };
  var SECOND = 1000;

  /** How long the current item has run, without its pauses; 0 when nothing runs. */
  function elapsed(state, now) {
    var anchor = state.anchor;
    if (!anchor) return 0;
    return anchor.before + (anchor.since === null ? 0 : Math.max(0, now - anchor.since));
  }

  /** Time left to the speaker, below zero in overtime; null when nothing runs. */
  function remaining(state, now) {
    return state.anchor ? state.anchor.target - elapsed(state, now) : null;
  }

  /** Time left for those in the hall: `remaining`, but a break lasts until the next item's announced time. */
  function left(state, now) {
    var own = remaining(state, now);
    if (state.phase !== "break" || !state.running || !state.next) return own;
    // `next.start` moves on while the break overruns; what it is late by takes that off again.
    return Math.max(own, state.next.start - state.late_ms - now);
  }

  /** Time left of the whole slot, questions included; null when nothing runs. */
  function slotRemaining(state, now) {
    return state.anchor ? state.anchor.slot - elapsed(state, now) : null;
  }

  /** The cue that is on: {key, card, text, at, since}; null when none is. */
  function cardOn(state, now) {
    var ran = elapsed(state, now);
    var on = null;
    for (var n = 0; n < state.cards.length; n += 1) if (state.cards[n].at <= ran) on = state.cards[n];
    return on;
  }

  /** The next cue that will go by itself; null when none will. In `cue.at - elapsed(state, now)` ms of running. */
  function cardNext(state, now) {
    var ran = elapsed(state, now);
    for (var n = 0; n < state.cards.length; n += 1) if (state.cards[n].at > ran) return state.cards[n];
    return null;
  }

  /** For how long a cue has been on. */
  function cardAge(state, cue, now) {
    return cue.since === null ? elapsed(state, now) - cue.at : now - cue.since;
  }

  /** Does this cue fill the screen, rather than be a strip at its edge? */
  function isFull(state, cue, now) {
    return STAYS_FULL[cue.card] === true || cardAge(state, cue, now) < FULL_MS;
  }

  function isFlashing(state, now) {
    return state.flash > 0 && now - state.flash < FLASH_MS;
  }

  /** Is `state` to be taken in place of `held` (null at first)? A hub that was started anew is right whatever it says:
   *  its numbers are smaller when a backup was restored. */
  function isNewer(state, held) {
    return !held || state.life !== held.life || state.seq >= held.seq;
  }

  /** "4:59", "1:02:03", in overtime "+0:41". A figure stands for a whole second, and 0:00 comes when time is up. */
  function countText(ms) {
    var seconds = Math.ceil(ms / SECOND);
    return (seconds < 0 ? "+" : "") + lengthText(Math.abs(seconds));
  }

  /** "2:15": how long ago, in whole seconds that are over. */
  function goneText(ms) {
    return lengthText(Math.max(0, Math.floor(ms / SECOND)));
  }

  function lengthText(seconds) {
    var hours = Math.floor(seconds / 3600);
    var minutes = Math.floor(seconds / 60) % 60;
    return (hours ? hours + ":" + two(minutes) : minutes) + ":" + two(seconds % 60);
  }

  /** "09:41" at the venue. */
  function clockText(moment, utcOffset) {
    var local = new Date(moment + utcOffset);
    return two(local.getUTCHours()) + ":" + two(local.getUTCMinutes());
  }

  /** In how many ms the figure of a countdown changes: `ms` is what is left, 0 < result <= 1000. */
  function toNextFigure(ms) {
    var part = ms % SECOND;
    if (part < 0) part += SECOND;
    return part || SECOND;
  }

  function two(number) {
    return (number < 10 ? "0" : "") + number;
  }

  root.timerClock = {
    FULL_MS: FULL_MS,
    FLASH_MS: FLASH_MS,
    elapsed: elapsed,
    remaining: remaining,
    left: left,
    slotRemaining: slotRemaining,
    cardOn: cardOn,
    cardNext: cardNext,
    cardAge: cardAge,
    isFull: isFull,
    isFlashing: isFlashing,
    isNewer: isNewer,
    countText: countText,
    clockText: clockText,
    goneText: goneText,
    toNextFigure: toNextFigure
  };
})(window);
