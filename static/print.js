// Prints the sheet with one press. Without this script people use the browser's own command.
{
  const offerToPrint = () => {
    for (const button of document.querySelectorAll("[data-print]")) button.hidden = !window.print;
  };
  offerToPrint();
  document.addEventListener("visit-prep:shown", offerToPrint);

  document.addEventListener("click", ({ target }) => {
    if (target.closest("[data-print]")) window.print();
  });
}
