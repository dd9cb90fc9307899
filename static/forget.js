// "Leave", "clear" and "start a new list": forget all that the open page holds, empty it at once, and put the next page
// in its place in the history. Whoever leaves a clinic's page from our frame in it leaves all of it, where that page
// allows it.
(() => {
  const start = document.querySelector("a.brand").href;
  const formPath = document.querySelector("main[data-step=form]") ? location.pathname : null;
  const isShared = document.querySelector("[data-idle]") !== null;
  let isForgotten = false;

  function forget(next) {
    if (isForgotten) return; // another would begin anew what is under way
    isForgotten = true;
    document.dispatchEvent(new CustomEvent("visit-prep:forget"));
    for (const form of document.forms) form.reset();
    document.body.replaceChildren();
    location.replace(next);
  }

  addEventListener("click", (event) => {
    const link = event.target.closest?.("[data-leave]");
    if (!link) return;
    event.preventDefault();
    const { leave } = link.dataset;
    forget(leave === "anew" && formPath ? formPath : link.href);
    if (leave === "whole-window" && window !== top) {
      try { top.location.replace(link.href); } catch { /* in a sandbox: our own page is empty, and says what stays open */ }
    }
  });

  document.addEventListener("visit-prep:clear", (event) => forget(event.detail));

  // Browsers freeze a page when it is left, and Back shows it again as it was. One that was emptied opens anew. On a
  // shared computer none is shown again with the last person's answers.
  if (isShared) addEventListener("pagehide", () => { document.documentElement.hidden = true; });
  addEventListener("pageshow", (event) => {
    if (event.persisted && (isShared || isForgotten)) location.replace(start);
  });
})();
