/* Offers only what the chosen kind of printer takes, and says how its address looks. Without it, the hub says so after "Save". */

const driver = document.querySelector("#driver");
const address = document.querySelector("#address");
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

driver.addEventListener("change", follow);
follow();
