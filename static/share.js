// Hands the PDF to the device's own "Share", where a browser can share files. It goes from the device, and not through us.
// What is shared never carries the answers: whoever gets the file could read them.
{
  const kind = "application/pdf";
  const canShareFiles = Boolean(navigator.canShare?.({ files: [new File([], "a.pdf", { type: kind })] }));
  let made = {};

  const offerToShare = () => {
    made = {};
    for (const button of document.querySelectorAll("[data-share]")) button.hidden = !canShareFiles;
  };
  offerToShare();
  document.addEventListener("visit-prep:shown", offerToShare);

  document.addEventListener("click", async ({ target }) => {
    const button = target.closest("[data-share]");
    if (!button) return;
    const say = (words) => { document.querySelector("[data-shared]").textContent = words; };
    const { share, name, wait, ready, failed } = button.dataset;
    const wanted = new URLSearchParams(new FormData(button.form));
    wanted.delete("pack_keep_answers");
    wanted.set("format", "pdf");
    try {
      if (made.of !== `${wanted}`) {
        say(wait);
        made = { of: `${wanted}`, file: await pdf(share, wanted, name) };
      }
      await navigator.share({ files: [made.file], title: name });
      say("");
    } catch (error) {
      // after a long wait a browser forgets the press, and wants another: the file is here already then
      const asksAgain = error.name === "NotAllowedError" && made.of === `${wanted}`;
      say(error.name === "AbortError" ? "" : asksAgain ? ready : failed);
    }
  });

  async function pdf(address, wanted, name) {
    const answer = await fetch(address, { method: "POST", body: wanted });
    if (!answer.ok) throw new Error("no PDF");
    return new File([await answer.blob()], `${name}.pdf`, { type: kind });
  }
}
