// What each outcome looks, sounds and acts like. The words are the server's; this is only the table.

const GIVE = ["pack", "questionnaire", "returned"];
const ABOUT = ["reprint", "correct"];
const LOOK_UP = ["find", "walk_in"];

// tone: the colour; shape: its sign; tune: its sound; closes: goes away by itself; actions: the buttons, in order.
const KINDS = {
  admitted: { tone: "go", shape: "check", tune: "go", closes: true, actions: [...GIVE, ...ABOUT, "leave", "undo"] },
  back_again: { tone: "go", shape: "check", tune: "go", closes: true, actions: [...GIVE, ...ABOUT, "leave", "undo"] },
  repeat: { tone: "known", shape: "twice", tune: "known", actions: [...GIVE, ...ABOUT, "leave", "undo"] },
  not_here: { tone: "known", shape: "twice", tune: "known", actions: ["enter", "details"] },
  exited: { tone: "info", shape: "leave", tune: "info", closes: true, actions: ["returned", "enter", "undo"] },
  undone: { tone: "info", shape: "undo", tune: "info", actions: ["enter", "details"] },
  barred: { tone: "stop", shape: "stop", tune: "stop", actions: ["details"] },
  cancelled: { tone: "known", shape: "attention", tune: "unknown", actions: ["restore", "details"] },
  unknown: { tone: "stop", shape: "question", tune: "unknown", actions: LOOK_UP },
  malformed: { tone: "stop", shape: "question", tune: "unknown", actions: LOOK_UP },
  wrong_event: { tone: "stop", shape: "question", tune: "unknown", actions: LOOK_UP },
  refused: { tone: "stop", shape: "attention", tune: "unknown", actions: LOOK_UP },
  noted: { tone: "known", shape: "wait", tune: "info", actions: [] },
  signed_out: { tone: "known", shape: "wait", tune: "info", actions: [] },
  checking: { tone: "info", shape: "wait", tune: "", actions: [] },
};

/** The name of what a verdict amounts to: an entry after an exit, and an exit of somebody not here, are their own. */
export function kindOf({ outcome, kind, at, first_entry: first }) {
  if (outcome === "admitted" && first && first < at) return "back_again";
  return outcome === "repeat" && kind === "exit" ? "not_here" : outcome;
}

export const lookOf = (name) => KINDS[name];

/** Does a verdict that arrives late want a person? */
export const wantsSomebody = (verdict) => !["go", "info"].includes(KINDS[kindOf(verdict)].tone);
