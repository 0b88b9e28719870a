// The notes dialog beyond its links and forms: drafts, one state at a time, keys and the way back. It works without them.
// What it says stands in attributes of the dialog, which the page fills in its language.
"use strict";

(() => {
  // Drafts: what is typed survives a closed tab, on this machine, for seven days. Each belongs to who typed it.
  const WEEK = 7 * 24 * 3600 * 1000;
  const DRAFT = "amends-note:";
  const FIELDS = "input, textarea, select";

  const dialog = () => document.querySelector("#dialog");
  const draftKey = (d) => d && d.dataset.draft && DRAFT + d.dataset.draft;
  const blank = (note) => !note || !note.text.trim();

  // What stands in the form; null where the page has none.
  function typed(d) {
    const [text, author, spoke] = ["#text", "#author", "#spoke"].map((id) => d.querySelector(id));
    return text && { text: text.value, author: author.value, spoke: !!spoke && spoke.checked };
  }

  function put(d, note) {
    const spoke = d.querySelector("#spoke");
    d.querySelector("#text").value = note.text;
    if (note.author.trim()) d.querySelector("#author").value = note.author;
    if (spoke) spoke.checked = note.spoke;
    if (!blank(note)) d.querySelector("#note").hidden = false;
  }

  function read(key) {
    try {
      const draft = JSON.parse(localStorage.getItem(key));
      return draft && Date.now() - draft.at < WEEK ? draft : null;
    } catch { return null; }
  }

  function store(key, note) {
    if (blank(note)) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ text: note.text, author: note.author, spoke: note.spoke, at: Date.now() }));
  }

  function button(label, act) {
    const made = document.createElement("button");
    made.type = "button"; made.className = "plain"; made.textContent = label;
    made.addEventListener("click", act);
    return made;
  }

  function line(d, words) {
    const place = d.querySelector("[data-draft-line]");
    if (!place) return;
    place.replaceChildren(words || d.dataset.unchangeable);
    if (words) place.append(button(d.dataset.discard, () => {
      put(d, { text: "", author: "", spoke: false });
      keep(d);
      place.replaceChildren(d.dataset.draftDiscarded);
      d.querySelector("#text").focus();
    }));
  }

  // One state at a time: saving, saved, or not saved and why. With the button that was pressed, where people look.
  function tell(d, form, kind, words, ...more) {
    d.querySelectorAll("[data-state]").forEach((state) => state.remove());
    const banner = document.createElement("p");
    banner.className = "banner " + kind; banner.dataset.state = kind;
    banner.append(words, ...more);
    form.querySelector("[data-news]").append(banner);
    line(d);
  }

  let wait;
  function keep(d, afterwards) {
    clearTimeout(wait);
    wait = null;
    const note = typed(d);
    if (!note || !draftKey(d)) return;
    store(draftKey(d), note);
    line(d, blank(note) || (flight && !afterwards) || d.querySelector("[data-state=urgent]") ? null : d.dataset.draftKept);
  }

  document.addEventListener("input", (e) => {
    if (!e.target.form || e.target.form.id !== "note") return;
    const d = dialog();
    // Said by the browser when a button is pressed, while all of it still stands in its field.
    const { most, tooLong } = e.target.dataset;
    if (most) e.target.setCustomValidity(e.target.value.trim().length > most ? tooLong : "");
    if (!flight) d.querySelectorAll("[data-saved]").forEach((saved) => saved.remove()); // it speaks of the note before
    clearTimeout(wait);
    wait = setTimeout(() => { if (d.isConnected) keep(d); }, 300);
  });
  addEventListener("pagehide", () => { if (wait) keep(dialog()); });

  // The page says whose draft of which response is saved now: that one is done, not the one of the response it shows. Said
  // once: the page may be loaded again when something new was typed.
  function settled() {
    const saved = document.querySelector("[data-saved]");
    const here = new URL(location.href);
    if (!saved) return;
    if (here.searchParams.has("saved")) localStorage.removeItem(DRAFT + saved.dataset.saved);
    here.searchParams.delete("saved");
    history.replaceState(history.state, "", here);
  }

  function open(d) {
    settled();
    way(d);
    const note = typed(d);
    const draft = note && draftKey(d) && read(draftKey(d));
    if (!draft || !draft.text || note.text) return;
    put(d, draft);
    line(d, d.dataset.draftBack);
  }

  // Removes drafts whose week is over, and those that were kept before drafts had an owner.
  function sweep() {
    Object.keys(localStorage)
      .filter((key) => key.startsWith("amends-draft:") || (key.startsWith(DRAFT) && !read(key)))
      .forEach((key) => localStorage.removeItem(key));
  }

  // Requests: the person goes on typing and clicking while one is under way.
  let flight = null; // what is under way, what it sends, and what was clicked since
  let left = null; // what stood in the dialog that is being replaced
  let pressed = null;
  let hush = 0; // until then keys are the rest of what was typed into a field that is gone

  document.addEventListener("submit", (e) => {
    const d = e.target.closest("#dialog");
    if (!d) return;
    if (flight) {
      e.preventDefault();
      e.stopImmediatePropagation();
      const go = e.target.id === "note" && e.submitter ? e.submitter.value : null;
      if (go && (go !== "save" || !flight.note || typed(d).text !== flight.note.text)) flight.next = go;
      return;
    }
    pressed = e.submitter;
    keep(d);
    if (e.target.id === "note" && !blank(typed(d))) tell(d, e.target, "quiet", d.dataset.saving);
  }, true);

  document.addEventListener("htmx:beforeRequest", (e) => {
    const d = e.detail.target;
    if (d.id !== "dialog") return;
    flight = { xhr: e.detail.xhr, key: draftKey(d), note: e.detail.elt.id === "note" ? typed(d) : null, next: null };
  });

  document.addEventListener("htmx:beforeSwap", (e) => {
    const d = e.detail.target;
    if (d.id !== "dialog") return;
    // Where a response has gone is an answer of the dialog's, with what was typed in it.
    if ([404, 409].includes(e.detail.xhr.status) && e.detail.serverResponse.includes('id="dialog"')) {
      e.detail.shouldSwap = true;
      e.detail.isError = false;
    }
    if (!e.detail.shouldSwap) return;
    clearTimeout(wait);
    wait = null;
    const text = d.querySelector("#text");
    left = {
      key: draftKey(d), note: typed(d),
      author: text && d.querySelector("#author").defaultValue,
      caret: text && document.activeElement === text ? text.selectionEnd : null,
      steps: [...d.querySelectorAll("#case details [id]")].filter((f) => f.matches(FIELDS)),
      opened: [...d.querySelectorAll("details[id][open]")].map((o) => o.id),
    };
  });

  // What was typed after the button was pressed, without what is saved by now.
  function since(sent, now) {
    const same = now.text.trim() === sent.text.trim();
    const text = same ? "" : now.text.startsWith(sent.text) ? now.text.slice(sent.text.length).trimStart() : now.text;
    return { text, author: now.author, spoke: now.spoke && !sent.spoke };
  }

  document.addEventListener("htmx:afterSwap", (e) => {
    const d = e.target;
    if (d.id !== "dialog" || !left) return;
    const before = left;
    left = null;
    const saved = d.querySelector("[data-saved]");
    const done = flight && flight.note && saved && DRAFT + saved.dataset.saved === before.key;
    const rest = done ? since(flight.note, before.note) : before.note;
    open(d);
    if (before.key && before.key === draftKey(d)) stay(d, before, rest, done);
    else goOn(d, before, rest, saved);
  });

  // The same response again: what is not saved stays where it is, and so does the person.
  function stay(d, before, rest, done) {
    const text = d.querySelector("#text");
    const more = rest && (!blank(rest) || rest.spoke);
    if (text && rest) {
      if (!done || more) put(d, { ...rest, author: "" });
      if (before.note.author !== before.author) d.querySelector("#author").value = before.note.author;
      keep(d, true);
    }
    const saved = d.querySelector("[data-saved]");
    if (done && more && saved) saved.append(" " + d.dataset.restNotSaved);
    // A step that was taken is over: its form is as good as new. What is filled in for another one stays.
    const step = pressed && pressed.closest("#case details");
    const taken = step && !d.querySelector("#case [role=alert]") ? step.id : null;
    before.steps.filter((f) => !taken || f.closest("details").id !== taken).forEach((f) => {
      const same = d.querySelector("#" + f.id);
      if (same && f.type === "checkbox") same.checked = f.checked;
      else if (same) same.value = f.value;
    });
    before.opened.filter((id) => id !== taken).forEach((id) => { const o = d.querySelector("details#" + id); if (o) o.open = true; });
    const invalid = d.querySelector("[aria-invalid=true]");
    if (before.caret !== null && text) {
      const at = Math.max(0, before.caret - (before.note.text.length - text.value.length));
      text.focus({ preventScroll: true });
      text.setSelectionRange(at, at);
    } else if (invalid) invalid.focus();
    else if (saved && text && d.querySelector("#note:not([hidden])")) text.focus({ preventScroll: true });
    else if (!step) d.querySelector("h1").focus();
    else (d.querySelector("#case h2") || d.querySelector("h1")).focus();
  }

  // Another response: what was typed for the one before is its draft, and nothing is typed into this one by mistake.
  function goOn(d, before, rest, saved) {
    if (before.key && !blank(rest)) {
      store(before.key, rest);
      const form = d.querySelector("#note");
      if (saved) saved.append(" " + d.dataset.restKept);
      else if (form) tell(d, form, "quiet", d.dataset.allKept);
    }
    if (before.caret !== null && flight && flight.note && flight.note.text !== before.note.text) hush = Date.now() + 1500;
    scrollTo(0, 0);
    d.querySelector("h1").focus({ preventScroll: true });
  }

  // What was clicked meanwhile is clicked now, if it still is about the same response.
  function landed(swapped) {
    const { next, key } = flight;
    flight = null;
    if (swapped && next && key === draftKey(dialog())) dialog().querySelector(`.trio [value=${next}]`)?.click();
  }
  document.addEventListener("htmx:afterSettle", (e) => { if (flight && e.detail.xhr === flight.xhr) landed(true); });
  document.addEventListener("htmx:afterRequest", (e) => {
    if (flight && e.detail.xhr === flight.xhr && e.detail.target.isConnected) landed(false);
  });

  // With the focus, which this button takes along when it goes, and with it what htmx knows of who was clicked.
  function repeat(form) {
    if (!pressed) return form.requestSubmit();
    pressed.focus();
    pressed.click();
  }

  // Amends did not answer, or refused: nothing is lost, and the same button can be pressed again.
  function failed(e) {
    const d = dialog();
    if (!d) return;
    if (e.detail.xhr.status === 401) return location.reload();
    const says = d.dataset;
    const form = e.detail.elt;
    if (!form.matches("form")) return form.querySelector("[data-checks]")?.replaceChildren(says.notAnswered);
    const refused = e.detail.xhr.status >= 400 && e.detail.xhr.status < 500;
    const why = refused ? says.refused : says.notAnswered;
    const again = refused ? button(says.loadAgain, () => location.reload()) : button(says.tryAgain, () => repeat(form));
    if (form.id !== "note") tell(d, form, "urgent", [why, says.caseNotClosed, ""].join(" "), again);
    else if (blank(typed(d))) tell(d, form, "urgent", why + " ", again);
    else tell(d, form, "urgent", [why, says.noteNotSaved, ""].join(" "), again);
  }
  document.addEventListener("htmx:responseError", failed);
  document.addEventListener("htmx:sendError", failed);

  // Back leads to the list that one came from, with its filters.
  const LIST = "amends-list";
  function way(d) {
    const back = d.querySelector("[data-back]");
    if (!back) return;
    const isList = (address) => address && address.split("?")[0] === back.href.split("?")[0];
    if (isList(document.referrer)) sessionStorage.setItem(LIST, document.referrer);
    if (isList(sessionStorage.getItem(LIST))) back.href = sessionStorage.getItem(LIST);
  }

  // Escape leaves the field, then the dialog. It folds in what is folded out before.
  document.addEventListener("keydown", (e) => {
    const d = dialog();
    if (!d) return;
    if (Date.now() < hush && e.key.length === 1 && !e.target.closest(FIELDS)) {
      hush = Date.now() + 700;
      e.preventDefault();
      e.stopImmediatePropagation();
    }
    if (e.key !== "Escape" || e.isComposing || e.target.closest("details[open]")) return;
    const back = d.querySelector("[data-back]");
    if (e.target.matches(FIELDS)) e.target.blur();
    else if (back) back.click();
  }, true);

  sweep();
  const ready = () => { if (dialog()) open(dialog()); };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ready);
  else ready();
})();
