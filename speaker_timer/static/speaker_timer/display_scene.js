/* What a display shows at a moment, as plain data: from the state, the time and the view. Touches no page. ES5. */
(function (root) {
  "use strict";

  var clock = root.timerClock;
  var display = (root.timerDisplay = root.timerDisplay || {});
  var MINUTE = 60000;
  var HALF_SECOND = 500;
  var OF_TIME = { "10": true, "5": true };

  /**
   * The scene: {layout: "count" | "clock" | "words", title, person, clock, label, figure, big, note, after, tone,
   * strips: [{kind, word}], bar: {left, marks} | null, card: {kind, word, key, paused} | null, painted: the key of the cue
   * that can be seen or "", kind and age: of that cue, dark, flash: "" | "on" | "off", next: ms until it changes}.
   */
  display.scene = function (state, now, view, words) {
    var scene = empty(state, now, words);
    if (state.anchor && state.item) {
      if (view === "wall" && state.phase !== "break") onTheWall(scene, state, now, words);
      else counting(scene, state, now, words);
      if (view === "watch" && state.phase !== "break") scene.after = nextLine(state, now, words);
    } else waiting(scene, state, now, words);
    if (view !== "wall") cards(scene, state, now, words);
    scene.dark = state.blackout && view !== "watch";
    if (scene.dark) scene.painted = "";
    if (view !== "wall" && !scene.dark) flashing(scene, state, now);
    return scene;
  };

  function empty(state, now, words) {
    return {
      layout: "clock",
      title: words.seminar,
      person: "",
      clock: clock.clockText(now, state.utc_offset),
      label: "",
      figure: "",
      big: "",
      note: "",
      after: "",
      tone: "",
      strips: [],
      bar: null,
      card: null,
      painted: "",
      age: 0,
      kind: "",
      dark: false,
      flash: "",
      next: Math.min(1000, MINUTE - ((now + state.utc_offset) % MINUTE))
    };
  }

  /** Somebody is on, or the hall has its break: the time left. */
  function counting(scene, state, now, words) {
    var left = clock.left(state, now);
    var pause = state.phase === "break";
    scene.layout = "count";
    scene.title = state.item.title;
    scene.person = who(state.item);
    scene.figure = clock.countText(pause ? Math.max(0, left) : left);
    if (state.running) soon(scene, clock.toNextFigure(left));
    scene.bar = { left: part(left, state.anchor.target), marks: pause ? [] : marks(state) };
    if (pause) {
      scene.strips.push({ kind: "break", word: words["break"] });
      scene.note = at(words, "go-on", left > 0 && state.running ? now + left : state.next && state.next.start, state, now);
      scene.after = state.next ? line(state.next) : "";
    } else if (left <= 0) {
      scene.tone = "stop";
      scene.strips.push({ kind: "over", word: words.over });
    }
    if (state.phase === "questions") scene.strips.push({ kind: "questions", word: words.questions });
    if (!state.running) scene.strips.push({ kind: "paused", word: words.paused });
  }

  function onTheWall(scene, state, now, words) {
    scene.layout = "words";
    scene.label = words.now;
    scene.big = state.item.title;
    scene.note = who(state.item);
    scene.after = nextLine(state, now, words);
    if (state.phase === "questions") scene.strips.push({ kind: "questions", word: words.questions });
  }

  /** Nobody is on: before the day, between two items, after the last. */
  function waiting(scene, state, now, words) {
    var next = state.next;
    if (state.phase === "over") {
      scene.layout = "words";
      scene.big = words.thanks;
    } else if (state.phase === "between" && next) {
      scene.layout = "words";
      scene.label = nextLabel(next, state, now, words);
      scene.big = next.title;
      scene.note = who(next);
    } else {
      scene.figure = scene.clock;
      scene.clock = "";
      if (next) {
        scene.note = at(words, "start", next.start, state, now);
        scene.after = line(next);
      }
    }
  }

  function cards(scene, state, now, words) {
    var cue = clock.cardOn(state, now);
    var coming = clock.cardNext(state, now);
    if (coming && state.running) soon(scene, coming.at - clock.elapsed(state, now));
    if (!cue) return;
    scene.painted = cue.key;
    scene.kind = cue.card;
    scene.age = clock.cardAge(state, cue, now);
    var word = cue.card === "message" ? cue.text : words["card-" + cue.card];
    if (clock.isFull(state, cue, now)) {
      scene.card = { kind: cue.card, word: word, key: cue.key, paused: scene.layout === "count" && !state.running };
      soon(scene, clock.FULL_MS - scene.age);
    } else if (cue.card !== "questions" || state.phase !== "questions") {
      scene.strips.unshift({ kind: cue.card, word: word });
      if (OF_TIME[cue.card] && !scene.tone) scene.tone = "known";
    }
  }

  /** Inverted for half a second and back, three times: one flash in a second, below what is dangerous. */
  function flashing(scene, state, now) {
    if (!clock.isFlashing(state, now)) return;
    var gone = Math.max(0, now - state.flash);
    scene.flash = Math.floor(gone / HALF_SECOND) % 2 ? "off" : "on";
    soon(scene, HALF_SECOND - (gone % HALF_SECOND));
  }

  function soon(scene, ms) {
    if (ms > 0) scene.next = Math.min(scene.next, ms);
  }

  /** Where on the bar, counted from its empty end, the cards that go by themselves are due. */
  function marks(state) {
    var found = [];
    for (var n = 0; n < state.thresholds.length; n += 1) {
      var place = part(state.anchor.target - state.thresholds[n].at, state.anchor.target);
      if (place > 0 && place < 1) found.push(place);
    }
    return found;
  }

  function part(left, whole) {
    return whole > 0 ? Math.min(1, Math.max(0, left / whole)) : 0;
  }

  function who(item) {
    return item.speaker && item.company ? item.speaker + ", " + item.company : item.speaker || item.company;
  }

  function line(item) {
    return item.speaker ? item.title + " — " + item.speaker : item.title;
  }

  /** A sentence with a time, or the one for a time that has come. */
  function at(words, name, moment, state, now) {
    if (!moment || moment <= now) return words[name + "-soon"];
    return words[name].replace("{time}", clock.clockText(moment, state.utc_offset));
  }

  function nextLabel(next, state, now, words) {
    if (!next.start || next.start <= now) return words.next;
    return words["next-at"].replace("{time}", clock.clockText(next.start, state.utc_offset));
  }

  function nextLine(state, now, words) {
    return state.next ? nextLabel(state.next, state, now, words) + ": " + line(state.next) : "";
  }
})(window);
