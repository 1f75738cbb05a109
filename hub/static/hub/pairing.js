/* A screen waits to be let in: it asks every second, and opens its page anew when it is in or has to ask anew.
   Plain ES5 and XMLHttpRequest, for the browser of a ten-year-old TV. */
(function () {
  "use strict";

  var EVERY_MS = 1000;
  var PATIENCE_MS = 5000;
  // A browser that keeps no cookies is told "gone" at once: opened again and again it would flood the list of those that wait.
  var SOONEST_ANEW_MS = 20000;

  var body = document.body;
  var path = body.getAttribute("data-state");
  var tryAgain = Number(body.getAttribute("data-try-again"));
  // This page stands for the one that a worker could not get from the hub: it only waits to be opened anew.
  var kept = body.getAttribute("data-kept");
  var away = document.getElementById("away");
  var since = document.getElementById("since");
  var evacuation = document.getElementById("evacuation");
  var opened = now();
  var answered = opened;

  function now() {
    return window.performance && performance.now ? performance.now() : new Date().getTime();
  }

  function anew() {
    window.location.reload();
  }

  function ask() {
    var request = new XMLHttpRequest();
    // Some old browsers answer a GET from their cache whatever the reply's headers say.
    request.open("GET", path + "?" + Math.random());
    request.timeout = PATIENCE_MS;
    request.onload = function () {
      hear(request);
      again();
    };
    request.onerror = request.ontimeout = again;
    request.send();
  }

  function hear(request) {
    var told, state;
    if (request.status !== 200) return;
    try {
      told = JSON.parse(request.responseText);
      state = told.state;
    } catch (error) {
      return; // something between answered for the hub
    }
    answered = now();
    if (kept) {
      if (window.location.pathname !== kept) anew();
      return;
    }
    evacuation.hidden = !told.evacuation;
    if (state === "in") anew();
    if (state === "gone" && !tryAgain && now() - opened > SOONEST_ANEW_MS) anew();
  }

  function again() {
    tell();
    window.setTimeout(ask, EVERY_MS);
  }

  function tell() {
    var seconds = Math.floor((now() - answered) / 1000);
    away.hidden = seconds < 5;
    since.textContent = Math.floor(seconds / 60) + ":" + ("0" + (seconds % 60)).slice(-2);
  }

  // Opened again without the hub, the page comes from a worker, where the browser lets a page have one.
  if (navigator.serviceWorker && !kept) {
    navigator.serviceWorker
      .register(body.getAttribute("data-worker"), { scope: window.location.pathname })
      .then(null, function () {});
  }
  if (tryAgain) window.setTimeout(anew, tryAgain * 1000);
  window.setTimeout(ask, EVERY_MS);
  window.setInterval(tell, 1000);
})();
