// On a shared computer: after ten minutes without a key or a touch everything is cleared, and two minutes before that
// the page asks. The times are the page's own, in seconds.
(() => {
  const asks = document.querySelector("[data-idle]");
  const [idle, warning] = [asks.dataset.idle, asks.dataset.warning].map((seconds) => Number(seconds) * 1000);
  let since = Date.now();
  let before = null;

  function stay() {
    since = Date.now();
    if (asks.hidden) return;
    asks.hidden = true;
    before?.focus();
  }

  // A computer that slept wakes with its clocks behind, so look at the time, and do not count.
  function look() {
    const still = Date.now() - since;
    if (still >= idle) document.dispatchEvent(new CustomEvent("visit-prep:clear", { detail: asks.dataset.cleared }));
    else if (still >= idle - warning && asks.hidden) {
      before = document.activeElement;
      asks.hidden = false;
      asks.querySelector("[data-stay]").focus();
    }
  }

  for (const sign of ["keydown", "pointerdown", "input", "scroll"]) {
    addEventListener(sign, () => { if (asks.hidden) stay(); }, { passive: true });
  }
  asks.addEventListener("click", (event) => { if (event.target.closest("[data-stay]")) stay(); });
  addEventListener("visibilitychange", look);
  setInterval(look, Math.min(1000, warning / 4));
})();
