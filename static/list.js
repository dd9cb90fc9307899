// After a button of the list was pressed, the page comes back changed. Put the question that was moved
// where the finger is: as far down the window as the pressed button stood.
(() => {
  document.addEventListener("submit", ({ target, submitter }) => {
    const place = target.elements?.list_place;
    if (place && submitter?.name === "list_do") place.value = Math.round(submitter.getBoundingClientRect().top);
  }, { capture: true });

  function settle() {
    const form = document.querySelector("form[data-place]");
    const pressed = form?.querySelector("[autofocus], [data-focus]");
    if (!pressed || !form.dataset.place) return;
    pressed.focus({ preventScroll: true });
    scrollBy(0, pressed.getBoundingClientRect().top - Number(form.dataset.place));
  }

  document.addEventListener("visit-prep:shown", settle);
  settle();
})();
