/* What is really on the glass: read back from the page, hashed as the hub hashes it, and drawn small. ES5. */
(function (root) {
  "use strict";

  var screen = (root.pathScreen = root.pathScreen || {});
  var BETWEEN = "\u001f";
  var SIDE = 240;
  var MOST_LETTERS = 12000; // of the picture's address: the hub takes no longer messages
  var QUALITIES = [0.7, 0.5, 0.3];
  var XHTML = "http://www.w3.org/1999/xhtml";

  /** The hash of what covers the stage now; slides come and go with the way and are not part of it. */
  screen.readBack = function () {
    var stage = screen.element("stage");
    var sheets = screen.element("sheets");
    var parts = [stage.getAttribute("data-theme"), stage.getAttribute("data-turned")];
    var way = screen.element("way");
    if (!sheets.hidden) for (var n = 0; n < sheets.childNodes.length; n += 1) read(sheets.childNodes[n], parts);
    if (sheets.hidden || sheets.className === "above") read(way, parts);
    return hash(parts.join(BETWEEN));
  };

  function read(box, parts) {
    var path = box.querySelector(".way-path");
    var languages = box.getAttribute("data-langs").split(",");
    parts.push(box.getAttribute("data-kind"), path ? path.getAttribute("d") : "");
    for (var n = 0; n < languages.length; n += 1) {
      parts.push(languages[n]);
      var found = box.querySelectorAll('[data-lang="' + languages[n] + '"] [data-part]');
      for (var k = 0; k < found.length; k += 1) parts.push(found[k].textContent);
    }
  }

  /** FNV-1a, 32 bits, over UTF-16 units. */
  function hash(text) {
    var sum = 0x811c9dc5;
    for (var n = 0; n < text.length; n += 1) {
      sum ^= text.charCodeAt(n);
      sum = (sum + (sum << 1) + (sum << 4) + (sum << 7) + (sum << 8) + (sum << 24)) >>> 0;
    }
    return ("0000000" + sum.toString(16)).slice(-8);
  }

  /** Draw the stage small: tell(address of a JPEG), or nothing at all where this browser cannot. */
  screen.drawSmall = function (tell) {
    var stage = screen.element("stage");
    var w = stage.clientWidth;
    var h = stage.clientHeight;
    var image = new Image();
    image.onload = function () {
      var address = small(image, w, h);
      if (address) tell(address);
    };
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(picture(stage, w, h));
  };

  function picture(stage, w, h) {
    var copy = stage.cloneNode(true);
    copy.style.webkitTransform = copy.style.transform = "none";
    copy.style.top = copy.style.left = copy.style.marginTop = copy.style.marginLeft = "0";
    remove(copy, "#slide");
    remove(copy, ".way:not(#way)");
    var page = document.createElementNS(XHTML, "div");
    page.appendChild(document.createElementNS(XHTML, "style")).appendChild(document.createTextNode(rules()));
    page.appendChild(copy);
    var size = ' width="' + w + '" height="' + h + '"';
    return '<svg xmlns="http://www.w3.org/2000/svg"' + size + "><foreignObject" + size + ">" + new XMLSerializer().serializeToString(page) + "</foreignObject></svg>";
  }

  function remove(from, what) {
    var found = from.querySelector(what);
    if (found) found.parentNode.removeChild(found);
  }

  function rules() {
    var text = "";
    for (var n = 0; n < document.styleSheets.length; n += 1) {
      var sheet = document.styleSheets[n];
      if (!/\/screen\.css/.test(sheet.href || "")) continue;
      for (var k = 0; k < sheet.cssRules.length; k += 1) text += sheet.cssRules[k].cssText;
    }
    // A picture loads no fonts: what stands in for ours is broader, and would not fit where ours does.
    text += ".block{letter-spacing:-0.06em;zoom:0.9}";
    return text + "*{-webkit-transition:none!important;transition:none!important;-webkit-animation:none!important;animation:none!important}";
  }

  function small(image, w, h) {
    var canvas = document.createElement("canvas");
    var scale = SIDE / Math.max(w, h);
    canvas.width = Math.round(w * scale);
    canvas.height = Math.round(h * scale);
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    for (var n = 0; n < QUALITIES.length; n += 1) {
      var address = encoded(canvas, QUALITIES[n]);
      if (address.length <= MOST_LETTERS) return address;
    }
    return "";
  }

  /** Some browsers give no picture of a page away; the hash alone is told then. */
  function encoded(canvas, quality) {
    try {
      return canvas.toDataURL("image/jpeg", quality);
    } catch (refused) {
      return "";
    }
  }
})(window);
