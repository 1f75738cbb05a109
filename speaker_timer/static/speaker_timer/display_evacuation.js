/* An evacuation covers everything on the display until it is taken back. ES5. */
(function (root) {
  "use strict";

  var display = (root.timerDisplay = root.timerDisplay || {});
  var held = null;

  /** Take what stands ({seq, set, standing}); `painted(seq)` is called when it is on the glass. */
  display.evacuation = function (told, painted) {
    if (held && told.set === held.set && told.seq < held.seq) return;
    held = told;
    show(evacuationOf(told.standing));
    root.hubLink.onGlass(function () {
      if (held === told) painted(told.seq);
    });
  };

  function evacuationOf(standing) {
    for (var n = standing.length - 1; n >= 0; n -= 1) {
      if (standing[n].kind === "evacuation") return standing[n];
    }
    return null;
  }

  function show(evacuation) {
    element("evacuation").hidden = !evacuation;
    if (!evacuation) return;
    var own = evacuation.words[document.documentElement.lang];
    say("evacuation-head", own.head);
    say("evacuation-others", others(evacuation.words, own.head).join(" · "));
    say("evacuation-text", own.text);
    fit();
  }

  /** The word in the other languages, each once: not everybody in the hall reads the display's own. */
  function others(words, own) {
    var found = [];
    for (var language in words) {
      var head = words[language].head;
      if (head !== own && found.indexOf(head) < 0) found.push(head);
    }
    return found;
  }

  function fit() {
    if (element("evacuation").hidden) return;
    var unit = Math.min(root.innerWidth, root.innerHeight) / 100;
    display.fitWords(element("evacuation-head"), element("evacuation-hole"), unit * 40, unit * 6);
    display.fitWords(element("evacuation-text"), element("evacuation-way"), unit * 12, unit * 3);
  }

  function say(id, text) {
    element(id).innerHTML = "";
    element(id).appendChild(document.createTextNode(text));
  }

  function element(id) {
    return document.getElementById(id);
  }

  root.addEventListener("resize", fit);
  root.addEventListener("load", fit);
  fit(); // a display that is opened meanwhile begins with it
})(window);
