/* Words as large as their place allows: measured, since CSS of old browsers cannot size text by its room. ES5. */
(function (root) {
  "use strict";

  var screen = (root.pathScreen = root.pathScreen || {});
  var STEPS = 9;
  var SMALLER = 0.5; // lines below the head, of its size
  var SIZES = { thanks: 0.6, exit: 1, head: 1, back: 0.7, next: 0.4 };
  var MOST_LINES = 8;

  /**
   * Size a block of words to its box: the head at most `most` px; the rest in proportion, but never below `small` px.
   * What does not fit even at the least size is broken in words, then its end becomes an ellipsis.
   */
  screen.fitBlock = function (block, box, most, least, small) {
    var low = least;
    var high = Math.max(most, least);
    block.className = "block";
    clamp(block, 0);
    for (var n = 0; n < STEPS && high - low > 1; n += 1) {
      var middle = (low + high) / 2;
      size(block, middle, small);
      if (fits(block, box)) low = middle;
      else high = middle;
    }
    size(block, Math.floor(low), small);
    if (fits(block, box)) return;
    block.className = "block broken";
    for (var lines = MOST_LINES; lines > 0 && !fits(block, box); lines -= 1) clamp(block, lines);
  };

  function size(block, px, small) {
    for (var part = block.firstChild; part; part = part.nextSibling) {
      part.style.fontSize = Math.max(px * share(part), small) + "px";
    }
  }

  /** Of the head's size. */
  function share(part) {
    for (var name in SIZES) if (part.className.indexOf(name) >= 0) return SIZES[name];
    return SMALLER;
  }

  function clamp(block, lines) {
    for (var part = block.firstChild; part; part = part.nextSibling) part.style.webkitLineClamp = lines ? String(lines) : "";
  }

  function fits(block, box) {
    return block.offsetHeight <= box.clientHeight && block.scrollWidth <= box.clientWidth + 1;
  }
})(window);
