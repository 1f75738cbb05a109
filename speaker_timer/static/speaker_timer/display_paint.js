/* Puts a scene on the page, touching only what has changed, and sizes it to the screen. ES5. */
(function (root) {
  "use strict";

  var display = (root.timerDisplay = root.timerDisplay || {});
  var TEXTS = ["title", "person", "clock", "label", "big", "note", "after"];
  var LONG_WORD = /(\S{24,})/; // longer than any word of a language: it is broken rather than shrunk to one row
  var held = null;
  var sizes = "";

  /** Show a scene; `view` is how this display shows the timer. Does nothing where nothing has changed. */
  display.paint = function (scene, view) {
    for (var n = 0; n < TEXTS.length; n += 1) say(TEXTS[n], scene[TEXTS[n]]);
    held = scene;
    say("figure", scene.figure);
    strips(scene.strips);
    bar(scene.bar);
    card(scene);
    toggle("dark", scene.dark);
    dress(classes(scene, view));
    // Sizes follow from the lengths of the texts: a running figure changes none of them.
    var wanted = JSON.stringify([view, scene.layout, lengthOf(scene.figure), scene.title, scene.person, scene.label, scene.big, scene.note, scene.after, scene.strips.length, scene.card, !!scene.bar, !scene.clock]);
    if (wanted !== sizes) {
      sizes = wanted;
      display.fit();
    }
  };

  /** Size everything anew: the screen was turned, or the letters have come. */
  display.fit = function () {
    if (!held) return;
    var unit = Math.min(root.innerWidth, root.innerHeight) / 100;
    var upright = root.innerHeight > root.innerWidth;
    var hole = element("hole");
    fitTitle(unit * (upright ? 12 : 6.5), unit * (upright ? 6 : 3.9));
    fitStrips(unit * (document.body.className.indexOf("view-corner") >= 0 ? 12 : upright ? 11 : 7.5));
    if (held.layout === "words") display.fitWords(element("big"), hole, unit * 22, unit * 3);
    else display.fitFigure(element("figure"), hole);
    if (held.card) fitCard(unit, held.card);
  };

  /** The size of the glass, for the host's list: "1920x1080". */
  display.size = function () {
    return root.innerWidth + "x" + root.innerHeight;
  };

  /** The title leaves room for the line below it; one too long for that is cut rather than made too small to read. */
  function fitTitle(most, least) {
    var title = element("title");
    var room = element("what").clientHeight - element("person").offsetHeight;
    title.className = title.style.maxHeight = title.style.webkitLineClamp = "";
    display.fitWords(title, { clientHeight: room, clientWidth: element("what").clientWidth }, most, least);
    if (title.offsetHeight > room) cut(title, room);
  }

  function cut(title, room) {
    var line = parseFloat(root.getComputedStyle(title).lineHeight);
    var lines = Math.max(1, Math.floor(room / line));
    title.className = "cut";
    title.style.webkitLineClamp = lines;
    title.style.maxHeight = lines * line + "px";
  }

  /** Words of a state stand in one row, however many states there are. */
  function fitStrips(most) {
    var box = element("strips");
    box.style.fontSize = most + "px";
    if (box.scrollWidth > box.clientWidth) box.style.fontSize = Math.floor((most * box.clientWidth) / box.scrollWidth) + "px";
  }

  function fitCard(unit, shown) {
    display.drawFrame(shown.kind, root.innerWidth, root.innerHeight);
    narrow(element("card-figure"));
    display.fitWords(element("card-text"), element("card-hole"), unit * 70, unit * 4);
  }

  /** Hours over time are more signs than an upright card is made for. */
  function narrow(box) {
    box.style.fontSize = "";
    if (box.scrollWidth <= box.clientWidth) return;
    box.style.fontSize = Math.floor((parseFloat(root.getComputedStyle(box).fontSize) * box.clientWidth) / box.scrollWidth) + "px";
  }

  function classes(scene, view) {
    var names = ["view-" + view, "layout-" + scene.layout];
    if (scene.tone) names.push("tone-" + scene.tone);
    if (scene.strips.length) names.push("lead-" + scene.strips[0].kind);
    if (scene.away) names.push("is-away");
    if (scene.flash) names.push("flashing");
    if (scene.flash === "on" && !calm()) names.push("inverted");
    return names.join(" ");
  }

  function dress(names) {
    if (document.body.className !== names) document.body.className = names;
  }

  function calm() {
    return !!root.matchMedia && root.matchMedia("(prefers-reduced-motion: reduce)").matches;
  }

  function strips(wanted) {
    var text = JSON.stringify(wanted);
    var box = element("strips");
    if (box.getAttribute("data-shown") === text) return;
    box.setAttribute("data-shown", text);
    box.innerHTML = "";
    for (var n = 0; n < wanted.length; n += 1) box.appendChild(strip(wanted[n]));
  }

  function strip(wanted) {
    var made = document.createElement("p");
    made.className = "strip strip-" + wanted.kind;
    made.appendChild(shape(wanted.kind));
    made.appendChild(document.createElement("span")).appendChild(document.createTextNode(wanted.word));
    return made;
  }

  function shape(kind) {
    return document.querySelector('#shapes [data-shape="' + kind + '"] svg').cloneNode(true);
  }

  function bar(wanted) {
    toggle("bar", !!wanted);
    if (!wanted) return;
    element("left").style.width = (wanted.left * 100).toFixed(2) + "%";
    var text = wanted.marks.join(" ");
    var box = element("bar");
    if (box.getAttribute("data-marks") === text) return;
    box.setAttribute("data-marks", text);
    while (box.lastChild !== element("left")) box.removeChild(box.lastChild);
    for (var n = 0; n < wanted.marks.length; n += 1) {
      var mark = box.appendChild(document.createElement("i"));
      mark.style.left = (wanted.marks[n] * 100).toFixed(2) + "%";
    }
  }

  function card(scene) {
    var wanted = scene.card;
    toggle("card", !!wanted);
    if (!wanted) return;
    say("card-figure", scene.layout === "count" ? scene.figure : "");
    toggle("card-pause", wanted.paused);
    var box = element("card");
    if (box.getAttribute("data-key") === wanted.key) return;
    box.setAttribute("data-key", wanted.key);
    box.className = "card-" + wanted.kind;
    cardWord(wanted.word);
    var place = element("card-shape");
    place.innerHTML = "";
    if (wanted.kind === "10" || wanted.kind === "5") place.appendChild(shape(wanted.kind));
  }

  function cardWord(text) {
    var box = element("card-word");
    var parts = text.split(LONG_WORD);
    box.innerHTML = "";
    for (var n = 0; n < parts.length; n += 1) {
      var part = box.appendChild(document.createElement("span"));
      if (LONG_WORD.test(parts[n])) part.className = "long-word";
      part.appendChild(document.createTextNode(parts[n]));
    }
  }

  function say(id, text) {
    var box = element(id);
    if (box.firstChild) {
      if (box.firstChild.data !== text) box.firstChild.data = text;
    } else box.appendChild(document.createTextNode(text));
  }

  function toggle(id, shown) {
    var box = element(id);
    if (box.hidden === shown) box.hidden = !shown;
  }

  function lengthOf(figure) {
    return figure.replace(/\d/g, "0");
  }

  function element(id) {
    return document.getElementById(id);
  }
})(window);
