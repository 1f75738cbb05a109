/* Words as large as their place allows: measured, since CSS of old browsers cannot size text by its room. ES5. */
(function (root) {
  "use strict";

  var screen = (root.pathScreen = root.pathScreen || {});
  var STEPS = 16;
  var GUESSES = 4; // then by halves: lines that shrink no more mislead the guess
  var NEAR = 0.02; // so much smaller than the largest that fits nobody sees; each probe lays the page out anew
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

  /** The largest size that fits, nearly; false where even the least does not. */
  function search(blocks, box, name, most, least, small) {
    var fit = 0;
    var over = Infinity;
    var px = Math.floor(most);
    for (var n = 0; n < blocks.length; n += 1) blocks[n].className = name;
    clamp(blocks, 0);
    for (var step = 0; step < STEPS; step += 1) {
      size(blocks, px, small);
      var room = roomOf(blocks, box, step);
      if (room >= 1) fit = px;
      else over = px;
      if (fit === Math.floor(most) || over <= least || over - fit <= Math.max(1, fit * NEAR)) break;
      px = step < GUESSES ? guess(px * room, fit, over, least) : middle(fit, over, least);
    }
    if (fit && fit !== px) size(blocks, fit, small);
    return fit > 0;
  }

  /** Where to look next: at the guess, right above what fits already, or half-way. */
  function guess(px, fit, over, least) {
    var low = fit ? Math.max(fit + 1, Math.floor(fit * (1 + NEAR))) : least;
    var wanted = Math.max(low, Math.floor(px));
    return wanted < over ? wanted : middle(fit, over, least);
  }

  function middle(fit, over, least) {
    return Math.max(least, Math.floor(((fit || least) + over) / 2));
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
    return roomOf(blocks, box, 0) >= 1;
  }

  /**
   * These letters times what comes back about fill the box; at least 1 where they fit. Smaller letters leave fewer lines,
   * so that the area counts at first; later the lines stay as many as they are, and their height counts.
   */
  function roomOf(blocks, box, step) {
    var last = blocks[blocks.length - 1];
    var broadest = 0;
    for (var n = 0; n < blocks.length; n += 1) broadest = Math.max(broadest, blocks[n].scrollWidth);
    if (broadest > box.clientWidth + 1) return box.clientWidth / broadest;
    var room = box.clientHeight / (last.offsetTop + last.offsetHeight - blocks[0].offsetTop);
    return step && room < 1 ? room : Math.sqrt(room);
  }
})(window);
