// After a button of the list was pressed, the page comes back changed. Put the question that was moved
// where the finger is: as far down the window as the pressed button stood.
const form = document.querySelector("form[data-place]");

form?.addEventListener("submit", ({ submitter }) => {
  if (submitter?.name === "list_do") form.elements.list_place.value = Math.round(submitter.getBoundingClientRect().top);
});

const pressed = document.querySelector("[autofocus]");
if (pressed && form.dataset.place) {
  pressed.focus({ preventScroll: true });
  scrollBy(0, pressed.getBoundingClientRect().top - Number(form.dataset.place));
}
