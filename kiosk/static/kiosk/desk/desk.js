// The desk page: puts its parts together. Scans, taps and forms become outbox entries; answers become verdicts.

import { get, post, Refused } from "../../hub/http.js";
import { openLive } from "../../hub/live.js";
import { listenForScans } from "../scanner_keyboard.js";
import { sortOf } from "../ticket_code.js";
import { Actions } from "./actions.js";
import { wireButtons } from "./buttons.js";
import { Calls } from "./calls.js";
import { CameraPanel } from "./camera_panel.js";
import { Card } from "./card.js";
import { Doubles } from "./doubles.js";
import { LinkState } from "./link.js";
import { News } from "./news.js";
import { Outbox } from "./outbox.js";
import { afterWalkIn, checkIn, walkIn } from "./requests.js";
import { Search } from "./search.js";
import { Sound } from "../../hub/sound.js";
import { Station } from "./station.js";
import { kindOf, wantsSomebody } from "./verdict_kinds.js";
import { VerdictScreen } from "./verdict.js";
import { KEEP_AS_WRITTEN, WalkInForm } from "./walk_in.js";
import { fullName, hour, say, whenAndWhere } from "./words.js";

const CHECKING_MS = 250; // an answer that takes longer is announced
const PROBE_S = 5;
const byId = (id) => document.getElementById(id);
const page = byId("desk");
const storage = window.localStorage;
const thumb = matchMedia("(hover: none)");

const sound = new Sound(storage);
const station = new Station(byId("stations"), byId("station"), page.dataset.station);
const by = (label) => ({ station: station.name, label });
const linkState = new LinkState({ place: byId("link"), queue: byId("queue"), late: byId("late"), door: byId("door") });
const news = new News(page, { onEmpty: (empty) => page.classList.toggle("no-list", empty) });

const outbox = new Outbox({
  storage,
  send: post,
  away: () => live.away(),
  follow: afterWalkIn,
  onChange: () => linkState.waiting(outbox.waiting),
  onLate: cameLate,
  onShut: shutOut,
});
const verdicts = new VerdictScreen(byId("verdict-layer"), {
  sound,
  act: (...what) => actions.do(...what),
  rest,
});
const calls = new Calls(byId("calls"), { sound });
const doubles = new Doubles();
const actions = new Actions({
  submit,
  anew: () => doubles.forget(),
  quietly: (entry) => outbox.add(entry),
  station: () => station.name,
  screens: [verdicts],
  openers: {
    find: () => {
      verdicts.close();
      byId("q").focus();
    },
    walk_in: () => openWalkIn(),
    details: (person) => openCard(person),
    correct: (person) => openCard(person, true),
  },
});
const card = new Card(byId("card"), actions);
actions.screens.push(card);
const walkInForm = new WalkInForm(byId("walk-in"), {
  send: (id, fields, label) => register(walkIn(id, fields, by(label)), label),
  away: () => live.away(),
});
const search = new Search(
  { input: byId("q"), list: byId("results"), found: byId("found"), none: byId("none"), start: byId("start") },
  {
    onPick: (person) => actions.enter(person),
    onDetails: (person) => openCard(person),
    onCode: (code) => scanned(code),
    onTyping: () => verdicts.close(),
  },
);
const live = openLive({
  topics: { desk: show, calls: (told) => calls.show(told) },
  onConnect: catchUp,
  onLink: linked,
});

listenForScans(document, { onScan: (code, raw, at) => scanned(code ?? raw, at) });
new CameraPanel({ panel: byId("camera"), button: byId("open-camera"), input: byId("photo"), onScan: (code) => scanned(code), storage });
wireButtons({ sound, openWalkIn, openCard, left });
linkState.link(null);
outbox.drain();

function scanned(code, at) {
  submit(checkIn({ code }, by(code)), null, at);
}

let turn = 0;

/** Send, and show what came of it, unless something newer is on the screen by then. */
async function submit(entry, person, at = performance.now()) {
  if (doubles.again(entry.body, at)) return;
  turn += 1;
  const mine = turn;
  const announce = setTimeout(() => mine === turn && verdicts.show({ outcome: "checking" }), CHECKING_MS);
  const result = await outbox.add(entry);
  clearTimeout(announce);
  await conclude(entry, result, person, mine === turn);
}

async function register(entry, label) {
  turn += 1;
  const mine = turn;
  const result = await outbox.add(entry);
  if (result.next) conclude(entry, await result.next, null, mine === turn);
  else if (result.away) conclude(entry, result, null, mine === turn);
  if (!result.refused && search.text === walkInForm.carried) search.clear();
  return { ...result, label };
}

function conclude(entry, { reply, refused, away, shut }, person, current) {
  if (away) return noAnswer(entry, person, shut, current);
  if (!current) return cameLate(entry, { reply, refused });
  if (refused) return verdicts.show({ outcome: "refused", attendee: person, message: refused.message });
  return told(reply);
}

/** It waits for the hub; only what is plainly no ticket of this seminar does not, and nobody goes in by it. */
function noAnswer(entry, person, shut, current) {
  const { code } = entry.body;
  const sort = code === undefined ? "unclear" : sortOf(code, page.dataset.tag);
  const waits = ["ours", "unclear"].includes(sort);
  if (!waits) outbox.forget(entry);
  if (!current) return undefined;
  if (!waits) return verdicts.show({ outcome: sort });
  return verdicts.show({ outcome: shut ? "signed_out" : "noted", attendee: person, label: entry.label });
}

function shutOut(error) {
  linkState.shut(error.message);
  if (verdicts.open && verdicts.verdict.outcome === "noted") verdicts.show({ ...verdicts.verdict, outcome: "signed_out" });
}

function told(verdict) {
  verdicts.show({ ...verdict, printer: news.printer });
  if (!verdict.attendee) return undefined;
  if (person(verdict) && verdict.kind === "entry") search.clear();
  return actions.held(verdict.attendee);
}

/** Was the verdict about somebody the search had found? Then its work is done. */
function person({ attendee }) {
  return search.people.some(({ id }) => id === attendee.id);
}

/** Sent when the link came back, or overtaken by a newer scan: it counts, and is shown only if it wants somebody. */
function cameLate(entry, { reply, refused }) {
  const { label, body } = entry;
  // The person has gone in by now: a doubtful phone is better than none.
  if (refused && KEEP_AS_WRITTEN.has(refused.code)) outbox.addLate({ ...entry, body: { ...body, as_written: true } });
  else if (refused) linkState.wanting(label, refused.message);
  else if (reply.outcome && wantsSomebody(reply)) {
    const who = reply.attendee ? fullName(reply.attendee) : label;
    linkState.wanting(who, say(kindOf(reply), placesOf(reply)));
  }
}

function placesOf({ attendee, first_entry: first, first_station: desk, at }) {
  const because = attendee?.barred ? say(`because_${attendee.barred}`) : "";
  return { when: whenAndWhere(first, desk), time: hour(at), because };
}

async function catchUp() {
  outbox.drain();
  search.again();
  await look();
}

/** The state over HTTP. A hub that answers with a refusal wants somebody to sign in again. */
async function look() {
  try {
    show(await get("/api/desk"));
    linkState.shut("");
  } catch (error) {
    if (error instanceof Refused) linkState.shut(error.message);
  }
}

/** The socket may be shut out while the hub still answers: ask it now and then why. */
function linked(since) {
  linkState.link(since);
  if (since === null) search.again();
  if (since !== null && Math.floor((performance.now() - since) / 1000) % PROBE_S === PROBE_S - 1) look();
}

function show(content) {
  news.show(content);
  search.refresh();
}

function openCard(who, correcting = false) {
  verdicts.close();
  card.open(who, correcting);
}

function openWalkIn() {
  verdicts.close();
  walkInForm.open(search.text);
}

/** The place to which the work returns: the search, unless that would open a keyboard under the thumb. */
function rest() {
  if (!thumb.matches && !document.querySelector("dialog[open]")) byId("q").focus();
}

/** A dialog has closed: a verdict that was shown in it stays in view. */
function left() {
  verdicts.goHome();
  rest();
}
