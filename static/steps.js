// Shows each step in place, so that Back, Forward and a detour lose nothing. All of it lives in the memory of the open
// page and dies with it: nothing goes into an address, the history's state or any storage.
//
// A step is what a page holds within <main>. The step that the page was opened with keeps its address; the others add
// their name behind "#", and pages that only inform have their own. On a shared computer no step that was left is kept:
// Back finds the empty form.
(() => {
  const main = document.getElementById("main");
  const home = { path: location.pathname, step: main.dataset.step };
  if (!home.step) return;

  const SCREEN = /^#(ask-|all$)/;
  const LATER_STEP = /^#(list|take|found|form|notice)$/;
  const OF_THE_LIST = /^(list_(?!do|place|find|for)|words_|pack_|as_is)/;
  const { nonce } = document.currentScript;
  const isShared = document.querySelector("[data-idle]") !== null;
  const { href: start, pathname: pages } = document.querySelector("a.brand"); // where all pages begin, in this language and clinic
  const steps = new Map(); // those left, by their name, or by their path where they only inform
  let shown = { name: home.step, step: home.step, title: document.title };
  let asked = null; // what is being asked for, until it is shown
  let waits = null; // the press after it
  let isLeaving = false;

  // --- what is shown ---

  function keep() {
    shown.top = scrollY;
    shown.nodes = document.createDocumentFragment();
    shown.nodes.append(...main.childNodes);
    if (!isShared) steps.set(shown.name, shown);
  }

  function show(next, isNew, unfolded = new Set()) {
    if (next.name === shown.name) {
      main.replaceChildren(next.nodes);
      for (const fold of main.querySelectorAll("details")) fold.open ||= unfolded.has(nameOf(fold));
    } else {
      keep();
      main.append(next.nodes);
    }
    if (next.step) main.dataset.step = next.step;
    else delete main.dataset.step;
    document.title = next.title;
    shown = next;
    announce(isNew);
  }

  function announce(isNew) {
    const form = main.querySelector(".form");
    if (form) showScreen(form);
    for (const way of main.querySelectorAll("[data-to-list]")) way.hidden = !steps.has("list");
    const { dataset } = document.documentElement;
    dataset.shown = Number(dataset.shown ?? 0) + 1;
    document.dispatchEvent(new CustomEvent("visit-prep:shown", { detail: { isNew } }));
  }

  // The form shows the screen that the address names, else its start, or all of them.
  function showScreen(form) {
    const name = SCREEN.test(location.hash) ? location.hash.slice(1) : "";
    const screen = name && form.querySelector(`.screen#${CSS.escape(name)}`);
    form.dataset.asDrawn ??= form.matches(".whole") ? "whole" : "one";
    form.classList.add("led");
    form.classList.toggle("whole", name === "all" || (!screen && form.dataset.asDrawn === "whole"));
    form.classList.toggle("asking", Boolean(screen));
    for (const one of form.querySelectorAll(".screen")) {
      one.classList.toggle("here", one === (screen || form.querySelector(".start")));
    }
  }

  function focusOn(place) {
    if (!place.matches("a, button, input, textarea, select, summary, [tabindex]")) place.tabIndex = -1;
    place.focus({ preventScroll: true });
  }

  // Where the person goes on: at the place that the page, or the address, names, else at its beginning.
  function begin(named) {
    const wanted = main.querySelector("[data-focus]") || named || null;
    focusOn(wanted ?? main.querySelector(".here[id]") ?? main.querySelector("h1") ?? main);
    if (!wanted) scrollTo(0, 0);
    else if (!wanted.closest("[data-place]")?.dataset.place) wanted.scrollIntoView({ block: "center" });
  }

  // The same step anew: the focus stays where it was, unless the page wants it elsewhere.
  function resume(before) {
    const same = before.focus && document.getElementById(before.focus);
    if (main.querySelector("[data-focus]") || !same) return begin();
    focusOn(same);
    scrollTo(0, before.top);
  }

  function look() {
    const open = [...main.querySelectorAll("details[open]")].map(nameOf);
    return { folds: new Set(open), focus: document.activeElement?.id, top: scrollY };
  }

  function nameOf(fold) {
    return `${fold.closest("[id]").id} ${fold.querySelector("summary").textContent.trim()}`;
  }

  // Back and Forward: what the address names, as it was left.
  function find() {
    letBe();
    const hash = location.hash.slice(1);
    const isElsewhere = location.pathname !== home.path;
    const name = isElsewhere ? location.pathname : SCREEN.test(location.hash) ? "form" : hash;
    const before = name === "take" ? "list" : home.step; // a sheet of a list that was changed since is not kept
    const found = [name, before, home.step].find((one) => one === shown.name || steps.has(one));
    if (!found) return location.replace(home.step === "form" ? home.path : start); // it is not kept, so begin with an empty form
    if (isElsewhere && found !== name) return location.reload();
    if (found !== shown.name) {
      if (shown.name === "take") tellList();
      const { top } = steps.get(found);
      show(steps.get(found), false);
      begin();
      scrollTo(0, top);
    } else if (shown.step === "form") {
      announce(false);
      begin();
    }
  }

  // --- what is asked for ---

  async function ask(url, options, isPress = false) {
    letBe();
    const asking = asked = { cancel: new AbortController(), isPress };
    main.setAttribute("aria-busy", "true");
    const [answer, html] = await fetched(url, { cache: "no-store", signal: asking.cancel.signal, ...options });
    const page = answer && new DOMParser().parseFromString(html, "text/html");
    if (page) await dress(page);
    if (asking !== asked) return; // Back, or another press, went before it
    const next = waits;
    letBe();
    if (!answer) return;
    if (!answer.headers.get("Content-Type")?.startsWith("text/html")) return location.assign(answer.url);
    const hasAddress = !options.method || answer.redirected;
    arrive(page, hasAddress ? new URL(answer.url).pathname : "", new URL(url, location).hash);
    next?.();
  }

  function letBe() {
    asked?.cancel.abort();
    asked = waits = null;
    main.removeAttribute("aria-busy");
  }

  // A press that changed the list is in no field yet. What is pressed next goes on from the list as it then is.
  function inTurn(go) {
    if (asked?.isPress) waits = go;
    else go();
  }

  function send(form, submitter) {
    const url = submitter?.hasAttribute("formaction") ? submitter.formAction : form.action;
    ask(url, { method: "POST", body: bodyOf(form, submitter) }, submitter?.name === "list_do");
  }

  function again({ name, value, formAction }) {
    const buttons = [...main.querySelectorAll("form[data-swap] button")];
    const same = buttons.find((one) => one.name === name && one.value === value && one.formAction === formAction);
    same?.form.requestSubmit(same);
  }

  async function fetched(url, options) {
    try {
      const answer = await fetch(url, { headers: { Accept: "text/html" }, ...options });
      return [answer, await answer.text()];
    } catch (error) {
      if (error.name !== "AbortError") say("no-answer");
      return [];
    }
  }

  function arrive(page, path, hash) {
    const came = page.getElementById("main");
    const step = came.dataset.step ?? (path ? undefined : "notice");
    for (const place of came.querySelectorAll("[autofocus]")) {
      place.removeAttribute("autofocus"); // browsers heed it once, and then complain
      place.dataset.focus = "";
    }
    const nodes = document.createDocumentFragment();
    nodes.append(...came.childNodes);
    const name = step ?? path;
    if (shown.name === "take" && name !== "take") tellList();
    const before = name === shown.name ? look() : null;
    const screen = SCREEN.test(hash) ? hash : "";
    if (!before) history.pushState(null, "", step ? home.path + (step === home.step ? screen : `#${step}`) : path);
    show({ name, step, title: page.title, nodes }, true, before?.folds);
    if (!came.dataset.step) say("beside");
    if (before) resume(before);
    else begin(hash && main.querySelector(hash));
    if (step === "list") {
      steps.delete("take");
      tellForm();
    }
    guard();
  }

  // Style sheets and scripts that no step before had. A script runs by the number of the page it comes into.
  function dress(page) {
    const have = new Set([...document.querySelectorAll("link, script")].map((one) => one.href ?? one.src));
    const links = [...page.querySelectorAll("link[rel=stylesheet]")].map((link) => document.importNode(link));
    const scripts = [...page.querySelectorAll("script[src]")].map(({ src }) => {
      const script = document.createElement("script");
      script.nonce = nonce;
      script.src = src;
      return script;
    });
    const missing = [...links, ...scripts].filter((one) => !have.has(one.href ?? one.src));
    return Promise.all(missing.map((one) => new Promise((resolve) => {
      one.onload = one.onerror = resolve;
      document.head.append(one);
    })));
  }

  function say(what) {
    main.querySelector("[data-told]")?.remove();
    const told = document.getElementById("told-by-scripts").content.querySelector(`[data-told="${what}"]`).cloneNode(true);
    main.prepend(told);
    told.scrollIntoView({ block: "nearest" });
  }

  // --- what is carried on ---

  function sentBy(step) {
    const form = (step === shown.name ? main : steps.get(step)?.nodes)?.querySelector("form[data-swap]");
    return form ? [...new FormData(form)] : [];
  }

  // The form of answers takes along what was made of the list.
  function bodyOf(form, submitter) {
    const body = new FormData(form, submitter);
    const list = form.matches(".form") ? sentBy("list").filter(([name]) => OF_THE_LIST.test(name)) : [];
    for (const [name] of list) body.delete(name);
    for (const [name, value] of list) body.append(name, value);
    return form.enctype === "multipart/form-data" ? body : new URLSearchParams(body);
  }

  // The form ticks what the list was told since.
  function tellForm() {
    const form = steps.get("form")?.nodes.querySelector(".form");
    const told = new Set(sentBy("list").map(([name, value]) => `${name} ${value}`));
    for (const choice of form?.querySelectorAll("input[type=radio], input[type=checkbox]") ?? []) {
      if (choice.name !== "list_for") choice.checked = told.has(`${choice.name} ${choice.value}`);
    }
  }

  // The list carries on what was chosen for paper.
  function tellList() {
    const form = steps.get("list")?.nodes.querySelector("form[data-swap]");
    const isOfPaper = ([name]) => name.startsWith("pack_");
    for (const old of form?.querySelectorAll("[name^=pack_]") ?? []) old.remove();
    for (const [name, value] of sentBy("take").filter(isOfPaper)) {
      const field = document.createElement("input");
      field.type = "hidden";
      field.name = name;
      field.value = value;
      form?.append(field);
    }
  }

  // --- what the person does ---

  addEventListener("submit", (event) => {
    const { target: form, submitter } = event;
    if (event.defaultPrevented || !form.matches("[data-swap]")) return;
    if (submitter?.name === "format" || submitter?.formTarget === "_blank") return leaveByOneself();
    event.preventDefault();
    if (asked?.isPress) waits = () => again(submitter);
    else send(form, submitter);
  });

  addEventListener("click", (event) => {
    if (event.target.closest?.("[data-back]")) return history.back();
    if (event.target.closest?.("[data-to-list] button")) {
      history.pushState(null, "", `${home.path}#list`);
      return find();
    }
    const link = event.target.closest?.("a[href]");
    const isPlain = !(event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey);
    if (!link || !isPlain || link.origin !== location.origin) return;
    const place = within(link);
    if (place) {
      event.preventDefault();
      goTo(place);
    } else if (link.pathname === home.path && !link.hash && !link.target && holdsAnswers()) {
      event.preventDefault();
      if (location.pathname !== home.path || location.hash) history.pushState(null, "", home.path);
      find();
    } else if (!isShared && isDetour(link) && (holdsAnswers() || link.target)) {
      event.preventDefault();
      if (link.pathname !== location.pathname) inTurn(() => ask(link.href, {}));
    }
  });

  // A place of the page itself, not a step or a screen of the form: going there is no step back or forward.
  function within(link) {
    const isHere = link.hash && link.pathname === location.pathname && !SCREEN.test(link.hash);
    return isHere && (link.matches(".skip") ? main : main.querySelector(link.hash));
  }

  function goTo(place) {
    for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    focusOn(place);
    if (place !== main) place.scrollIntoView({ block: "center" });
  }

  function isDetour(link) {
    const isOurs = link.pathname.startsWith(pages) && link.pathname !== home.path && !/\.\w+$/.test(link.pathname);
    return isOurs && !link.matches("[data-leave], [download], [target]:not([data-beside]), .other-ways a");
  }

  // Enter on a choice leads on, as “Next” does: sending the form from its first question is never meant.
  addEventListener("keydown", (event) => {
    const screen = event.key === "Enter" && event.target.matches?.("input") && event.target.closest(".form.asking > .here");
    const next = screen && [...screen.querySelectorAll("a.next")].find((link) => link.offsetHeight);
    if (!next) return;
    event.preventDefault();
    next.click();
  });

  addEventListener("popstate", find);

  // --- what could be lost ---

  function holdsAnswers() {
    if (isShared) return false;
    const isFurther = [shown, ...steps.values()].some(({ step }) => step && step !== "form" && step !== "earlier");
    return isFurther || isTouched(main) || isTouched(steps.get("form")?.nodes ?? main);
  }

  function isTouched(place) {
    return [...place.querySelectorAll("form[data-swap] :is(input:not([type=hidden]), textarea)")].some(
      (field) => field.checked !== field.defaultChecked || field.value !== field.defaultValue,
    );
  }

  // Loading the page anew asks first, while there is something to lose. A listener would keep other pages out of the
  // browser's cache for Back, so there is none before.
  function guard() {
    removeEventListener("beforeunload", warn);
    if (holdsAnswers()) addEventListener("beforeunload", warn);
  }

  function warn(event) {
    if (!isLeaving) event.preventDefault();
  }

  // A file to take along, or a new window: this page stays.
  function leaveByOneself() {
    isLeaving = true;
    setTimeout(() => { isLeaving = false; }, 3000);
  }

  addEventListener("change", (event) => {
    guard();
    const refresh = event.target.form?.querySelector("[data-refresh]");
    if (refresh && /^pack_(?!keep)/.test(event.target.name)) refresh.form.requestSubmit(refresh);
  });
  addEventListener("input", guard);

  // "Leave" and "clear" (forget.js) let go of everything here, too.
  document.addEventListener("visit-prep:forget", () => {
    isLeaving = true;
    letBe();
    steps.clear();
  });

  history.scrollRestoration = "manual";
  for (const form of main.querySelectorAll("form")) form.autocomplete = "off"; // the open page remembers, not the browser
  const [arrival] = performance.getEntriesByType("navigation");
  if (arrival?.type !== "navigate" && (SCREEN.test(location.hash) || LATER_STEP.test(location.hash))) {
    if (location.hash !== "#all") history.replaceState(null, "", home.path);
    for (const form of main.querySelectorAll("form")) form.reset(); // Firefox was told too late not to fill it in
    say("anew");
  }
  announce(true);
  guard();
})();
