// In a clinic's frame: shows the way out of it, and tells the page around how high this one is. It answers only
// the window around it, and only where that is one of the clinic's own sites.
if (window !== top) {
  for (const way of document.querySelectorAll("[data-framed]")) way.hidden = false;

  const sites = document.documentElement.dataset.sites.split(" ");
  const page = document.documentElement;
  let site;
  const tell = (at) => parent.postMessage({ height: Math.ceil(page.getBoundingClientRect().height), at }, site);

  addEventListener("message", ({ source, origin, data }) => {
    if (source !== parent || !sites.includes(origin) || data !== "visit-prep: how high?") return;
    site = origin;
    const focused = document.querySelector("[autofocus], [role=alert]");
    tell(focused ? focused.getBoundingClientRect().top : 0);
  });
  new ResizeObserver(() => site && tell()).observe(document.body);
}
