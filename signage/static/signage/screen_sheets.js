/* What covers the way: announcements, and slides in turn with it. ES5. */
(function (root) {
  "use strict";

  var screen = (root.pathScreen = root.pathScreen || {});
  var covered = "";
  var slid = "";
  var named = "";

  /** The announcements that this screen has to show: an evacuation alone, else all. */
  screen.meant = function (standing, device) {
    var meant = [];
    for (var n = 0; n < standing.standing.length; n += 1) {
      var one = standing.standing[n];
      if (one.kind === "evacuation") meant = [one];
      else if (!one.devices.length || one.devices.indexOf(device) >= 0) meant.push(one);
    }
    return meant;
  };

  /** Do these announcements leave the way a strip below them? An evacuation alone takes all. */
  screen.shares = function (announcements, frame) {
    return !!announcements.length && announcements[0].kind !== "evacuation" && frame.phase !== "nowhere";
  };

  /** Cover the way with these announcements, or most of it; with none uncover it. `plan` gives looks and the way out. */
  screen.cover = function (announcements, plan, shares) {
    var box = screen.element("sheets");
    var ids = announcements.map(function (one) {
      return one.id + one.seq;
    });
    var wanted = ids.join() + plan.screen.languages + plan.screen.side_by_side + box.parentNode.className + plan.exit.text + (plan.exit.arrow && plan.exit.arrow.path) + root.innerWidth + "x" + root.innerHeight + shares;
    if (!ids.length) wanted = "";
    if (wanted === covered) return;
    covered = wanted;
    box.innerHTML = "";
    box.className = shares ? "above" : "";
    screen.toggle("sheets", !!ids.length);
    for (var n = 0; n < announcements.length; n += 1) {
      var made = announcements[n].kind === "evacuation" ? evacuation(announcements[n], plan) : sheet(announcements[n], plan);
      box.appendChild(made);
      screen.fitSheet(made);
    }
  };

  /** Of several announcements show the n-th; returns its id, "" without any. */
  screen.turnSheet = function (announcements, n) {
    var sheets = screen.element("sheets").childNodes;
    for (var k = 0; k < sheets.length; k += 1) {
      var name = sheets[k].className.replace(" under", "") + (k === n % sheets.length ? "" : " under");
      if (sheets[k].className !== name) sheets[k].className = name;
    }
    return announcements.length ? announcements[n % announcements.length].id : "";
  };

  /** The name of this screen, as large as fits, above everything; "" for none. */
  screen.name = function (name) {
    var box = screen.element("who");
    screen.toggle("who", !!name);
    if (!name) return;
    var wanted = name + box.clientWidth + "x" + box.clientHeight;
    if (wanted === named) return;
    named = wanted;
    screen.say("who-name", name);
    var words = box.firstChild;
    screen.fitBlock(words.firstChild, words, words.clientHeight, 16, 16);
  };

  /** What somebody has to say is large; that it is an announcement stands above in small. */
  function sheet(one, plan) {
    var box = frame(one, plan);
    box.appendChild(shape(one.kind));
    box.appendChild(blocks(one, plan, function (said) {
      if (!said.text) return [["head", said.head]];
      // What is said first matters most; the rest stands apart, as what to do about a thing that was found.
      var lines = said.text.split("\n").map(function (text, n) {
        return [n ? "line" : "head", text];
      });
      return [[one.kind === "moved" ? "head" : "label", said.head]].concat(lines);
    }));
    return box;
  }

  /** Red says what, green says where to. */
  function evacuation(one, plan) {
    var box = frame(one, plan);
    var band = box.appendChild(document.createElement("div"));
    var out = box.appendChild(document.createElement("div"));
    band.className = "band";
    out.className = "out";
    band.appendChild(shape(one.kind));
    band.appendChild(blocks(one, plan, function (said) {
      return [["head", said.head]];
    }));
    out.appendChild(plan.exit.arrow ? pointer(plan.exit.arrow) : shape(one.kind));
    out.appendChild(blocks(one, plan, function (said, language, beside) {
      return beside ? [["head", said.text]] : wayOut(said.text, one.typed, plan.exit, language);
    }));
    return box;
  }

  /** This place's own words first, then the general ones as far as they add to it. */
  function wayOut(general, typed, exit, language) {
    if (!exit.text) return [["head", general]];
    return [["head", exit.text], ["line", typed ? general : exit.rule[language]]];
  }

  function pointer(arrow) {
    var box = document.createElement("div");
    box.className = "pointer";
    box.appendChild(screen.drawing(arrow.path));
    return box;
  }

  function frame(one, plan) {
    var box = document.createElement("section");
    box.className = "sheet kind-" + one.kind;
    box.setAttribute("data-kind", one.kind);
    box.setAttribute("data-langs", plan.screen.languages.join());
    return box;
  }

  /** `parts(said, language, beside)`: what stands in a language; `beside`: it stands beside another one. */
  function blocks(one, plan, parts) {
    var box = document.createElement("div");
    var languages = plan.screen.languages;
    var together = plan.screen.side_by_side && languages.length > 1;
    var said = [];
    box.className = "texts" + (together ? " together" : "");
    for (var n = 0; n < languages.length; n += 1) {
      var all = parts(one.words[languages[n]], languages[n], together && n > 0);
      screen.add(box, screen.words("words", languages[n], together ? unsaid(all, said) : all));
      for (var k = 0; k < all.length; k += 1) said.push(all[k][1]);
    }
    return box;
  }

  /** Side by side no language says again what another has said: a word that both have, or what somebody has typed. */
  function unsaid(parts, said) {
    return parts.filter(function (part) {
      return said.indexOf(part[1]) < 0;
    });
  }

  function shape(kind) {
    var box = document.createElement("div");
    box.className = "shape";
    box.appendChild(document.querySelector('#shapes [data-shape="' + kind + '"] svg').cloneNode(true));
    return box;
  }

  /** Show a slide, or none (null). */
  screen.slide = function (one) {
    var wanted = one ? one.id + JSON.stringify(one.words) + one.image : "";
    screen.toggle("slide", !!one);
    if (!one || wanted === slid) return;
    slid = wanted;
    var box = screen.element("slide");
    box.innerHTML = "";
    box.className = "slide-" + one.kind;
    if (one.image || one.qr) box.appendChild(picture(one));
    var words = screen.words("words", document.documentElement.lang, lines(one));
    if (words.firstChild.firstChild) box.appendChild(words);
    var side = Math.min(box.clientWidth, box.clientHeight);
    screen.fitBlock(words.firstChild, words, side * (one.kind === "logo" ? 0.06 : 0.3), side * 0.03, side * 0.03);
  };

  function lines(one) {
    var told = screen.element("words");
    if (one.kind === "hashtag") return [["head", one.words.tag]];
    if (one.kind === "text") return [["head", one.words.head], ["line", one.words.text]];
    if (one.kind === "logo") return [["head", one.words.name]];
    var password = one.words.password;
    return [
      ["label", told.getAttribute("data-wifi")],
      ["head", one.words.ssid],
      ["line secret", password ? told.getAttribute("data-password") + ": " + password : told.getAttribute("data-no-password")]
    ];
  }

  function picture(one) {
    var image = document.createElement("img");
    image.src = one.image || one.qr;
    image.alt = one.qr ? screen.element("words").getAttribute("data-qr") : one.words.name || "";
    return image;
  }
})(window);
