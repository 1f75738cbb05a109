/* The display page: holds the state, paints it at every moment it changes, and says what has been painted. ES5. */
(function (root) {
  "use strict";

  var clock = root.timerClock;
  var time = root.hubTime;
  var display = root.timerDisplay;
  var body = document.body;
  var words = readWords();
  var offset = new time.Offset();
  var looks = { view: body.getAttribute("data-view"), chime: !!body.getAttribute("data-chime") };
  var state = null;
  var link = null;
  var awaySince = null;
  var timer = 0;
  var glass = { life: "", seq: 0, card: "" };
  var sounded = "";
  var covered = 0; // the seq of the announcements on the glass
  var NEW_MS = 3000; // a card older than this was on before this page: it makes no sound

  function take(reply, at) {
    if (!clock.isNewer(reply, state)) return;
    state = reply;
    offset.guess(state, at);
    refresh();
  }

  /** Paint the present moment, and be back when it changes. */
  function refresh() {
    clearTimeout(timer);
    var now = offset.now();
    var scene = display.scene(state, now, looks.view, words);
    scene.away = awaySince !== null;
    display.paint(scene, looks.view);
    tellAway();
    tellPainted(scene);
    sound(scene);
    timer = setTimeout(refresh, Math.ceil(scene.next));
  }

  function tellPainted(scene) {
    var seq = state.seq;
    var life = state.life;
    if (isOnGlass()) return;
    root.hubLink.onGlass(function () {
      if (life !== state.life || (life === glass.life && seq < glass.seq) || isOnGlass()) return;
      glass = { life: life, seq: seq, card: scene.painted };
      if (link) link.beat();
    });

    function isOnGlass() {
      return glass.life === life && glass.seq === seq && glass.card === scene.painted;
    }
  }

  function sound(scene) {
    if (scene.painted === sounded) return;
    sounded = scene.painted;
    if (looks.chime && scene.age < NEW_MS) display.chime(scene.kind);
  }

  function tellAway() {
    var box = document.getElementById("away");
    box.hidden = awaySince === null;
    if (box.hidden) return;
    document.getElementById("away-time").innerHTML = clock.goneText(time.here() - awaySince);
  }

  /** The rundown has news: the state is asked for where it is older. */
  function marked(news) {
    if (news.mark !== state.mark) link.fetch(0);
  }

  function standing(told) {
    display.evacuation(told, function (seq) {
      covered = seq;
      link.announced();
    });
  }

  function look(content) {
    if (content.chime && !looks.chime) display.invite(content.view, true);
    looks = content;
    refresh();
  }

  function identify(content) {
    var box = document.getElementById("who");
    document.getElementById("who-name").innerHTML = "";
    document.getElementById("who-name").appendChild(document.createTextNode(content.name));
    box.hidden = false;
    display.fitWords(document.getElementById("who-name"), box, root.innerHeight / 2, 16);
    setTimeout(function () {
      box.hidden = true;
    }, content.for_ms);
  }

  function readWords() {
    var found = {};
    var given = document.getElementById("words").attributes;
    for (var n = 0; n < given.length; n += 1) found[given[n].name.replace("data-", "")] = given[n].value;
    return found;
  }

  take(JSON.parse(body.getAttribute("data-state")), time.arrival());
  link = root.hubLink.open({
    beat: "painted",
    glass: function () {
      return { seq: glass.seq, card: glass.card, view: looks.view, size: display.size() };
    },
    whole: [
      { path: "/api/timer", take: take },
      { path: "/api/announcements/standing", take: standing }
    ],
    news: { timer: take, rundown: marked, announcements: standing, display: look, identify: identify },
    announced: function () {
      return covered;
    },
    answered: function (reply, sent, got) {
      offset.take(reply, sent, got);
      refresh();
    },
    away: function (since) {
      awaySince = since;
      refresh();
    }
  });
  display.stayAwake(display.unlockChime);
  display.invite(looks.view, looks.chime);
  root.addEventListener("resize", display.fit);
  root.addEventListener("load", display.fit);
  if (document.fonts && document.fonts.ready) document.fonts.ready.then(display.fit);
  // For whoever measures a display: its time, and what it has told the hub it shows.
  display.now = function () {
    return offset.now();
  };
  display.state = function () {
    return state;
  };
  display.glass = function () {
    return glass;
  };
})(window);
