// Gives a field back what it held before a scan was typed into it.

/** What has the focus before the key of `event` takes effect, and what it holds; null when nothing can be typed there. */
export function remember(event) {
  const element = event.composedPath()[0];
  if (element instanceof HTMLSelectElement) return { element, selected: element.selectedIndex };
  if (isField(element)) {
    const { value, selectionStart: start, selectionEnd: end } = element;
    return { element, value, start, end };
  }
  if (element instanceof HTMLElement && element.isContentEditable) return rememberRichText(element);
  return null;
}

/** Undo what `keys` ([{typed, field}], in order, `field` from remember) did to the fields they went to. */
export function forget(keys, { composing = false } = {}) {
  const elements = new Set(keys.map((key) => key.field?.element).filter(Boolean));
  for (const element of elements) {
    const own = keys.filter((key) => key.field?.element === element);
    if (composing) element.blur(); // else the input method writes its unfinished word once more
    restore(element, basis(own));
    if (composing) element.focus();
  }
}

function isField(element) {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

/** The last state of the field that is not the scan's doing. */
function basis(keys) {
  const fields = keys.map((key) => key.field);
  return fields.findLast((field, i) => i > 0 && replacedByPage(fields[i - 1], field)) ?? fields[0];
}

/** Typing never makes a text shorter than it was without its selected part: so the page has put in its own. */
function replacedByPage(before, after) {
  const isText = Number.isInteger(before.start); // not a choice, not a number field, which drops a wrong number
  return isText && after.value.length < before.value.length - (before.end - before.start);
}

function restore(element, state) {
  if (element instanceof HTMLSelectElement) return restoreChoice(element, state);
  if (isField(element)) return restoreField(element, state);
  return restoreRichText(element, state);
}

function restoreChoice(element, { selected: index }) {
  if (element.selectedIndex === index) return;
  element.selectedIndex = index;
  tell(element);
  element.dispatchEvent(new Event("change", { bubbles: true }));
}

function restoreField(element, { value, start, end }) {
  if (element.value === value && element.validity.badInput === false) return;
  element.value = ""; // a number field keeps the letters it refused until its value really changes
  element.value = value;
  if (start !== null) element.setSelectionRange(start, end);
  tell(element);
}

/** Search as you type must look again. */
function tell(element) {
  element.dispatchEvent(new Event("input", { bubbles: true }));
}

function rememberRichText(element) {
  const range = element.ownerDocument.getSelection()?.rangeCount
    ? element.ownerDocument.getSelection().getRangeAt(0)
    : null;
  const offsets = range && [offsetOf(element, range, "start"), offsetOf(element, range, "end")];
  return { element, nodes: [...element.childNodes].map((node) => node.cloneNode(true)), offsets };
}

function restoreRichText(element, { nodes, offsets }) {
  element.replaceChildren(...nodes);
  if (offsets) {
    const selection = element.ownerDocument.getSelection();
    const [start, end] = offsets.map((offset) => placeAt(element, offset));
    selection.setBaseAndExtent(...start, ...end);
  }
  tell(element);
}

/** Characters of text between the beginning of `element` and one end of `range`. */
function offsetOf(element, range, end) {
  const before = element.ownerDocument.createRange();
  before.setStart(element, 0);
  before.setEnd(range[`${end}Container`], range[`${end}Offset`]);
  return before.toString().length;
}

function placeAt(element, offset) {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let rest = offset;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (rest <= node.length) return [node, rest];
    rest -= node.length;
  }
  return [element, element.childNodes.length];
}
