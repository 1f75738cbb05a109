/* Puts the way on the glass: the frame's arrow and words, the screen's turn and theme, the slide in turn. ES5. */
(function (root) {
  "use strict";

  var screen = (root.pathScreen = root.pathScreen || {});
  var SVG = "http://www.w3.org/2000/svg";
  var FLOOR = 0.045; // of the shorter side: the least head that is worth reading from afar
  var SMALL = 0.03;
  var dressed = "";
  var painted = "";

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
    painted = "";
  };

  /** Show a frame of the plan; its words in all the screen's languages at once, of which CSS shows one. */
  screen.paintWay = function (frame, looks) {
    var wanted = frame.hash + dressed + looks.side_by_side;
    if (wanted === painted) return;
    painted = wanted;
    var way = screen.element("way");
    way.innerHTML = "";
    way.className = "phase-" + frame.phase + (frame.arrow ? " points-" + frame.arrow.name : " points-nowhere");
    way.setAttribute("data-kind", frame.phase);
    way.setAttribute("data-langs", looks.languages.join());
    way.appendChild(arrow(frame.arrow));
    way.appendChild(texts(frame, looks));
    if (frame.phase === "running") way.appendChild(strip(frame, looks));
    screen.fitWay();
  };

  /** Size everything anew: the letters have come. */
  screen.fitWay = function () {
    var way = screen.element("way");
    var side = Math.min(way.clientWidth, way.clientHeight);
    fitArrow(way);
    fitAll(way.querySelectorAll(".words"), side * 0.34, side * FLOOR, side);
    fitAll(way.querySelectorAll(".aside"), side * 0.075, side * SMALL, side);
  };

  screen.fitSheet = function (sheet) {
    var side = Math.min(sheet.clientWidth, sheet.clientHeight);
    fitAll(sheet.querySelectorAll(".words"), side * 0.3, side * FLOOR, side);
  };

  function fitAll(boxes, most, least, side) {
    for (var n = 0; n < boxes.length; n += 1) screen.fitBlock(boxes[n].firstChild, boxes[n], most, least, side * SMALL);
  }

  /** As large as it gets beside words that can still be read. */
  function fitArrow(way) {
    var box = way.firstChild;
    if (way.className.indexOf("phase-running") >= 0 || !box.firstChild) return;
    var wide = way.clientWidth > way.clientHeight;
    var size = wide ? Math.min(way.clientHeight, way.clientWidth * 0.43) : Math.min(way.clientWidth, way.clientHeight * 0.52);
    box.style.width = box.style.height = Math.floor(size) + "px";
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
    var quiet = frame.phase === "running";
    var box = document.createElement("div");
    box.className = "texts" + (looks.side_by_side && looks.languages.length > 1 ? " together" : "");
    for (var n = 0; n < looks.languages.length; n += 1) {
      var said = frame.words[looks.languages[n]];
      var parts = [["label", said.label], ["head", said.head]];
      for (var k = 0; k < said.lines.length; k += 1) parts.push(["line", said.lines[k]]);
      // At the end the noun beside the arrow is where it leads: out.
      if (!quiet) parts.push([frame.phase === "over" ? "note head" : "note", said.note]);
      box.appendChild(screen.words("words", looks.languages[n], parts));
    }
    return box;
  }

  function strip(frame, looks) {
    var box = document.createElement("div");
    box.className = "strip";
    box.appendChild(screen.element("way").firstChild);
    var notes = box.appendChild(document.createElement("div"));
    notes.className = "texts" + (looks.side_by_side && looks.languages.length > 1 ? " together" : "");
    for (var n = 0; n < looks.languages.length; n += 1) {
      var language = looks.languages[n];
      notes.appendChild(screen.words("aside", language, [["note head", frame.words[language].note]]));
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
      part.appendChild(document.createTextNode(parts[n][1]));
    }
    return box;
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
