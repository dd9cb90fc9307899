// Puts the tool of one clinic into a page: <script src="…/embed.js" data-clinic="riverside" async></script>
// The frame grows with what is in it. A link before the script stays until the frame has answered.
(() => {
  const script = document.currentScript;
  const { clinic, lang, title } = script.dataset;
  const { origin } = new URL(script.src);
  const link = script.previousElementSibling;
  const frame = document.createElement("iframe");
  let pages = 0;

  frame.src = [origin, "c", clinic, lang].filter(Boolean).join("/") + "/";
  frame.title = title || "Questions for your visit";
  frame.allow = "clipboard-write; web-share";
  frame.style.cssText = "display:block;width:100%;height:40rem;border:0";
  frame.addEventListener("load", () => {
    pages += 1;
    frame.contentWindow.postMessage("visit-prep: how high?", origin);
  });

  addEventListener("message", ({ source, origin: from, data }) => {
    if (source !== frame.contentWindow || from !== origin || !(data?.height > 0)) return;
    frame.style.height = `${Math.min(data.height, 60000)}px`;
    if (link?.matches("[data-visit-prep]")) link.hidden = true;
    if ((pages > 1 || data.isStep) && data.at >= 0) show(frame.getBoundingClientRect().top + data.at);
  });

  // What follows another page or step begins above the window, where the last one's button stood.
  function show(top) {
    if (top < 0 || top > innerHeight - 96) scrollBy(0, top - 24);
  }

  script.after(frame);
})();
