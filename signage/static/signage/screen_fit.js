/* Words as large as their place allows: measured, since CSS of old browsers cannot size text by its room. ES5. */
(function (root) {
  "use strict";

  var screen = (root.pathScreen = root.pathScreen || {});
  var STEPS = 9;
  var SMALLER = 0.5; // lines below the head, of its size
  var SIZES = { thanks: 0.6, exit: 1, head: 1, back: 0.7, next: 0.4 };
  var MOST_LINES = 8;
  var BROKEN = 2; // of the least size: letters in which words are broken anywhere are no larger

  /** Size a block of words to its box, see `fitBlocks`. */
  screen.fitBlock = function (block, box, most, least, small) {
    screen.fitBlocks([block], box, most, least, small);
  };

  /**
   * Size blocks below each other to their box, all alike: the head at most `most` px; the rest in proportion, but never
   * below `small` px. What does not fit even at the least size is broken in words, then its end becomes an ellipsis.
   */
  screen.fitBlocks = function (blocks, box, most, least, small) {
    if (search(blocks, box, "block", Math.max(most, least), least, small)) return;
    if (search(blocks, box, "block broken", Math.max(Math.min(most, least * BROKEN), least), least, small)) return;
    for (var lines = MOST_LINES; lines > 0 && !fits(blocks, box); lines -= 1) clamp(blocks, lines);
  };

  /** The largest size that fits; false where even the least does not. */
  function search(blocks, box, name, most, least, small) {
    var low = least;
    var high = most;
    for (var n = 0; n < blocks.length; n += 1) blocks[n].className = name;
    clamp(blocks, 0);
    for (var step = 0; step < STEPS && high - low > 1; step += 1) {
      var middle = (low + high) / 2;
      size(blocks, middle, small);
      if (fits(blocks, box)) low = middle;
      else high = middle;
    }
    size(blocks, Math.floor(low), small);
    return fits(blocks, box);
  }

  function size(blocks, px, small) {
    everyPart(blocks, function (part) {
      part.style.fontSize = Math.max(px * share(part), small) + "px";
    });
  }

  /** Of the head's size. */
  function share(part) {
    for (var name in SIZES) if (part.className.indexOf(name) >= 0) return SIZES[name];
    return SMALLER;
  }

  function clamp(blocks, lines) {
    everyPart(blocks, function (part) {
      part.style.webkitLineClamp = lines ? String(lines) : "";
    });
  }

  function everyPart(blocks, tell) {
    for (var n = 0; n < blocks.length; n += 1) for (var part = blocks[n].firstChild; part; part = part.nextSibling) tell(part);
  }

  function fits(blocks, box) {
    var last = blocks[blocks.length - 1];
    for (var n = 0; n < blocks.length; n += 1) if (blocks[n].scrollWidth > box.clientWidth + 1) return false;
    return last.offsetTop + last.offsetHeight - blocks[0].offsetTop <= box.clientHeight;
  }
})(window);
