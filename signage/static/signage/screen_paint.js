/* Puts the way on the glass: the frame's arrow and words, the screen's turn and theme, the slide in turn. ES5. */
(function (root) {
  "use strict";

  var screen = (root.pathScreen = root.pathScreen || {});
  var SVG = "http://www.w3.org/2000/svg";
  var FLOOR = 0.045; // of the shorter side: the least head that is worth reading from afar
  var SMALL = 0.03;
  var AS_ONE = /([^\s-]+(?:-[^\s-]+)+|\S{1,2} \d\d:\d\d)/; // a word with a hyphen; a time and what leads to it
  var WHOLE = 14; // letters: what is longer may be broken
  var AHEAD_MS = 1500;
  var dressed = "";
  var painted = { whole: "", below: "" };
  var ways = null;
  var later = 0;

  /** Turn the stage as the screen hangs; size it to the glass. `looks` is the plan's `screen`. */
  screen.dress = function (looks) {
    var wanted = [root.innerWidth, root.innerHeight, looks.turned, looks.theme].join();
    if (wanted === dressed) return;
    dressed = wanted;
    var stage = screen.element("stage");
    var aside = looks.turned % 180 !== 0;
    var w = aside ? root.innerHeight : root.innerWidth;
    var h = aside ? root.innerWidth : root.innerHeight;
    stage.style.width = w + "px";
    stage.style.height = h + "px";
    stage.style.marginLeft = -w / 2 + "px";
    stage.style.marginTop = -h / 2 + "px";
    stage.style.webkitTransform = stage.style.transform = "rotate(" + looks.turned + "deg)";
    stage.className = "theme-" + looks.theme + (h > w ? " upright" : " wide");
    stage.setAttribute("data-theme", looks.theme);
    stage.setAttribute("data-turned", String(looks.turned));
    painted.whole = painted.below = "";
  };

  /**
   * Show a frame of the plan; its words in all the screen's languages at once, of which CSS shows one. Below an
   * announcement the way is a strip: its arrow and one word. The form that is not on is kept ready, so that an
   * announcement costs no more than itself.
   */
  screen.paintWay = function (frame, looks, below) {
    var wanted = frame.hash + dressed + looks.side_by_side;
    var on = below ? "below" : "whole";
    var off = below ? "whole" : "below";
    if (ways && ways[on].id === "way" && painted[on] === wanted) return;
    clearTimeout(later);
    ways = ways || both();
    if (painted[on] !== wanted) build(ways[on], frame, looks, below);
    painted[on] = wanted;
    if (painted[off] !== wanted) forget(off);
    change(ways[on], ways[off]);
    if (painted[off] === wanted || frame.phase === "nowhere") return;
    later = setTimeout(function () {
      build(ways[off], frame, looks, !below);
      painted[off] = wanted;
    }, AHEAD_MS);
  };

  function both() {
    var whole = screen.element("way");
    return { whole: whole, below: whole.parentNode.insertBefore(document.createElement("div"), whole.nextSibling) };
  }

  function forget(name) {
    painted[name] = ways[name].innerHTML = ways[name].className = "";
  }

  /** One is the way now; the other is laid out with it, and not to be seen. */
  function change(on, off) {
    off.removeAttribute("id");
    on.id = "way";
  }

  function build(way, frame, looks, below) {
    way.innerHTML = "";
    way.className = "way phase-" + frame.phase + (frame.arrow ? " points-" + frame.arrow.name : " points-nowhere") + (below ? " below" : "");
    way.setAttribute("data-kind", frame.phase);
    way.setAttribute("data-langs", looks.languages.join());
    way.appendChild(arrow(frame.arrow));
    if (!below) way.appendChild(texts(frame, looks));
    if (below) way.appendChild(strip(way.firstChild, frame, looks, "short"));
    else if (isQuiet(frame.phase)) way.appendChild(strip(way.firstChild, frame, looks, "note"));
    fit(way);
  }

  /** Size everything anew: the letters have come. */
  screen.fitWay = function () {
    for (var name in painted) if (painted[name]) fit(ways[name]);
  };

  function fit(way) {
    var stage = way.parentNode;
    var side = Math.min(stage.clientWidth, stage.clientHeight);
    var aside = way.className.indexOf("phase-nowhere") >= 0 ? 0.04 : way.className.indexOf("below") >= 0 ? 0.16 : 0.11;
    fitArrow(way, stage.className.indexOf("upright") >= 0);
    fitAll(way, "words", side * 0.34, side * FLOOR, side);
    fitAll(way, "aside", side * aside, side * SMALL, side);
  }

  /** In this language, if those of the way come in turn. */
  screen.speakWay = function (language) {
    for (var name in painted) if (painted[name]) screen.speak(ways[name], language);
  };

  screen.fitSheet = function (sheet) {
    var stage = screen.element("stage");
    var side = Math.min(stage.clientWidth, stage.clientHeight);
    var out = sheet.querySelector(".out");
    if (out) fitOut(out, stage.className.indexOf("upright") >= 0);
    fitAll(sheet, "words", side * 0.3, side * FLOOR, side);
  };

  /** In an evacuation, too, the arrow is the largest thing, however much is said beside it. */
  function fitOut(out, upright) {
    var w = out.clientWidth;
    var h = out.clientHeight;
    square(out.firstChild, upright ? Math.min(w * 0.86, h * 0.58) : Math.min(h * 0.86, w * 0.44));
  }

  /** Languages in turn each have the whole place; those side by side share it, in letters of one size. */
  function fitAll(within, name, most, least, side) {
    var boxes = within.querySelectorAll("." + name);
    var shared = [];
    for (var n = 0; n < boxes.length; n += 1) {
      var place = boxes[n].parentNode;
      var together = place.className.indexOf("together") >= 0;
      shared = together && boxes[n].previousSibling ? shared.concat(boxes[n].firstChild) : [boxes[n].firstChild];
      if (!together || !boxes[n].nextSibling) screen.fitBlocks(shared, together ? place : boxes[n], most, least, side * SMALL);
    }
  }

  /** As large as it gets beside words that can still be read. */
  function fitArrow(way, upright) {
    var strip = way.querySelector(".strip");
    var box = strip || way;
    var w = box.clientWidth;
    var h = box.clientHeight;
    var late = strip && strip.className.indexOf("late") >= 0;
    var share = late ? [0.6, 0.9, 0.86, 0.73] : strip ? [0.88, 0.22, 0.64, 0.58] : [1, 0.43, 1, 0.52];
    square(way.querySelector(".arrow"), upright ? Math.min(w * share[2], h * share[3]) : Math.min(h * share[0], w * share[1]));
  }

  function square(box, side) {
    if (box) box.style.width = box.style.height = Math.floor(side) + "px";
  }

  /** What leaves its note to a strip of its own. */
  function isQuiet(phase) {
    return phase === "running" || phase === "nowhere";
  }

  function arrow(drawn) {
    var box = document.createElement("div");
    box.className = "arrow";
    if (drawn) box.appendChild(screen.drawing(drawn.path));
    return box;
  }

  /** An arrow as an SVG; its path is read back from here. */
  screen.drawing = function (path) {
    var svg = document.createElementNS(SVG, "svg");
    var line = svg.appendChild(document.createElementNS(SVG, "path"));
    svg.setAttribute("viewBox", "0 0 100 100");
    svg.setAttribute("aria-hidden", "true");
    line.setAttribute("class", "way-path");
    line.setAttribute("d", path);
    return svg;
  };

  function texts(frame, looks) {
    var box = document.createElement("div");
    box.className = "texts" + (looks.side_by_side && looks.languages.length > 1 ? " together" : "");
    for (var n = 0; n < looks.languages.length; n += 1) {
      var parts = frameParts(frame.phase, frame.words[looks.languages[n]]);
      screen.add(box, screen.words("words", looks.languages[n], parts));
    }
    return box;
  }

  /** In the order in which they are read: the classes say how large. */
  function frameParts(phase, said) {
    // At the end the noun beside the arrow is where it leads: out. The thanks come after it.
    var over = phase === "over" && said.label;
    // In a break all that people ask is when to be back; what comes then matters less.
    var paused = phase === "break";
    var parts = [[over ? "label exit" : "label", said.label], [over ? "head thanks" : "head", said.head]];
    for (var n = 0; n < said.lines.length; n += 1) parts.push([paused ? "line back" : "line", said.lines[n]]);
    if (!isQuiet(phase)) parts.push([paused ? "note next" : "note", said.note]);
    return parts;
  }

  /** The arrow with one thing said beside it: `part` of the frame's words. */
  function strip(arrow, frame, looks, part) {
    var box = document.createElement("div");
    box.className = frame.phase === "nowhere" ? "foot" : part === "note" ? "strip late" : "strip";
    box.appendChild(arrow);
    var notes = box.appendChild(document.createElement("div"));
    notes.className = "texts" + (looks.side_by_side && looks.languages.length > 1 ? " together" : "");
    for (var n = 0; n < looks.languages.length; n += 1) {
      var language = looks.languages[n];
      screen.add(notes, screen.words("aside", language, [["note head", frame.words[language][part]]]));
    }
    return box;
  }

  /** A block of words in one language: `parts` are [class, text]; empty ones are left out. */
  screen.words = function (name, language, parts) {
    var box = document.createElement("div");
    var block = box.appendChild(document.createElement("div"));
    box.className = name;
    box.lang = language;
    box.setAttribute("data-lang", language);
    block.className = "block";
    for (var n = 0; n < parts.length; n += 1) {
      if (!parts[n][1]) continue;
      var part = block.appendChild(document.createElement("p"));
      part.className = parts[n][0];
      part.setAttribute("data-part", "");
      write(part, parts[n][1]);
    }
    return box;
  };

  /** The text itself stays as it is, to be read back: what must not be broken stands in an element of its own. */
  function write(part, text) {
    var pieces = text.split(AS_ONE);
    for (var n = 0; n < pieces.length; n += 1) {
      var whole = n % 2 && pieces[n].length <= WHOLE;
      var into = whole ? part.appendChild(document.createElement("span")) : part;
      if (whole) into.className = "whole";
      if (pieces[n]) into.appendChild(document.createTextNode(pieces[n]));
    }
  }

  /** Side by side a language may have nothing left to say: then it takes no place. */
  screen.add = function (box, words) {
    if (words.firstChild.firstChild || box.className.indexOf("together") < 0) box.appendChild(words);
  };

  /** Of the languages inside `box` show this one; those side by side are all shown. */
  screen.speak = function (box, language) {
    var found = box.querySelectorAll("[data-lang]");
    for (var n = 0; n < found.length; n += 1) {
      var on = found[n].getAttribute("data-lang") === language || found[n].parentNode.className.indexOf("together") >= 0;
      var name = found[n].className.replace(" off", "") + (on ? "" : " off");
      if (found[n].className !== name) found[n].className = name;
    }
  };

  screen.element = function (id) {
    return document.getElementById(id);
  };

  screen.say = function (id, text) {
    var box = screen.element(id);
    if (box.firstChild) {
      if (box.firstChild.data !== text) box.firstChild.data = text;
    } else box.appendChild(document.createTextNode(text));
  };

  screen.toggle = function (id, shown) {
    var box = screen.element(id);
    if (box.hidden === shown) box.hidden = !shown;
  };
})(window);
