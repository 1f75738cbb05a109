// The live channel of a page: small events over a socket, the whole state over HTTP at each connect, a heartbeat.

import { io } from "../vendor/socket.io.js";

const BEAT_MS = 2000;
const ANSWER_MS = 2500; // a beat without an answer for so long, and the hub is away
const HURRY_MS = 600; // somebody is waiting: they took the phone out of a pocket
const KNOCK_MS = 1000;
const KNOCK = "/healthz";
const PATIENCE_MS = 2000; // a knock without an answer for so long is given up for another
const CONNECT_MS = 5500; // a socket's attempt; a browser may hold it back for 5 s of them
const AGAIN_MS = 500;

let opened = false;

/** Has this page a live channel? */
export const isLive = () => opened;

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
  opened = true;
  // Websocket first; long polling where a tablet refuses it behind a certificate it does not know.
  const socket = io({
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    reconnection: false, // the link does it
    timeout: CONNECT_MS,
  });
  const link = new Link(onLink, () => socket.connect());
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
  socket.on("connect_error", () => link.failed());
  for (const [name, tell] of Object.entries(topics)) socket.on(name, tell);
  const pulse = setInterval(() => send(ANSWER_MS), BEAT_MS);
  return {
    away: () => link.away,
    hurry() {
      if (socket.connected) return send(HURRY_MS);
      socket.disconnect(); // it may be connecting into silence since before
      link.failed();
      link.knock();
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
      socket.disconnect(); // a socket that died silently would be noticed much later
    }
  });
}

/**
 * Whether the hub answers; while it does not, a knock each second, and `connect()` when one is answered: a browser holds
 * sockets back for seconds once many were refused. In a network that is silent it is the other way round: requests queue
 * behind connections that wait ever longer between their own attempts, and each socket makes a connection of its own.
 */
class Link {
  constructor(tell, connect) {
    Object.assign(this, { tell, connect, away: false, connecting: true, silent: false, last: performance.now() });
  }

  answered() {
    this.last = performance.now();
    this.connecting = false;
    this.#set(false);
  }

  lost() {
    this.#set(true);
  }

  failed() {
    this.connecting = false;
    this.lost();
    setTimeout(() => this.silent && this.#connect(), AGAIN_MS);
  }

  async knock() {
    try {
      const answer = await fetch(KNOCK, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS) });
      this.silent = false;
      if (!answer.ok) return;
    } catch (error) {
      this.silent = error.name === "TimeoutError";
      if (!this.silent) return;
    }
    this.#connect();
  }

  close() {
    clearInterval(this.clock);
    this.away = false;
  }

  #connect() {
    if (!this.away || this.connecting) return;
    this.connecting = true;
    this.connect();
  }

  #set(away) {
    if (away === this.away) return;
    this.away = away;
    clearInterval(this.clock);
    if (away) {
      this.clock = setInterval(() => this.#awayStill(), KNOCK_MS);
      this.knock();
    }
    this.tell(away ? this.last : null);
  }

  #awayStill() {
    this.tell(this.last);
    this.knock();
  }
}
