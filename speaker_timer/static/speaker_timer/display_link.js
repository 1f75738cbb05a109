/* The way to the hub: a socket for news, GET for the whole state, and a heartbeat that says what is on the glass. ES5. */
(function (root) {
  "use strict";

  var here = root.timerClock.here;
  var display = (root.timerDisplay = root.timerDisplay || {});
  var BEAT_MS = 2000;
  var ANSWER_MS = 2500; // without an answer for so long the hub is away, whatever the socket believes
  var TRY_MS = 2000; // an attempt that takes longer is given up for another
  var AGAIN_MS = 500;
  var LOOK_MS = 1000;
  var LEARN_MS = [250, 700, 1300]; // a few beats at first: the quickest of them tells the hub's time best

  /**
   * Connect. `told` has: state(reply, at), looks(content), identify(content), answered(reply, sent, got), away(since or
   * null), painted() -> what is on the glass. All moments are timerClock.here(). Returns {painted(), mark(text)}.
   */
  display.connect = function (told) {
    var link = { told: told, last: here(), isAway: false, life: 0, mark: "", asking: false, again: false };
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
    document.addEventListener("visibilitychange", function () {
      beat(link);
    });
    return {
      painted: function () {
        beat(link);
      },
      holds: function (mark) {
        link.mark = mark;
      }
    };
  };

  function listen(link) {
    var socket = link.socket;
    socket.on("connect", function () {
      begin(link);
    });
    socket.on("disconnect", function (reason) {
      link.life += 1;
      away(link);
      // The hub has hung up: perhaps this display was shut out. The library does not try again then.
      if (reason === "io server disconnect") knock(link);
    });
    socket.on("connect_error", function () {
      away(link);
      if (!socket.active) knock(link);
    });
    socket.on("timer", function (state) {
      heard(link);
      link.told.state(state, here());
    });
    socket.on("rundown", function (news) {
      heard(link);
      if (news.mark !== link.mark) fetch(link);
    });
    socket.on("announcements", function (told) {
      heard(link);
      evacuation(link, told);
    });
    socket.on("display", link.told.looks);
    socket.on("identify", link.told.identify);
  }

  function begin(link) {
    link.life += 1;
    heard(link);
    fetch(link);
    askStanding(link, link.life);
    beat(link);
    for (var n = 0; n < LEARN_MS.length; n += 1) {
      setTimeout(function () {
        beat(link);
      }, LEARN_MS[n]);
    }
  }

  function beat(link) {
    if (!link.socket.connected) return;
    var life = link.life;
    var sent = here();
    var late = setTimeout(function () {
      if (life === link.life) hangUp(link);
    }, ANSWER_MS);
    link.socket.emit("painted", link.told.painted(), function (reply) {
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

  /** Called while one is under way, another follows it: what was asked may be old. */
  function fetch(link) {
    link.again = link.asking;
    if (link.asking) return;
    link.asking = true;
    ask("/api/timer", function (status, text) {
      link.asking = false;
      if (status === 401) root.location.reload(); // shut out: the page shows a new code
      else if (status === 200) {
        heard(link);
        link.told.state(JSON.parse(text), here());
        if (link.isAway) askStanding(link, link.life);
        if (link.again) fetch(link);
      } else if (link.socket.connected) setTimeout(fetch, AGAIN_MS, link);
    });
  }

  /** What stands at this connect; news of it come by the socket. */
  function askStanding(link, life) {
    ask("/api/announcements/standing", function (status, text) {
      if (status === 200) evacuation(link, JSON.parse(text));
      else if (life === link.life && link.socket.connected) setTimeout(askStanding, AGAIN_MS, link, life);
    });
  }

  function evacuation(link, told) {
    display.evacuation(told, function (seq) {
      link.socket.emit("announced", { seq: seq });
    });
  }

  function ask(path, tell) {
    var request = new XMLHttpRequest();
    var late = setTimeout(function () {
      request.abort();
    }, TRY_MS);
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
    look(link);
  }

  /** A browser holds back the sockets of a page that has failed with many of them for seconds; its requests it does not. */
  function look(link) {
    if (!link.isAway) return;
    fetch(link);
    setTimeout(look, LOOK_MS, link);
  }
})(window);
