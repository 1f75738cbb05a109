/* Arranging a badge: frames over its picture are moved by finger, mouse or arrow keys, numbers follow, and the hub shows what
   it would print. Without this script the numbers and the buttons of the form do the same. */

import { csrf } from "/static/hub/http.js";

const WAIT_MS = 250;
const STEP = 0.5;
const SMALLEST = 1;
const form = document.querySelector("form.editor");
const stage = form.querySelector(".stage");
const inside = stage.querySelector(".stage-inside");
const problems = form.querySelector(".editor-problems");
let waiting = 0;
let asked = 0;
let areas = JSON.parse(stage.dataset.areas); // what each element may fill on the badge in the picture

const field = (kind, name) => form.elements[`${kind}.${name}`];
const value = (kind, name) => Number(field(kind, name).value) || 0;
const place = (kind) => Object.fromEntries(["x", "y", "width", "height"].map((name) => [name, value(kind, name)]));
const within = (number, low, high) => Math.round(Math.min(Math.max(number, low), high) / STEP) * STEP;

/* A frame stands around what its element may fill on this badge: neighbours share their places, and one that is empty has
   given its own away. That of the chosen one stands where its numbers say. */
function arrange() {
  const margin = Number(form.elements.margin.value) || 0;
  const [across, down] = [(margin / stage.dataset.width) * 100, (margin / stage.dataset.height) * 100];
  inside.style.inset = `${down}% ${across}%`;
  for (const frame of inside.children) {
    const { kind } = frame.dataset;
    const chosen = frame.classList.contains("is-chosen");
    const at = chosen || !areas[kind] ? place(kind) : areaOf(kind);
    frame.hidden = !field(kind, "on").checked || !(chosen || areas[kind]);
    frame.classList.toggle("is-low", at.y < 12);
    Object.assign(frame.style, { left: `${at.x}%`, top: `${at.y}%`, width: `${at.width}%`, height: `${at.height}%` });
  }
}

function areaOf(kind) {
  const [x, y, width, height] = areas[kind];
  return { x, y, width, height };
}

function choose(frame) {
  for (const other of inside.children) other.classList.toggle("is-chosen", other === frame);
  arrange();
  const fields = form.querySelector(`.editor-element[data-kind="${frame.dataset.kind}"]`);
  for (const other of form.querySelectorAll(".editor-element")) other.open = other === fields;
}

function put(kind, to) {
  const width = within(to.width, SMALLEST, 100);
  const height = within(to.height, SMALLEST, 100);
  const shown = { width, height, x: within(to.x, 0, 100 - width), y: within(to.y, 0, 100 - height) };
  for (const [name, number] of Object.entries(shown)) field(kind, name).value = number;
  arrange();
  soon();
}

/* Held by a finger or the mouse: the corner changes the size, the rest the place. */
inside.addEventListener("pointerdown", (event) => {
  const frame = event.target.closest(".stage-frame");
  if (!frame || event.button) return;
  const sizes = event.target.matches(".stage-corner");
  const { kind } = frame.dataset;
  const from = place(kind);
  const box = inside.getBoundingClientRect();
  choose(frame);
  frame.setPointerCapture(event.pointerId);
  const move = (now) => {
    const dx = ((now.clientX - event.clientX) / box.width) * 100;
    const dy = ((now.clientY - event.clientY) / box.height) * 100;
    if (!dx && !dy) return;
    put(kind, sizes ? grown(from, dx, dy) : { ...from, x: from.x + dx, y: from.y + dy });
  };
  const end = () => frame.removeEventListener("pointermove", move);
  frame.addEventListener("pointermove", move);
  for (const name of ["pointerup", "pointercancel"]) frame.addEventListener(name, end, { once: true });
});

/* What grows stops at the badge's edge and does not push the frame back. */
const grown = (at, dx, dy) => ({ ...at, width: Math.min(at.width + dx, 100 - at.x), height: Math.min(at.height + dy, 100 - at.y) });

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
inside.addEventListener("keydown", (event) => {
  const frame = event.target.closest(".stage-frame");
  const arrow = ARROWS[event.key];
  if (!frame || !arrow || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  const [dx, dy] = arrow.map((way) => way * STEP);
  const at = place(frame.dataset.kind);
  put(frame.dataset.kind, event.shiftKey ? grown(at, dx, dy) : { ...at, x: at.x + dx, y: at.y + dy });
});
inside.addEventListener("focusin", (event) => choose(event.target.closest(".stage-frame")));

function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(show, WAIT_MS);
}

/* The hub draws the draft. An answer that a later one has overtaken is not shown. */
async function show() {
  const turn = ++asked;
  try {
    const reply = await fetch(form.dataset.draft, { method: "POST", headers: csrf(), body: new FormData(form) });
    if (reply.ok && turn === asked) paint(await reply.json());
  } catch {
    /* away from the hub: the last picture stays, and the next change asks again */
  }
}

function paint(said) {
  for (const [who, address] of Object.entries(said.pictures)) form.querySelector(`[data-who="${who}"]`).src = address;
  const wrong = new Set(said.wrong);
  for (const input of form.querySelectorAll("input[type=number]")) {
    if (wrong.has(input.name)) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  }
  if (wrong.size) return;
  areas = said.areas;
  arrange();
  const list = document.createElement("ul");
  for (const text of said.problems) {
    const line = form.querySelector("template[data-problem]").content.cloneNode(true);
    line.querySelector("li > span").textContent = text;
    list.append(line);
  }
  problems.replaceChildren(list);
  form.dataset.shown = String(asked);
}

form.addEventListener("input", (event) => {
  if (event.target.name === "name" || event.target.name === "paper") return;
  arrange();
  soon();
});
form.elements.paper.addEventListener("change", () => form.requestSubmit(form.querySelector("[data-show]")));
form.querySelector("[data-show]").hidden = true;
for (const element of form.querySelectorAll(".editor-element")) {
  element.addEventListener("toggle", () => {
    if (!element.open) return;
    for (const frame of inside.children) frame.classList.toggle("is-chosen", frame.dataset.kind === element.dataset.kind);
    arrange();
  });
}
arrange();
