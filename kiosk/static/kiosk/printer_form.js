/* Offers only what the chosen kind of printer takes, and says how its address looks. Without it, the hub says so after "Save". */

const driver = document.querySelector("#driver");
const address = document.querySelector("#address");
const station = document.querySelector("#station");
const unknown = document.querySelector("#station-unknown");
const packageHint = document.querySelector("#package-hint");

/* Lets only `allowed` be chosen; what was chosen stays if it may. */
function offer(select, allowed) {
  for (const option of select.options) {
    option.hidden = option.disabled = !allowed.includes(option.value);
  }
  if (select.selectedOptions[0]?.disabled ?? true) {
    select.value = allowed[0];
  }
}

function follow() {
  const { hint, papers, resolutions, folder, command } = driver.selectedOptions[0].dataset;
  document.querySelector("#address-hint").textContent = hint;
  address.closest(".field").hidden = folder !== undefined;
  offer(document.querySelector("#paper"), papers.split(" "));
  offer(document.querySelector("#dpi"), resolutions.split(" "));
  packageHint.hidden = !command;
  packageHint.querySelector("code").textContent = command ?? "";
}

/* Case and spaces make no other desk: desks.py says the same. */
const desk = (name) => name.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();

/* A desk that nobody sits at yet is said to be one, in time for a slip to be seen. */
function tellDesk() {
  const typed = desk(station.value);
  unknown.hidden = typed === "" || [...station.list.options].some((option) => desk(option.value) === typed);
}

driver.addEventListener("change", follow);
station.addEventListener("change", tellDesk);
follow();
