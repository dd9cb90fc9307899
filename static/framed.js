// A frame in a sandbox may be kept from sending forms, and so is a tab that is opened from there. Pressing a button
// does nothing then, not even tell us. So ask beforehand: a form that may be sent says that it will be.
if (window !== top || location.hash === "#own-tab") {
  const probe = document.createElement("form");
  let goes = false;
  probe.addEventListener("submit", (event) => {
    event.preventDefault();
    goes = true;
  });
  document.body.append(probe);
  probe.requestSubmit();
  probe.remove();
  const isOurs = self.origin !== "null"; // what comes from no site is refused
  if (!goes || !isOurs) for (const told of document.querySelectorAll("[data-confined]")) told.hidden = false;
}

// In a clinic's frame: shows the way out of it, and tells the page around how high this one is. It answers only
// the window around it, and only where that is one of the clinic's own sites.
if (window !== top) {
  const offerWays = () => {
    for (const way of document.querySelectorAll("[data-framed]")) way.hidden = false;
  };
  offerWays();

  const sites = document.documentElement.dataset.sites.split(" ");
  const page = document.documentElement;
  let site;
  const tell = (at) => parent.postMessage({ height: Math.ceil(page.getBoundingClientRect().height), at }, site);

  const begins = () => {
    const focused = document.querySelector("[autofocus], [data-focus], [role=alert]");
    return focused ? focused.getBoundingClientRect().top : 0;
  };

  addEventListener("message", ({ source, origin, data }) => {
    if (source !== parent || !sites.includes(origin) || data !== "visit-prep: how high?") return;
    site = origin;
    tell(begins());
  });
  document.addEventListener("visit-prep:shown", () => {
    offerWays();
    if (site) tell(begins());
  });
  new ResizeObserver(() => site && tell()).observe(document.body);
}
