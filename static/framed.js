// A frame in a sandbox may be kept from sending forms, and so is a tab that is opened from there. Pressing a button
// does nothing then, not even tell us. So ask beforehand: a form that may be sent says that it will be. What is put in
// the place of a page brings its own words, so they are shown again with each step.
const showEach = (what) => {
  const shown = () => { for (const told of document.querySelectorAll(what)) told.hidden = false; };
  document.addEventListener("visit-prep:shown", shown);
  shown();
};

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
  if (!goes || !isOurs) showEach("[data-confined]");
}

// In a clinic's frame: shows the way out of it, and tells the page around how high this one is. It answers only
// the window around it, and only where that is one of the clinic's own sites.
if (window !== top) {
  showEach("[data-framed]");

  const sites = document.documentElement.dataset.sites.split(" ");
  const page = document.documentElement;
  let site;
  const tell = (at, isStep) => {
    if (site) parent.postMessage({ height: Math.ceil(page.getBoundingClientRect().height), at, isStep }, site);
  };

  addEventListener("message", ({ source, origin, data }) => {
    if (source !== parent || !sites.includes(origin) || data !== "visit-prep: how high?") return;
    site = origin;
    const focused = document.querySelector("[autofocus], [role=alert]");
    tell(focused ? focused.getBoundingClientRect().top : 0);
  });

  // A step in place, once it has given the focus to where the person goes on: its beginning, or a place in it.
  document.addEventListener("visit-prep:shown", () => requestAnimationFrame(() => {
    const { activeElement: here } = document;
    tell(here.matches("body, main, h1, .screen") ? 0 : here.getBoundingClientRect().top, true);
  }));
  new ResizeObserver(() => tell()).observe(document.body);
}
