/* The outline of a card that fills the screen: each kind has its own, so that it is known without colour. ES5. */
(function (root) {
  "use strict";

  var display = (root.timerDisplay = root.timerDisplay || {});

  /** Draw the frame of a kind of card ("10", "5", "stop", "questions", "message") for a screen of `w` x `h` px. */
  display.drawFrame = function (kind, w, h) {
    var unit = Math.min(w, h) / 100;
    var drawn = (FRAMES[kind] || plain)(w, h, unit);
    var svg = document.getElementById("frame");
    svg.setAttribute("viewBox", "0 0 " + w + " " + h);
    document.getElementById("frame-shape").setAttribute("d", drawn.shape);
    var line = document.getElementById("frame-line");
    line.setAttribute("d", drawn.line || "");
    line.setAttribute("stroke-width", String(unit * 1.4));
  };

  var FRAMES = {
    "5": taped,
    stop: octagon,
    questions: bubble,
    message: sheet
  };

  function plain(w, h) {
    return { shape: path([[0, 0], [w, 0], [w, h], [0, h]]) };
  }

  /** Between two bands of warning tape. */
  function taped(w, h, unit) {
    var band = unit * 9;
    var step = unit * 16;
    var shape = path([[0, band + unit * 2], [w, band + unit * 2], [w, h - band - unit * 2], [0, h - band - unit * 2]]);
    for (var x = -band; x < w; x += step) {
      shape += path([[x + band, 0], [x + band + step / 2, 0], [x + step / 2, band], [x, band]]);
      shape += path([[x + band, h - band], [x + band + step / 2, h - band], [x + step / 2, h], [x, h]]);
    }
    return { shape: shape };
  }

  /** A road sign as wide as the screen. */
  function octagon(w, h, unit) {
    return { shape: path(cut(w, h, unit, 1, 26)), line: path(cut(w, h, unit, 3.4, 25)) };
  }

  function cut(w, h, unit, margin, corner) {
    var m = unit * margin;
    var c = unit * corner;
    return [[m + c, m], [w - m - c, m], [w - m, m + c], [w - m, h - m - c], [w - m - c, h - m], [m + c, h - m], [m, h - m - c], [m, m + c]];
  }

  /** What somebody says. */
  function bubble(w, h, unit) {
    var m = unit * 2;
    var low = h - unit * 14;
    return { shape: path([[m, m], [w - m, m], [w - m, low], [unit * 36, low], [unit * 18, h - m], [unit * 18, low], [m, low]]) };
  }

  /** A sheet of paper with its corner folded. */
  function sheet(w, h, unit) {
    var m = unit * 2;
    var fold = unit * 12;
    var shape = path([[m, m], [w - m - fold, m], [w - m, m + fold], [w - m, h - m], [m, h - m]]);
    return { shape: shape, line: path([[w - m - fold, m + unit], [w - m - fold, m + fold], [w - m - unit, m + fold]], true) };
  }

  function path(points, open) {
    var text = "";
    for (var n = 0; n < points.length; n += 1) text += (n ? "L" : "M") + points[n][0].toFixed(1) + " " + points[n][1].toFixed(1);
    return text + (open ? "" : "Z");
  }
})(window);
