// What was done last and what undo would bring back, in words.

import { say, signed } from "./words.js";

/** A tap in words: "+5 min", "card “Stop”". `detail` is which card, or how much time in ms. */
export function did(action, detail, state) {
  if (action === "add") return signed(Number(detail));
  if (action === "card") return detail ? say("did_card", { card: say(`card_${detail}`) }) : say("did_card_none");
  if (action === "blackout") return say(state.blackout ? "did_blackout" : "did_light");
  return say(`did_${action}`);
}

/** What undo brings back: "bring back: the time without +5 min"; empty when there is nothing. */
export function broughtBack({ undo, undo_detail: detail }) {
  const what = say(`back_${undo}`, { amount: undo === "add" ? signed(Number(detail)) : "" });
  return what && say("bring_back", { what });
}

/** "Динара: +5 min"; empty before anything was done. */
export function lastDone(state) {
  const what = did(state.action, state.detail, state);
  return what && state.who ? say("last", { who: state.who, what }) : what;
}
