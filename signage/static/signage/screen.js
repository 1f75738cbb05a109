/* A screen on the way: holds its plan, shows what is right now, and says what is on the glass. ES5. */
(function (root) {
  "use strict";

  var clock = root.timerClock;
  var time = root.hubTime;
  var screen = root.pathScreen;
  var body = document.body;
  var TICK_MS = 250;
  var LANGUAGE_MS = 8000;
  var WAY_MS = 16000;
  var ALONE_MS = 15000; // so long without the hub, and the day goes on by the plan
  var REMEMBER_MS = 10000;
  var SPREAD_MS = 300;
  var DRAW_MS = 3000; // a picture costs more than what it shows, and nobody waits for it
  var offset = new time.Offset();
  var plan = null;
  var standing = null;
  var link = null;
  var lost = null; // since when the hub is away, by its clock
  var glass = { hash: "", seq: 0, pictured: "", picture: "", thumb: "" };
  var remembered = 0;
  var newest = { id: "", seq: 0, at: 0 };
  var asked = { name: "", until: 0 };
  var seen = {}; // announcements that have been on the glass, by id
  var onTop = ""; // the one that is
  var awayText = screen.element("away").lastChild.firstChild.data;

  function take(reply, at) {
    if (plan && reply.set === plan.set && reply.now < plan.now) return;
    plan = reply;
    offset.guess(reply, at);
    hear(reply.announcements);
    remember();
  }

  /** Announcements are painted at once from what is here. */
  function hear(content) {
    if (standing && content.set === standing.set && content.seq < standing.seq) return;
    if (standing && content.set !== standing.set) newest = { id: "", seq: 0, at: 0 };
    standing = content;
    for (var n = 0; n < content.standing.length; n += 1) meet(content.standing[n]);
    refresh();
  }

  function meet(one) {
    if (one.devices.length && one.devices.indexOf(plan.device) < 0) return;
    if (one.seq > newest.seq) newest = { id: one.id, seq: one.seq, at: offset.now() };
  }

  function refresh() {
    var now = offset.now();
    var looks = plan.screen;
    var turn = Math.max(0, Math.floor(now / LANGUAGE_MS));
    var sheets = screen.meant(running(now), plan.device);
    var language = looks.languages[turn % looks.languages.length];
    screen.dress(looks);
    var frame = present(now);
    var shares = screen.shares(sheets, frame);
    screen.paintWay(frame, looks, shares);
    screen.cover(sheets, plan, shares);
    screen.slide(sheets.length ? null : slideAt(now, looks, frame));
    screen.speakWay(language);
    screen.speak(screen.element("sheets"), language);
    onTop = screen.turnSheet(sheets, sheetAt(now, sheets, LANGUAGE_MS * looks.languages.length));
    screen.say("clock", clock.clockText(now, plan.utc_offset));
    tellName(sheets);
    tellAway();
    tellGlass(frame, sheets);
  }

  /** The newest announcement is on at once and for as long as it takes in all languages; from it on they take turns. */
  function sheetAt(now, sheets, span) {
    var first = 0;
    for (var n = 0; n < sheets.length; n += 1) if (sheets[n].id === newest.id) first = n;
    return first + Math.max(0, Math.floor((now - newest.at) / span));
  }

  /** What expires without the hub goes without it. */
  function running(now) {
    if (lost === null) return standing;
    return {
      standing: standing.standing.filter(function (one) {
        return one.expires_at === null || one.expires_at > now;
      })
    };
  }

  /** The present is what the hub says it is; left alone, what the plan says. */
  function present(now) {
    var on = plan.frames[0];
    if (lost === null || now - lost < ALONE_MS) return on;
    for (var n = 1; n < plan.frames.length; n += 1) if (plan.frames[n].since <= now) on = plan.frames[n];
    return on;
  }

  /** Slides one after another, each after the way has stood for at least as long. */
  function slideAt(now, looks, frame) {
    var slides = plan.slides;
    if (!slides.length || frame.phase === "nowhere") return null;
    var way = Math.max(WAY_MS, LANGUAGE_MS * looks.languages.length);
    var spans = slides.map(function (one) {
      return Math.max(way, one.seconds * 1000) + one.seconds * 1000;
    });
    var whole = spans.reduce(function (sum, span) {
      return sum + span;
    }, 0);
    var at = now % whole;
    for (var n = 0; n < slides.length; n += 1) {
      if (at < spans[n]) return at >= spans[n] - slides[n].seconds * 1000 ? slides[n] : null;
      at -= spans[n];
    }
    return null;
  }

  function tellAway() {
    screen.toggle("away", lost !== null);
    if (lost === null) return;
    screen.element("away").lastChild.firstChild.data = awayText.replace("{time}", clock.clockText(lost, plan.utc_offset));
  }

  function tellGlass(frame, sheets) {
    var hash = screen.readBack();
    var all = standing.seq;
    var top = onTop;
    if (isTold(hash, painted(sheets, all)) && (!top || seen[top])) return;
    root.hubLink.onGlass(function () {
      if (top && top === onTop) seen[top] = true;
      var seq = painted(sheets, all);
      if (isTold(hash, seq)) return;
      var news = seq !== glass.seq;
      glass.hash = hash;
      glass.seq = seq;
      glass.phase = frame.phase;
      if (link && news) link.announced();
      if (link) link.beat();
      drawSoon();
    });
  }

  function isTold(hash, seq) {
    return hash === glass.hash && seq === glass.seq;
  }

  /** Until which number people have seen all there is to see: an announcement that still waits for its turn is not. */
  function painted(sheets, all) {
    var seq = all;
    for (var n = 0; n < sheets.length; n += 1) if (!seen[sheets[n].id]) seq = Math.min(seq, sheets[n].seq - 1);
    return seq;
  }

  function drawSoon() {
    setTimeout(draw, DRAW_MS * (0.2 + 0.8 * Math.random()));
  }

  function draw() {
    if (glass.pictured === glass.hash || !link) return;
    var hash = glass.hash;
    screen.drawSmall(function (address) {
      glass.pictured = hash;
      glass.picture = glass.thumb = address;
      link.beat();
    });
  }

  function shown() {
    var said = { hash: glass.hash, phase: glass.phase || "", size: root.innerWidth + "x" + root.innerHeight };
    said.turned = plan.screen.turned;
    if (glass.thumb && lost === null) {
      said.thumb = glass.thumb;
      glass.thumb = "";
    }
    return said;
  }

  /** The day has news: the plan is asked for where it is older, by sixty screens not in the same moment. */
  function marked(news) {
    if (news.mark !== plan.mark) setTimeout(link.fetch, Math.random() * SPREAD_MS, 0);
  }

  function reload() {
    root.location.reload();
  }

  /** Its name covers whatever else there is for a moment, but never an evacuation. */
  function identify(content) {
    asked = { name: content.name, until: time.here() + content.for_ms };
    refresh();
  }

  function tellName(sheets) {
    var evacuated = sheets.length && sheets[0].kind === "evacuation";
    var name = time.here() < asked.until && !evacuated ? asked.name : "";
    screen.name(name);
    if (name) onTop = ""; // below it nobody sees anything
  }

  function remember() {
    remembered = time.here();
    screen.remember(plan, standing, offset.now());
  }

  function back() {
    if (lost === null) return;
    lost = null;
    glass.thumb = glass.picture; // a hub that has begun anew has none
    drawSoon();
    refresh();
  }

  function begin() {
    var brought = JSON.parse(body.getAttribute("data-plan"));
    var kept = body.getAttribute("data-own") ? screen.recall(brought.device) : null;
    var late = screen.lateBy(brought, kept);
    if (late === null) return take(brought, time.arrival());
    // The browser's own copy of this page: the hub is away, and the day has gone on.
    lost = kept.heard;
    plan = kept.plan;
    offset.guess({ set: plan.set, now: late }, time.here());
    hear(kept.standing);
  }

  begin();
  link = root.hubLink.open({
    beat: "shown",
    glass: shown,
    whole: [{ path: body.getAttribute("data-plan-path"), take: take }],
    news: { signs: marked, announcements: hear, identify: identify, reload: reload },
    announced: function () {
      return glass.seq;
    },
    answered: function (reply, sent, got) {
      offset.take(reply, sent, got);
      back(); // of a page that was opened without the hub the link knows nothing
      if (time.here() - remembered > REMEMBER_MS) remember();
    },
    away: function (since) {
      if (since === null) return back();
      if (lost === null) lost = offset.now() - (time.here() - since);
      refresh();
    }
  });
  setInterval(refresh, TICK_MS);
  root.timerDisplay.stayAwake(function () {});
  root.addEventListener("resize", refresh);
  root.addEventListener("load", screen.fitWay);
  if (document.fonts && document.fonts.ready) document.fonts.ready.then(screen.fitWay);
  if (root.navigator.serviceWorker && body.getAttribute("data-own")) {
    root.navigator.serviceWorker.register("/screen/worker.js", { scope: "/screen" }).then(null, function () {});
  }
  // For whoever looks after a screen from its console, and for tests.
  screen.glass = function () {
    return glass;
  };
  screen.now = function () {
    return offset.now();
  };
})(window);
