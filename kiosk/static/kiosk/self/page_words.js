// The page's words in five languages at once: the server has put them into templates, this only picks.

/** Word by name for `kind` of words (<template data-words=kind lang=…>) in `language`. */
export function wordsOf(kind, language) {
  const found = document.querySelector(`template[data-words="${kind}"][lang="${language}"]`)
    ?? document.querySelector(`template[data-words="${kind}"]`);
  const told = [...(found?.content.querySelectorAll("[data-word]") ?? [])];
  return Object.fromEntries(told.map((word) => [word.dataset.word, word.textContent]));
}

/**
 * Say everything under `root` in `words`: texts (data-say) and names for screen readers (data-label). A part that speaks
 * for itself (data-own-words) is left to itself.
 */
export function say(root, words) {
  const own = (each) => each.closest("[data-own-words]") === root.closest("[data-own-words]");
  for (const each of [...root.querySelectorAll("[data-say]")].filter(own)) each.textContent = words[each.dataset.say] ?? "";
  for (const each of [...root.querySelectorAll("[data-label]")].filter(own)) {
    each.setAttribute("aria-label", words[each.dataset.label] ?? "");
  }
}

/** `text` with its {holes} filled. */
export function fill(text, holes) {
  return text.replace(/\{(\w+)\}/g, (hole, name) => holes[name] ?? hole);
}
