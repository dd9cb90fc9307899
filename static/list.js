// After a button of the list was pressed, the list comes back changed. Put the question that was moved where the finger
// is: as far down the window as the pressed button stood. The list may be swapped in place at any time, so nothing of it
// is held on to.
(() => {
  const heightOf = (element) => Math.round(element.getBoundingClientRect().top);

  document.addEventListener(
    "submit",
    ({ target, submitter }) => {
      const place = target.elements.namedItem("list_place");
      if (!place || submitter?.name !== "list_do") return;
      place.value = heightOf(submitter.hidden ? document.activeElement : submitter);
    },
    true, // before the form is sent by a script
  );

  const putBack = () => {
    const form = document.querySelector("form[data-place]");
    const pressed = document.querySelector("main :is([autofocus], [data-focus])");
    if (!pressed || !form?.dataset.place) return;
    pressed.focus({ preventScroll: true });
    scrollBy({ top: heightOf(pressed) - Number(form.dataset.place), behavior: "instant" });
  };

  document.addEventListener("visit-prep:shown", putBack);
  putBack();
})();
