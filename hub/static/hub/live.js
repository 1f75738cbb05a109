// The live channel of a page: small events over a socket, the whole state over HTTP at each connect, a heartbeat.

import { io } from "../vendor/socket.io.js";

const BEAT_MS = 2000;
const ANSWER_MS = 2500; // a beat without an answer for so long, and the hub is away
const HURRY_MS = 600; // somebody is waiting: they took the phone out of a pocket

/**
 * Listen to `topics` ({name: (content) => …}); `onConnect()` is called at each connect, to fetch the state anew.
 *
 * `onLink(since)` is called when the link changes and every second while it is away: null while the hub answers, else
 * the moment (performance.now()) of its last answer. `onBeat(answer, sent, got)` is called with the hub's times
 * {now, steady, set} after each beat; `sent` and `got` are moments of performance.now().
 *
 * Returns {away(): boolean, hurry(), say(name, content), close()}; `hurry()` finds out at once whether the hub still
 * answers, `say` tells the hub a small event if it is there.
 */
export function openLive({ topics = {}, onConnect = () => {}, onLink = () => {}, onBeat = () => {} }) {
  const link = new Link(onLink);
  // Websocket first; long polling where a tablet refuses it behind a certificate it does not know.
  const socket = io({
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    reconnectionDelay: 300,
    reconnectionDelayMax: 1000,
    timeout: 3000,
  });
  const send = (patience) => beat(socket, link, onBeat, patience);
  socket.on("connect", () => {
    link.answered();
    send(ANSWER_MS);
    onConnect();
    dispatchEvent(new Event("hub:connected"));
  });
  // For what every page shows, whatever else it listens to (announcements/banner.js, alarms.js).
  socket.on("announcements", (told) => dispatchEvent(new CustomEvent("hub:announcements", { detail: told })));
  socket.on("alarms", () => dispatchEvent(new Event("hub:alarms")));
  socket.on("disconnect", () => link.lost());
  socket.on("connect_error", () => link.lost());
  for (const [name, tell] of Object.entries(topics)) socket.on(name, tell);
  const pulse = setInterval(() => send(ANSWER_MS), BEAT_MS);
  return {
    away: () => link.away,
    hurry() {
      // What waits for its next turn to connect, or connects into silence since before, does so now.
      if (socket.connected) send(HURRY_MS);
      else socket.disconnect().connect();
    },
    say: (name, content) => socket.connected && socket.emit(name, content),
    close() {
      clearInterval(pulse);
      link.close();
      socket.close();
    },
  };
}

function beat(socket, link, onBeat, patience) {
  if (!socket.connected) return;
  const sent = performance.now();
  socket.timeout(patience).emit("beat", (error, answer) => {
    if (!error) {
      link.answered();
      onBeat(answer, sent, performance.now());
    } else if (socket.connected) {
      link.lost();
      socket.disconnect().connect(); // a socket that died silently would be noticed much later
    }
  });
}

class Link {
  constructor(tell) {
    Object.assign(this, { tell, away: false, last: performance.now() });
  }

  answered() {
    this.last = performance.now();
    this.#set(false);
  }

  lost() {
    this.#set(true);
  }

  close() {
    clearInterval(this.clock);
  }

  #set(away) {
    if (away === this.away) return;
    this.away = away;
    clearInterval(this.clock);
    if (away) this.clock = setInterval(() => this.tell(this.last), 1000);
    this.tell(away ? this.last : null);
  }
}
