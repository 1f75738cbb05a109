/* The way to the hub: a socket for news, GET for the whole plan, and a heartbeat that says what is on the glass. ES5. */
(function (root) {
  "use strict";

  var here = root.timerClock.here;
  var screen = (root.pathScreen = root.pathScreen || {});
  var BEAT_MS = 2000;
  var ANSWER_MS = 2500; // without an answer for so long the hub is away, whatever the socket believes
  var TRY_MS = 2000;
  var AGAIN_MS = 500;
  var SPREAD_MS = 300; // sixty screens must not ask in the same moment

  /**
   * Connect. `told` has: plan(reply, at), standing(content), identify(content), answered(reply, sent, got), away(since
   * or null), shown() -> the heartbeat, announced() -> the seq painted. Moments are timerClock.here().
   */
  screen.connect = function (path, told) {
    var link = { path: path, told: told, last: here(), isAway: false, life: 0, mark: "", wanted: "", asking: false };
    link.socket = root.io({
      transports: ["websocket", "polling"],
      tryAllTransports: true,
      reconnectionDelay: 200,
      reconnectionDelayMax: AGAIN_MS,
      timeout: TRY_MS
    });
    listen(link);
    setInterval(function () {
      beat(link);
    }, BEAT_MS);
    return {
      shown: function () {
        beat(link);
      },
      announced: function () {
        announced(link);
      },
      holds: function (mark) {
        link.mark = mark;
      }
    };
  };

  function listen(link) {
    var socket = link.socket;
    socket.on("connect", function () {
      link.life += 1;
      heard(link);
      fetch(link);
      beat(link);
      announced(link);
    });
    socket.on("disconnect", function (reason) {
      link.life += 1;
      away(link);
      // The hub has hung up: perhaps this screen was shut out. The library does not try again then.
      if (reason === "io server disconnect") knock(link);
    });
    socket.on("connect_error", function () {
      away(link);
      if (!socket.active) knock(link);
    });
    socket.on("signs", function (news) {
      heard(link);
      link.wanted = news.mark;
      if (news.mark !== link.mark) setTimeout(fetch, Math.random() * SPREAD_MS, link);
    });
    socket.on("announcements", function (content) {
      heard(link);
      link.told.standing(content);
    });
    socket.on("identify", link.told.identify);
    socket.on("reload", function () {
      root.location.reload();
    });
  }

  function announced(link) {
    if (link.socket.connected && link.told.announced()) link.socket.emit("announced", { seq: link.told.announced() });
  }

  function beat(link) {
    if (!link.socket.connected) return;
    var life = link.life;
    var sent = here();
    var late = setTimeout(function () {
      if (life === link.life) hangUp(link);
    }, ANSWER_MS);
    link.socket.emit("shown", link.told.shown(), function (reply) {
      clearTimeout(late);
      if (life !== link.life || !reply) return;
      heard(link);
      link.told.answered(reply, sent, here());
    });
  }

  /** The socket died without a word, which it would notice much later by itself. */
  function hangUp(link) {
    away(link);
    link.socket.disconnect();
    link.socket.connect();
  }

  function knock(link) {
    setTimeout(function () {
      fetch(link);
      link.socket.connect();
    }, AGAIN_MS);
  }

  function fetch(link) {
    if (link.asking) return;
    link.asking = true;
    ask(link.path, function (status, text) {
      link.asking = false;
      if (status === 401) root.location.reload(); // shut out: the page shows a new code
      else if (status === 200) {
        heard(link);
        link.told.plan(JSON.parse(text), here());
        if (link.wanted && link.wanted !== link.mark) setTimeout(fetch, AGAIN_MS, link); // it changed on the way
      } else if (link.socket.connected) setTimeout(fetch, AGAIN_MS, link);
    });
  }

  function ask(path, tell) {
    var request = new XMLHttpRequest();
    var late = setTimeout(function () {
      request.abort();
    }, 2 * TRY_MS);
    request.onreadystatechange = function () {
      if (request.readyState !== 4) return;
      clearTimeout(late);
      tell(request.status, request.responseText);
    };
    request.open("GET", path);
    request.send();
  }

  function heard(link) {
    link.last = here();
    if (!link.isAway || !link.socket.connected) return;
    link.isAway = false;
    link.told.away(null);
  }

  function away(link) {
    if (link.isAway) return;
    link.isAway = true;
    link.told.away(link.last);
  }
})(window);
