// Browsers freeze a page when it is left, and Back shows it again as it was, with the last person's
// answers. Hide the page when it is left; if it is ever shown again, open an empty form instead.
addEventListener("pagehide", () => { document.documentElement.hidden = true; });
addEventListener("pageshow", (event) => {
  if (event.persisted) location.replace(document.querySelector("a.brand").href);
});

// "Leave" and "clear": empty the page at once, and put the next one in its place in the history.
addEventListener("click", (event) => {
  const link = event.target.closest("[data-leave]");
  if (!link) return;
  event.preventDefault();
  const next = link.href;
  document.body.replaceChildren();
  location.replace(next);
});
