// Copies a text with one press. Without this script people select the text themselves.
const status = document.querySelector("[data-copied]");

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const text = document.getElementById(button.dataset.copy);
    text.select();
    status.textContent = (await copied(text.value)) ? button.dataset.done : button.dataset.failed;
  });
}

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
