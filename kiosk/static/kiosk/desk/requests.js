// What a desk may send, as outbox entries: {id, path, body, label}. The UUID is drawn here, once.

import { newId } from "../../hub/ids.js";

/** A scan or a tap on a name. `what` is {code} or {attendee}, and may hold kind, undoes, reason. */
export function checkIn(what, { station, label }) {
  const id = newId();
  const body = { id, occurred_at: new Date().toISOString(), station, ...what };
  return { id, path: "/api/check-ins", body, label };
}

/** A pack or a questionnaire given, returned, or the tap taken back. */
export function handout(attendee, item, action, { station, label }) {
  const id = newId();
  return { id, path: "/api/handouts", body: { id, attendee, item, action, station }, label };
}

/** Another badge. */
export function reprint(attendee, { station, label }) {
  const id = newId();
  return { id, path: "/api/badges", body: { id, attendee, station }, label };
}

/** A walk-in, and the check-in that follows. `id` is drawn when the form opens: pressing twice is one person. */
export function walkIn(id, fields, { station, label }) {
  const at = new Date().toISOString();
  const next = { id: newId(), station, occurred_at: at };
  return { id, path: "/api/attendees", body: { id, occurred_at: at, ...fields }, label, next };
}

/** The check-in that follows a walk-in once the hub has said who it is. */
export function afterWalkIn(entry, reply) {
  if (!entry.next) return null;
  const body = { ...entry.next, attendee: reply.attendee.id };
  return { id: body.id, path: "/api/check-ins", body, label: entry.label };
}
