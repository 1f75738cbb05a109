/* A soft tone with a card: one at 10 minutes, two at 5, three at Stop. ES5. */
(function (root) {
  "use strict";

  var display = (root.timerDisplay = root.timerDisplay || {});
  var TONES = { "10": 1, "5": 2, stop: 3 };
  var PITCH_HZ = 660;
  var LENGTH_S = 0.45;
  var GAP_S = 0.6;
  var LOUD = 0.25;
  var sound = null;

  /** To be called at a touch or key: only then do browsers let sound begin. */
  display.unlockChime = function () {
    var Sound = root.AudioContext || root.webkitAudioContext;
    if (!sound && Sound) sound = new Sound();
    if (sound && sound.resume) sound.resume();
  };

  /** Play the tones of a kind of card, if sound was let begin. */
  display.chime = function (kind) {
    if (!sound) return;
    for (var n = 0; n < (TONES[kind] || 0); n += 1) tone(sound.currentTime + n * GAP_S);
  };

  function tone(start) {
    var source = sound.createOscillator();
    var volume = sound.createGain();
    source.frequency.value = PITCH_HZ;
    volume.gain.setValueAtTime(0.0001, start);
    volume.gain.exponentialRampToValueAtTime(LOUD, start + 0.03);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + LENGTH_S);
    source.connect(volume);
    volume.connect(sound.destination);
    source.start(start);
    source.stop(start + LENGTH_S);
  }
})(window);
