// The live channel of a page: small events over a socket, the whole state over HTTP at each connect, a heartbeat.

import { io } from "../vendor/socket.io.js";

const BEAT_MS = 2000;
const ANSWER_MS = 2500; // a beat without an answer for so long, and the hub is away

/**
 * Listen to `topics` ({name: (content) => …}); `onConnect()` is called at each connect, to fetch the state anew.
 *
 * `onLink(since)` is called when the link changes and every second while it is away: null while the hub answers, else
 * the moment (performance.now()) of its last answer. Returns {away(): boolean, close()}.
 */
export function openLive({ topics = {}, onConnect = () => {}, onLink = () => {} }) {
  const link = new Link(onLink);
  // Websocket first; long polling where a tablet refuses it behind a certificate it does not know.
  const socket = io({
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    reconnectionDelay: 300,
    reconnectionDelayMax: 2000,
    timeout: 5000,
  });
  socket.on("connect", () => {
    link.answered();
    onConnect();
  });
  socket.on("disconnect", () => link.lost());
  socket.on("connect_error", () => link.lost());
  for (const [name, tell] of Object.entries(topics)) socket.on(name, tell);
  const beat = setInterval(() => send(socket, link), BEAT_MS);
  return {
    away: () => link.away,
    close() {
      clearInterval(beat);
      link.close();
      socket.close();
    },
  };
}

function send(socket, link) {
  if (!socket.connected) return;
  socket.timeout(ANSWER_MS).emit("beat", (error) => {
    if (!error) link.answered();
    else if (socket.connected) {
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
