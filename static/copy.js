// Copies a text with one press. Without this script people select the text themselves.
const offerToCopy = () => {
  for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false;
};
document.addEventListener("visit-prep:shown", offerToCopy);
offerToCopy();

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const text = document.getElementById(button.dataset.copy);
  text.select();
  const said = (await copied(text.value)) ? button.dataset.done : button.dataset.failed;
  document.querySelector("[data-copied]").textContent = said;
});

// Browsers keep the clipboard from pages that came over plain http, as inside a clinic's own network. The old
// command still works there.
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return document.execCommand("copy");
  }
}
