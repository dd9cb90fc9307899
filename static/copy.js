// Copies a text with one press. Without this script people select the text themselves.
{
  const offerToCopy = () => {
    for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false;
  };
  offerToCopy();
  document.addEventListener("visit-prep:shown", offerToCopy);

  document.addEventListener("click", async ({ target }) => {
    const button = target.closest("[data-copy]");
    if (!button) return;
    const text = document.getElementById(button.dataset.copy);
    text.select();
    const told = (await copied(text.value)) ? button.dataset.done : button.dataset.failed;
    document.querySelector("[data-copied]").textContent = told;
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
}
