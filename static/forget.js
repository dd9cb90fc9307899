// Browsers freeze a page when it is left, and Back shows it again as it was, with the last person's
// answers. Hide the page when it is left; if it is ever shown again, open an empty form instead.
addEventListener("pagehide", () => { document.documentElement.hidden = true; });
addEventListener("pageshow", (event) => {
  if (event.persisted) location.replace(document.querySelector("a.brand").href);
});

// "Leave" and "clear": empty the page at once, and put the next one in its place in the history. Whoever leaves a
// clinic's page from our frame in it leaves all of it, where that page allows it.
addEventListener("click", (event) => {
  const link = event.target.closest("[data-leave]");
  if (!link) return;
  event.preventDefault();
  const next = link.href;
  document.body.replaceChildren();
  location.replace(next);
  if (link.dataset.leave === "whole-window" && window !== top) {
    try { top.location.replace(next); } catch { /* in a sandbox: our own page is empty, and says what stays open */ }
  }
});
