/* A screen's way to the hub: a socket for news, GET for whole states, and a heartbeat that says what is on the glass. ES5. */
(function (root) {
  "use strict";

  var here = root.hubTime.here;
  var BEAT_MS = 2000;
  var ANSWER_MS = 2500; // without an answer for so long the hub is away, whatever the socket believes
  var TRY_MS = 2000; // a request to a hub that was away is given up after so long for another
  var BUSY_MS = 4000; // sixty screens ask in the same moment, and the hub is there
  var CONNECT_MS = 5500; // a socket's attempt; a browser may hold it back for 5 s of them
  var AGAIN_MS = 500;
  var KNOCK_MS = 1000;
  var SPREAD_MS = 300; // not all screens of the house in the same moment
  var LEARN_MS = [250, 700, 1300]; // a few beats at first: the quickest of them tells the hub's time best
  var nextFrame = root.requestAnimationFrame || function (tell) {
    setTimeout(tell, 16);
  };

  /**
   * Connect a page. All moments are hubTime.here(). `page` has:
   *   beat: the heartbeat's name; glass() -> its content, what is on the glass; answered(reply, sent, got) each time;
   *   whole: [{path, take(reply, at)}], what is fetched at each connect and every second while the hub is away;
   *   news: {name: function (content, at)} of the socket;
   *   announced() -> the seq of the announcements on the glass, 0 for none;
   *   away(since): since when the hub is away, null when it is back.
   * Returns {beat(), announced(), fetch(n)}: each tells or asks at once, fetch for the n-th of `whole`.
   */
  function open(page) {
    var link = { page: page, last: here(), isAway: false, connecting: true, silent: false, life: 0 };
    link.socket = root.io({
      transports: ["websocket", "polling"],
      tryAllTransports: true,
      reconnection: false,
      timeout: CONNECT_MS
    });
    listen(link);
    var tell = function () {
      beat(link);
    };
    setInterval(tell, BEAT_MS);
    document.addEventListener("visibilitychange", tell);
    return {
      beat: tell,
      announced: function () {
        announced(link);
      },
      fetch: function (n) {
        fetch(link, page.whole[n]);
      }
    };
  }

  function listen(link) {
    var socket = link.socket;
    socket.on("connect", function () {
      begin(link);
    });
    socket.on("disconnect", function () {
      link.life += 1;
      away(link);
    });
    socket.on("connect_error", function () {
      link.connecting = false;
      away(link);
      setTimeout(function () {
        if (link.silent) connect(link);
      }, AGAIN_MS);
    });
    for (var name in link.page.news) hear(link, name, link.page.news[name]);
  }

  function hear(link, name, take) {
    link.socket.on(name, function (content) {
      heard(link);
      take(content, here());
    });
  }

  function begin(link) {
    link.connecting = false;
    link.life += 1;
    heard(link);
    fetchAll(link);
    beat(link);
    announced(link);
    for (var n = 0; n < LEARN_MS.length; n += 1) setTimeout(beat, LEARN_MS[n], link);
  }

  function announced(link) {
    var seq = link.page.announced();
    if (link.socket.connected && seq) link.socket.emit("announced", { seq: seq });
  }

  function beat(link) {
    if (!link.socket.connected) return;
    var life = link.life;
    var sent = here();
    var late = setTimeout(function () {
      if (life === link.life) hangUp(link);
    }, ANSWER_MS);
    link.socket.emit(link.page.beat, link.page.glass(), function (reply) {
      clearTimeout(late);
      if (life !== link.life || !reply) return;
      heard(link);
      link.page.answered(reply, sent, here());
    });
  }

  /** The socket died without a word, which it would notice much later by itself. */
  function hangUp(link) {
    away(link);
    link.socket.disconnect();
  }

  function fetchAll(link) {
    for (var n = 0; n < link.page.whole.length; n += 1) fetch(link, link.page.whole[n]);
  }

  /** Called while one is under way, another follows it: what was asked may be old. */
  function fetch(link, whole) {
    whole.again = whole.asking;
    if (whole.asking) return;
    whole.asking = true;
    ask(whole.path, link.isAway ? TRY_MS : BUSY_MS, function (status, text, silent) {
      whole.asking = false;
      link.silent = silent;
      if (status === 200 || silent) connect(link);
      if (status === 401) root.location.reload(); // shut out: the page shows a new code
      else if (status === 200) {
        heard(link);
        whole.take(JSON.parse(text), here());
        if (whole.again) fetch(link, whole);
      } else if (link.socket.connected) setTimeout(fetch, AGAIN_MS, link, whole);
    });
  }

  function ask(path, patience, tell) {
    var request = new XMLHttpRequest();
    var silent = false;
    var late = setTimeout(function () {
      silent = true;
      request.abort();
    }, patience);
    request.onreadystatechange = function () {
      if (request.readyState !== 4) return;
      clearTimeout(late);
      tell(request.status, request.responseText, silent);
    };
    request.open("GET", path);
    request.send();
  }

  function heard(link) {
    link.last = here();
    if (!link.isAway || !link.socket.connected) return;
    link.isAway = false;
    link.page.away(null);
  }

  function away(link) {
    if (link.isAway) return;
    link.isAway = true;
    link.page.away(link.last);
    setTimeout(knock, SPREAD_MS * Math.random(), link);
  }

  /**
   * Requests knock, and the first answer opens the socket: a browser holds sockets back for seconds once many were
   * refused. In a network that is silent it is the other way round: requests queue behind connections that wait ever
   * longer between their own attempts, and each socket makes a connection of its own.
   */
  function knock(link) {
    if (!link.isAway) return;
    fetchAll(link);
    setTimeout(knock, KNOCK_MS, link);
  }

  function connect(link) {
    if (link.socket.connected || link.connecting) return;
    link.connecting = true;
    link.socket.connect();
  }

  /** Two frames later a change is on the glass: only then the hub may hear of it. A hidden page paints no frames. */
  function onGlass(tell) {
    nextFrame(function () {
      nextFrame(tell);
    });
  }

  root.hubLink = { open: open, onGlass: onGlass };
})(window);
