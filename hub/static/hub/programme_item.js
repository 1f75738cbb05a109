/* Of an item's form only what belongs to its kind is shown. Without this script everything is. */

const kind = document.querySelector("#kind");
const groups = document.querySelectorAll("#item [data-for]");

function suit() {
  for (const group of groups) {
    const fits = group.dataset.for.split(" ").includes(kind.value);
    group.hidden = !fits && !group.querySelector("[aria-invalid]");
  }
}

kind.addEventListener("change", suit);
suit();
