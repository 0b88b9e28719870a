// What the pages do beyond links and forms: keys, drafts, live rows. Everything works without it.
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

  document.addEventListener("change", (e) => {
    if (e.target.matches("[data-submit]")) e.target.form.requestSubmit();
  });

  // Drafts: what is typed survives a closed tab, on this machine, for seven days. Each belongs to who typed it.
  const WEEK = 7 * 24 * 3600 * 1000;
  const DRAFT = "amends-note:";
  const draftKey = (dialog) => DRAFT + dialog.dataset.draft;

  function read(key) {
    try {
      const draft = JSON.parse(localStorage.getItem(key));
      return draft && Date.now() - draft.at < WEEK ? draft : null;
    } catch { return null; }
  }

  function line(dialog, words, ...buttons) {
    const place = dialog.querySelector("[data-draft-line]");
    if (!place) return;
    place.replaceChildren(words, ...buttons.map(([label, act]) => {
      const button = document.createElement("button");
      button.type = "button"; button.className = "plain"; button.textContent = label;
      button.addEventListener("click", act);
      return button;
    }));
  }

  function drafts() {
    settled();
    const dialog = document.querySelector("#dialog[data-draft]");
    if (!dialog || dialog.dataset.ready) return;
    dialog.dataset.ready = "1";
    const key = draftKey(dialog);
    const form = dialog.querySelector("#note");
    const text = dialog.querySelector("#text");
    const author = dialog.querySelector("#author");
    const spoke = dialog.querySelector("#spoke");
    const discard = () => {
      localStorage.removeItem(key);
      text.value = "";
      line(dialog, "Draft discarded.");
      text.focus();
    };
    const draft = read(key);
    if (draft && draft.text && !text.value) {
      text.value = draft.text;
      if (draft.author.trim()) author.value = draft.author;
      if (spoke) spoke.checked = draft.spoke;
      form.hidden = false;
      line(dialog, "Your draft from before is back. It is not saved yet.", ["Discard", discard]);
    }
    const keep = () => {
      clearTimeout(wait);
      if (!text.value.trim()) { localStorage.removeItem(key); return line(dialog, "Once saved, a note cannot be changed."); }
      localStorage.setItem(key, JSON.stringify({ text: text.value, author: author.value, spoke: !!(spoke && spoke.checked), at: Date.now() }));
      line(dialog, "Draft kept on this device.", ["Discard", discard]);
    };
    let wait;
    form.addEventListener("input", () => {
      clearTimeout(wait);
      wait = setTimeout(() => { if (text.isConnected) keep(); }, 300);
    });
    // Whether it was saved is told by the page that comes; until then the draft stays.
    form.addEventListener("submit", keep);
  }

  // The page says whose draft of which response is saved now: that one is done, not the one of the response it shows. Said
  // once: the page may be loaded again when something new was typed.
  function settled() {
    const saved = document.querySelector("[data-saved]");
    const here = new URL(location.href);
    if (!saved || saved.dataset.ready) return;
    saved.dataset.ready = "1";
    if (here.searchParams.has("saved")) localStorage.removeItem(DRAFT + saved.dataset.saved);
    here.searchParams.delete("saved");
    history.replaceState(history.state, "", here);
  }

  // Removes drafts whose week is over, and those that were kept before drafts had an owner.
  function sweep() {
    Object.keys(localStorage)
      .filter((key) => key.startsWith("amends-draft:") || (key.startsWith(DRAFT) && !read(key)))
      .forEach((key) => localStorage.removeItem(key));
  }

  // Where a response has gone is an answer of the dialog's, with what was typed in it.
  document.addEventListener("htmx:beforeSwap", (e) => {
    if (e.detail.target.id !== "dialog" || ![404, 409].includes(e.detail.xhr.status)) return;
    if (!e.detail.serverResponse.includes('id="dialog"')) return;
    e.detail.shouldSwap = true;
    e.detail.isError = false;
  });

  // Live: something arrived, so the same view is asked for again; at most once a second.
  let stream;
  let waiting = false;
  const known = () => new Set(rows().map((r) => r.dataset.id));

  function refresh() {
    if (waiting) return;
    waiting = true;
    setTimeout(async () => {
      waiting = false;
      const report = document.querySelector("#report[data-stream]");
      if (!report || document.hidden || report.ariaBusy || report.contains(document.activeElement) && document.activeElement.matches("select, input")) return;
      const before = known();
      const address = location.href;
      const at = current() && current().dataset.id;
      const answer = await fetch(location.href, { headers: { "HX-Request": "true" } }).catch(() => null);
      if (!answer || !answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#report");
      // Meanwhile the person may have gone on, to another view or to a field.
      if (!page || !report.isConnected || report.ariaBusy || location.href !== address) return;
      if (report.contains(document.activeElement) && document.activeElement.matches("select, input")) return refresh();
      const restore = window.amendsKeep(report);
      report.replaceWith(page);
      restore(page);
      window.htmx && window.htmx.process(page);
      rows().forEach((r) => {
        r.classList.toggle("fresh", !before.has(r.dataset.id));
        if (r.dataset.id === at) { r.classList.add("at"); r.querySelector("[data-open]").focus({ preventScroll: true }); }
      });
    }, 350);
  }

  function live() {
    const report = document.querySelector("#report[data-stream]");
    if (!report || stream || !window.EventSource) return;
    stream = new EventSource(report.dataset.stream);
    ["response", "decision", "note", "withdrawn"].forEach((name) => stream.addEventListener(name, refresh));
  }
  document.addEventListener("visibilitychange", () => { if (!document.hidden && stream) refresh(); });

  // An error that htmx met: say what happened, and how to go on.
  function failed(e) {
    const place = document.querySelector("#report, #dialog, #studio");
    if (!place || place.querySelector("[data-failed]")) return;
    const banner = document.createElement("p");
    banner.className = "banner urgent"; banner.setAttribute("role", "alert"); banner.dataset.failed = "1";
    const again = document.createElement("a");
    again.href = location.href; again.textContent = "Try again";
    banner.append("Amends did not answer just now. " + (place.id === "dialog" ? "What you typed is kept as a draft. " : "Nothing was changed. "), again);
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

  function ready() { drafts(); live(); }
  sweep();
  document.addEventListener("DOMContentLoaded", ready);
  document.addEventListener("htmx:afterSettle", (e) => {
    ready();
    const here = e.target;
    if (here.dataset && "kept" in here.dataset) return; // who works on elsewhere is not called away
    const invalid = here.querySelector("[aria-invalid=true]");
    const saved = here.querySelector("[data-saved]");
    const text = here.querySelector("#note:not([hidden]) #text");
    if (invalid) invalid.focus();
    else if (saved && text) text.focus({ preventScroll: true });
    else {
      const fresh = here.querySelector("[data-focus]");
      if (fresh) { fresh.removeAttribute("data-focus"); fresh.focus(); }
    }
  });
  if (document.readyState !== "loading") ready();
})();
