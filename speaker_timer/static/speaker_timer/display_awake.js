/* Keeps the screen on and whole: no sleep, no bars, no cursor. Each where the browser lets us. ES5. */
(function (root) {
  "use strict";

  var display = (root.timerDisplay = root.timerDisplay || {});
  var CURSOR_MS = 2000;
  var INVITE_MS = 12000;

  /** `touched()` is called at each touch or key: browsers let sound begin only then. */
  display.stayAwake = function (touched) {
    wake();
    document.addEventListener("visibilitychange", wake);
    hideCursor();
    var begin = function () {
      invite(false);
      fullScreen();
      wake();
      touched();
    };
    document.addEventListener("click", begin);
    document.addEventListener("keydown", function (event) {
      if (!isTheBrowsers(event)) begin();
    });
  };

  /** Escape is how one leaves the full screen; function keys and shortcuts mean something else. */
  function isTheBrowsers(event) {
    return event.keyCode === 27 || event.keyCode > 111 || event.ctrlKey || event.altKey || event.metaKey;
  }

  /** Offer, for a while, to touch the screen; `chime`: sound is waiting for it too. */
  display.invite = function (view, chime) {
    var wanted = (view === "stage" || view === "wall") && (chime || !isFull());
    document.getElementById("begin").className = chime ? "with-sound" : "";
    invite(wanted);
    if (wanted) {
      setTimeout(function () {
        invite(false);
      }, INVITE_MS);
    }
  };

  function invite(shown) {
    document.getElementById("begin").hidden = !shown;
  }

  function isFull() {
    return root.innerHeight >= root.screen.height && root.innerWidth >= root.screen.width;
  }

  function fullScreen() {
    var page = document.documentElement;
    var ask = page.requestFullscreen || page.webkitRequestFullscreen || page.mozRequestFullScreen || page.msRequestFullscreen;
    if (!ask || document.fullscreenElement || document.webkitFullscreenElement) return;
    quiet(ask.call(page));
  }

  /** A wake lock where one is given, which is over https; else a film of nothing, which screens stay awake for too. */
  function wake() {
    if (document.hidden) return;
    if (root.navigator.wakeLock) quiet(root.navigator.wakeLock.request("screen"));
    else film();
  }

  function film() {
    var canvas = document.createElement("canvas");
    var video = document.getElementById("film");
    if (!canvas.captureStream || video) {
      if (video) quiet(video.play());
      return;
    }
    canvas.width = canvas.height = 16;
    var pen = canvas.getContext("2d");
    setInterval(function () {
      pen.fillRect(0, 0, 16, 16); // a stream without new pictures counts as paused
    }, 1000);
    video = document.createElement("video");
    video.id = "film";
    video.muted = video.loop = true;
    video.setAttribute("playsinline", "");
    video.setAttribute("aria-hidden", "true");
    video.srcObject = canvas.captureStream(1);
    document.body.insertBefore(video, document.body.firstChild);
    quiet(video.play());
  }

  /** A browser that refuses has its reasons, and the time is shown all the same. */
  function quiet(promise) {
    if (promise && promise.then) promise.then(null, function () {});
  }

  function hideCursor() {
    var timer = 0;
    var moved = function () {
      document.body.style.cursor = "";
      clearTimeout(timer);
      timer = setTimeout(function () {
        document.body.style.cursor = "none";
      }, CURSOR_MS);
    };
    document.addEventListener("mousemove", moved);
    moved();
  }
})(window);
