/* Letters as large as their place allows. CSS of old browsers cannot size text by its room, so it is measured. ES5. */
(function (root) {
  "use strict";

  var display = (root.timerDisplay = root.timerDisplay || {});
  var TRIAL_PX = 100;
  var LINE = 0.82; // of the font's size: a row of figures has nothing below its line
  var STEPS = 9;

  /**
   * Size a row of figures to its box. The size depends on how many figures there are, not on which: it stays while they
   * run, and from 10:00 to 9:59.
   */
  display.fitFigure = function (element, box) {
    var shown = element.firstChild ? element.firstChild.data : "";
    var sample = shown.replace(/\d/g, "0");
    if (sample.length < 5) sample = "00:00";
    element.style.fontSize = TRIAL_PX + "px";
    if (element.firstChild) element.firstChild.data = sample;
    var wide = element.offsetWidth / TRIAL_PX;
    if (element.firstChild) element.firstChild.data = shown;
    var size = Math.min(box.clientWidth / (wide || 1), box.clientHeight / LINE);
    element.style.fontSize = Math.floor(size) + "px";
  };

  /**
   * Size words, on as many lines as they like, to their box: at most `most` px, at least `least` px. A word is broken
   * only where it would not fit even at the least size.
   */
  display.fitWords = function (element, box, most, least) {
    element.style.wordWrap = "normal";
    search(element, box, most, least);
    if (fits(element, box)) return;
    element.style.wordWrap = "break-word";
    search(element, box, most, least);
  };

  /** The largest size at which the element fits, else the least. */
  function search(element, box, most, least) {
    var low = least;
    var high = Math.max(least, most);
    for (var n = 0; n < STEPS && high - low > 1; n += 1) {
      var middle = (low + high) / 2;
      element.style.fontSize = middle + "px";
      if (fits(element, box)) low = middle;
      else high = middle;
    }
    element.style.fontSize = Math.floor(low) + "px";
  }

  function fits(element, box) {
    return element.offsetHeight <= box.clientHeight && element.scrollWidth <= Math.min(element.clientWidth, box.clientWidth) + 1;
  }
})(window);
