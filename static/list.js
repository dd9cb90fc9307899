// After a button of the list was pressed, the list comes back changed. What moved one place stays under the finger; after
// anything else the view stays, and what was done is told in sight. The list may be swapped in place at any time, so
// nothing of it is held on to.
(() => {
  const heightOf = (element) => Math.round(element.getBoundingClientRect().top);
  let seen = null; // how far down the page was, when a finger or a mouse pressed

  document.addEventListener(
    "submit",
    ({ target, submitter }) => {
      const place = target.elements.namedItem("list_place");
      seen = null;
      if (!place || submitter?.name !== "list_do") return;
      place.value = heightOf(submitter.hidden ? document.activeElement : submitter);
      const moves = /^(up |down |find)/.test(submitter.value);
      if (!moves && !submitter.matches(":focus-visible")) seen = scrollY;
    },
    true, // before the form is sent by a script
  );

  const putBack = () => {
    const form = document.querySelector("form[data-place]");
    const pressed = document.querySelector("main :is([autofocus], [data-focus])");
    if (!pressed || !form?.dataset.place) return;
    pressed.focus({ preventScroll: true });
    if (seen === null) scrollBy({ top: heightOf(pressed) - Number(form.dataset.place), behavior: "instant" });
    else stay();
  };

  function stay() {
    scrollTo({ top: seen, behavior: "instant" });
    const said = document.getElementById("said")?.closest(".said");
    const { top, bottom } = said?.getBoundingClientRect() ?? {};
    said?.classList.toggle("in-sight", top < 0 || bottom > innerHeight);
  }

  // Whoever unfolds the field for a question of their own wants to write in it.
  document.addEventListener("click", ({ target }) => {
    const fold = target.closest?.(".write > summary")?.parentElement;
    if (fold && !fold.open) requestAnimationFrame(() => fold.querySelector("textarea")?.focus());
  });

  document.addEventListener("visit-prep:shown", putBack);
  putBack();
})();
