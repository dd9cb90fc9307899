// Copies the list with one press. Without this script people select the text themselves.
const button = document.querySelector("[data-copy]");
button.hidden = false;
button.addEventListener("click", async () => {
  const text = document.getElementById(button.dataset.copy);
  text.select();
  await navigator.clipboard.writeText(text.value);
  button.textContent = button.dataset.done;
});
