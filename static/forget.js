// Browsers freeze a page when it is left, and Back shows it again as it was, with the last person's
// answers. Hide the page when it is left; if it is ever shown again, open an empty form instead.
addEventListener("pagehide", () => { document.documentElement.hidden = true; });
addEventListener("pageshow", (event) => {
  if (event.persisted) location.replace(document.querySelector("a.brand").href);
});
