// What the pages do beyond links and forms: keys, live rows. Everything works without it.
// What it says stands in attributes of the page, which the server fills in its language.
"use strict";

(() => {
  const typing = (e) => e.target.closest("input, textarea, select, [contenteditable]") || e.ctrlKey || e.metaKey || e.altKey;
  const ROW = "[data-list] tbody tr, [data-list] > [data-item]";
  const rows = () => [...document.querySelectorAll(ROW)];
  const current = () => rows().find((r) => r.classList.contains("at"));

  function move(step) {
    const all = rows();
    if (!all.length) return;
    const at = all.indexOf(current());
    const to = all[Math.min(all.length - 1, Math.max(0, at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step))];
    all.forEach((r) => r.classList.toggle("at", r === to));
    to.querySelector("[data-open]").focus({ preventScroll: true });
    to.scrollIntoView({ block: "nearest" });
  }

  // What folds out folds in again, and gives the focus back to what opened it.
  function close(from) {
    const open = from.closest("details[open]") || document.querySelector("details.pop[open]");
    if (!open) return;
    open.open = false;
    open.querySelector("summary").focus();
  }

  document.addEventListener("click", (e) => {
    document.querySelectorAll("details.pop[open]").forEach((d) => { if (!d.contains(e.target)) d.open = false; });
  });

  document.addEventListener("keydown", (e) => {
    if (e.key === "Escape" && e.target.matches("[data-search]")) return e.target.blur();
    if (e.key === "Escape") return close(e.target);
    if (typing(e)) return;
    if (e.key === "/") {
      const search = document.querySelector("[data-search]");
      if (search) { e.preventDefault(); search.focus(); search.select(); }
    } else if (e.key === "j") move(1);
    else if (e.key === "k") move(-1);
    else if (e.key === "n") {
      const row = current();
      const notes = document.querySelector("#text");
      if (row) row.querySelector("[data-open]").click();
      else if (notes) { e.preventDefault(); notes.focus(); }
    }
  });

  document.addEventListener("focusin", (e) => {
    const row = e.target.closest(ROW);
    if (row) rows().forEach((r) => r.classList.toggle("at", r === row));
  });

  // The row by which a person left the list has the focus when the same list is shown again; where it is not listed any
  // more, the one that has its place.
  const LEFT = "amends-left";
  const address = () => location.pathname + location.search;

  document.addEventListener("click", (e) => {
    const row = e.target.closest("a[href]") && e.target.closest("#report tbody tr");
    if (!row || e.ctrlKey || e.metaKey || e.shiftKey) return;
    sessionStorage.setItem(LEFT, JSON.stringify({ address: address(), id: row.dataset.id, place: rows().indexOf(row) }));
  });

  window.addEventListener("pageshow", () => {
    const left = JSON.parse(sessionStorage.getItem(LEFT));
    const all = rows();
    if (!left || !document.querySelector("#report") || left.address !== address()) return;
    sessionStorage.removeItem(LEFT);
    const row = all.find((r) => r.dataset.id === left.id) || all[Math.min(left.place, all.length - 1)];
    if (row) row.querySelector("[data-open]").focus();
  });

  // The search in the head follows the part below it, unless something was typed there that has not been asked for.
  function searched() {
    const report = document.querySelector("#report[data-q]");
    const search = document.querySelector("[data-search]");
    if (!report || !search || search.value !== search.defaultValue) return;
    search.value = search.defaultValue = report.dataset.q;
  }

  // Where tabs or the bar of pages are wider than the window, the one that one stands on is seen.
  function tabs() {
    document.querySelectorAll(".tabs [aria-current], .nav [aria-current]").forEach((tab) => {
      const bar = tab.closest(".tabs, .nav ul");
      const [mine, all] = [tab, bar].map((e) => e.getBoundingClientRect());
      bar.scrollLeft += mine.left + mine.width / 2 - all.left - all.width / 2;
    });
  }

  // A secret is copied by a button, where the browser lets a page do that.
  function copies() {
    document.querySelectorAll("[data-copied]").forEach((button) => { button.hidden = !navigator.clipboard; });
  }
  document.addEventListener("click", async (e) => {
    const button = e.target.closest("[data-copied]");
    if (!button) return;
    await navigator.clipboard.writeText(button.closest(".secret").querySelector("pre").textContent);
    button.textContent = button.dataset.copied;
  });

  document.addEventListener("change", (e) => {
    if (e.target.matches("[data-submit]")) e.target.form.requestSubmit();
  });

  // Live: something arrived, so the same view is asked for again; at most once a second, and not under somebody's hands.
  let stream;
  let waiting = false;
  let behind = false;
  const known = () => new Set(rows().map((r) => r.dataset.id));
  const narrowing = (report) => report.contains(document.activeElement) && document.activeElement.matches("select, input");

  function refresh() {
    if (waiting) return;
    waiting = true;
    setTimeout(async () => {
      waiting = false;
      const report = document.querySelector("#report[data-stream]");
      if (!report || document.hidden || report.ariaBusy) return;
      behind = narrowing(report);
      if (behind) return;
      const before = known();
      const asked = location.href;
      const answer = await fetch(asked, { headers: { "HX-Request": "true" } }).catch(() => null);
      // Signed out meanwhile, or this is not theirs any more: then nothing of it stays on the screen.
      if (answer && (answer.redirected || answer.status === 404)) return location.reload();
      if (!answer || !answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#report");
      // Meanwhile the person may have gone on, to another view or to a field.
      if (!page || !report.isConnected || report.ariaBusy || location.href !== asked) return;
      behind = narrowing(report);
      if (behind) return;
      const at = current();
      const there = at && at.contains(document.activeElement);
      const restore = window.amendsKeep(report);
      report.replaceWith(page);
      restore(page);
      window.htmx && window.htmx.process(page);
      rows().forEach((r) => {
        r.classList.toggle("fresh", !before.has(r.dataset.id));
        if (!at || r.dataset.id !== at.dataset.id) return;
        r.classList.add("at");
        if (there && !r.contains(document.activeElement)) r.querySelector("[data-open]").focus({ preventScroll: true });
      });
    }, 350);
  }

  // What arrived while a field had the focus is shown once it is left.
  document.addEventListener("focusout", (e) => { if (behind && e.target.closest("#report")) refresh(); });

  function live() {
    const report = document.querySelector("#report[data-stream]");
    if (!report || stream || !window.EventSource) return;
    stream = new EventSource(report.dataset.stream);
    // It ends where the person may see something else from now on: what is shown is asked for again.
    let broken = false;
    stream.addEventListener("error", () => { broken = true; if (stream.readyState === EventSource.CLOSED) refresh(); });
    stream.addEventListener("open", () => { if (broken) refresh(); broken = false; });
    ["response", "decision", "note", "case", "withdrawn"].forEach((name) => stream.addEventListener(name, refresh));
  }
  document.addEventListener("visibilitychange", () => { if (!document.hidden && stream) refresh(); });

  // An error that htmx met: say what happened, and how to go on.
  function failed(e) {
    const place = document.querySelector("#report, #studio"); // the dialog of notes says it itself
    if (!place || place.querySelector("[data-failed]")) return;
    const banner = document.createElement("p");
    banner.className = "banner urgent"; banner.setAttribute("role", "alert"); banner.dataset.failed = "1";
    const { notAnswered, tryAgain } = place.closest("[data-not-answered]").dataset;
    const again = document.createElement("a");
    again.href = location.href; again.textContent = tryAgain;
    banner.append(notAnswered + " ", again);
    place.prepend(banner);
    if (e.detail.xhr && e.detail.xhr.status === 401) location.reload();
  }
  // Signed out meanwhile: the whole page goes to sign in, and comes back.
  document.addEventListener("htmx:beforeSwap", (e) => {
    if (new URL(e.detail.xhr.responseURL, location.href).pathname !== "/login") return;
    e.detail.shouldSwap = false;
    location.reload();
  });
  document.addEventListener("htmx:responseError", failed);
  document.addEventListener("htmx:sendError", failed);

  function ready() { live(); searched(); copies(); }
  document.addEventListener("DOMContentLoaded", () => { ready(); tabs(); });
  document.addEventListener("htmx:afterSettle", (e) => {
    ready();
    const here = e.target;
    // Who works on elsewhere is not called away; the dialog of notes knows best where its person is.
    if ((here.dataset && "kept" in here.dataset) || here.closest("#dialog")) return;
    const invalid = here.querySelector("[aria-invalid=true]");
    if (invalid) invalid.focus();
    else {
      const fresh = here.querySelector("[data-focus]");
      if (fresh) { fresh.removeAttribute("data-focus"); fresh.focus(); }
    }
  });
  if (document.readyState !== "loading") ready();
})();
