// Parts of a page are asked for anew while a person goes on working: what is typed, chosen, clicked, and where, stays.
// What was typed since the request is put back by name; what is clicked waits for the new part.
"use strict";

(() => {
  const flights = new Map(); // by request: what it is about, and what has happened since it was sent

  // The dialog of notes is about another customer after each swap, and keeps its own drafts.
  const fields = (place) => [...place.querySelectorAll("input:not([type=hidden]), select, textarea")].filter((f) => f.form && f.name && !f.closest("#dialog"));
  const ticked = (f) => f.type === "checkbox" || f.type === "radio";
  const key = (f) => [f.form.getAttribute("action"), f.name, ticked(f) ? f.value : ""].join(" ");
  const state = (f) => (ticked(f) ? f.checked : f.value);
  const states = (place, of) => new Map(fields(place).map((f) => [key(f), of(f)]));
  const changed = (place, before) => new Map([...states(place, state)].filter(([k, v]) => before.has(k) && before.get(k) !== v));

  // As the server wrote it.
  function written(f) {
    if (ticked(f)) return f.defaultChecked;
    if (f.tagName !== "SELECT") return f.defaultValue;
    const chosen = [...f.options].find((o) => o.defaultSelected) || f.options[0];
    return chosen ? chosen.value : "";
  }

  function put(place, typed) {
    fields(place).filter((f) => typed.has(key(f))).forEach((f) => {
      const value = typed.get(key(f));
      if (ticked(f)) f.checked = value;
      else if (f.tagName !== "SELECT" || [...f.options].some((o) => o.value === value)) f.value = value;
    });
  }

  // Where the person is, so that it can be found again in what replaces it.
  function whereabouts(place) {
    const at = document.activeElement;
    if (!at || !place.contains(at)) return null;
    const named = at.name && `[name="${CSS.escape(at.name)}"]` + (ticked(at) || at.tagName === "BUTTON" ? `[value="${CSS.escape(at.value)}"]` : "");
    const as = at.id ? "#" + CSS.escape(at.id) : named || (at.matches("a[href]") && `a[href="${CSS.escape(at.getAttribute("href"))}"]`);
    return as ? { as, from: at.selectionStart, to: at.selectionEnd } : null;
  }

  function goTo(place, there) {
    const at = there && place.querySelector(there.as);
    if (!at) return;
    at.focus({ preventScroll: true });
    if (typeof there.from === "number" && at.setSelectionRange) at.setSelectionRange(there.from, there.to);
  }

  // For a part that is replaced without a request of htmx: what differs from what the server wrote is the person's.
  window.amendsKeep = (place) => {
    const typed = changed(place, states(place, written));
    const there = whereabouts(place);
    return (fresh) => { put(fresh, typed); goTo(fresh, there); };
  };

  const over = (element) => [...flights.values()].find((f) => f.place.contains(element));
  const step = (button) => (button && button.value) || "";
  // These give conditions other numbers: what is clicked after them by its old number could hit another one.
  const renumbers = (button) => /^(remove|up|down|copy):/.test(step(button));
  const safe = (button) => !button || /^(save|show|(add|group):when)$/.test(step(button)) || !step(button).includes(":");

  function again(form, button) {
    const action = form.getAttribute("action");
    return (place) => {
      const same = [...place.querySelectorAll("form"), ...(place.matches("form") ? [place] : [])].find((f) => f.getAttribute("action") === action);
      if (!same) return;
      const its = button && [...same.querySelectorAll("button")].find((b) => b.name === button.name && b.value === button.value && b.textContent === button.textContent);
      if (its) its.click();
      else if (!button) same.requestSubmit();
    };
  }

  document.addEventListener("submit", (e) => {
    const flight = !e.target.closest("#dialog") && over(e.target);
    if (!flight) return;
    e.preventDefault();
    e.stopImmediatePropagation();
    if ([flight.step, ...flight.steps].some(renumbers) && !safe(e.submitter)) return;
    if (step(e.submitter) === "show" && flight.steps.some((s) => step(s) === "show")) return;
    flight.steps.push(e.submitter);
    flight.next.push(again(e.target, e.submitter));
  }, true);

  document.addEventListener("click", (e) => {
    const link = e.target.closest("#report a[href]");
    if (!link || e.ctrlKey || e.metaKey || e.shiftKey) return;
    if (link.closest("[hx-boost=false]") && !link.hasAttribute("download")) return; // a list to save is that of the new part
    const flight = over(link);
    if (!flight) return;
    e.preventDefault();
    e.stopImmediatePropagation();
    const words = link.firstChild && link.firstChild.textContent.trim();
    flight.next.push((place) => {
      const same = [...place.querySelectorAll("a[href]")].find((a) => (link.id ? a.id === link.id : a.firstChild && a.firstChild.textContent.trim() === words));
      if (same) same.click();
    });
  }, true);

  document.addEventListener("htmx:beforeRequest", (e) => {
    const place = e.detail.target;
    const event = e.detail.requestConfig.triggeringEvent;
    // What a form sends is the server's from now on; what stands in others it has never heard.
    const before = states(place, (f) => (f.form === e.detail.elt ? state(f) : written(f)));
    flights.set(e.detail.xhr, { place, before, at: document.activeElement, step: event && event.submitter, form: e.detail.elt, steps: [], next: [], typed: new Map(), there: null, swapped: false });
    place.setAttribute("aria-busy", "true");
  });

  // In the middle of a date there is no value yet: the new part waits until the field is left. Enter ends a date as well.
  function unfinished(place, before) {
    const at = document.activeElement;
    return at && place.contains(at) && /^(date|time)$/.test(at.type) && at.form && (at.validity.badInput || before.get(key(at)) !== state(at)) ? at : null;
  }

  document.addEventListener("htmx:beforeSwap", (e) => {
    const flight = flights.get(e.detail.xhr);
    if (!flight || !e.detail.shouldSwap || !flight.place.isConnected) return;
    const retry = flight.form.matches("form") && again(flight.form, flight.step);
    const date = !flight.steps.length && unfinished(flight.place, flight.before);
    flight.typed = changed(flight.place, flight.before);
    if (retry && date && e.detail.xhr.status === 200) {
      e.detail.shouldSwap = false;
      date.addEventListener("focusout", () => setTimeout(() => date.isConnected && retry(flight.form.parentElement)), { once: true });
    } else if (retry && flight.typed.size && renumbers(flight.step)) {
      e.detail.shouldSwap = false; // asked again with what was typed, so that it stays with its condition
      flight.next.unshift(retry);
      flight.repeat = true;
    }
    flight.there = whereabouts(flight.place);
    flight.moved = flight.typed.size > 0 || (flight.there && document.activeElement !== flight.at);
  });

  document.addEventListener("htmx:afterSwap", (e) => {
    const flight = flights.get(e.detail.xhr);
    if (!flight || flight.swapped) return;
    flight.swapped = true;
    flight.place = e.target;
    put(e.target, flight.typed);
    if (flight.moved) e.target.dataset.kept = ""; // nothing else takes the focus
    // The focus of a page's begin is not that of its form shown again.
    if (flight.form.matches("form")) e.target.querySelectorAll("[autofocus]").forEach((f) => f.removeAttribute("autofocus"));
    if (flight.moved || document.activeElement === document.body) goTo(e.target, flight.there);
  });

  function landed(flight, xhr) {
    flights.delete(xhr);
    flight.place.removeAttribute("aria-busy");
    flight.next.forEach((click) => flight.place.isConnected && click(flight.place));
  }

  document.addEventListener("htmx:afterSettle", (e) => {
    const flight = flights.get(e.detail.xhr);
    if (flight && flight.swapped) landed(flight, e.detail.xhr);
  });

  // Without a swap nothing settles; what was clicked for the new part is dropped with it, but for a repetition.
  document.addEventListener("htmx:afterRequest", (e) => {
    const flight = flights.get(e.detail.xhr);
    if (!flight || flight.swapped) return;
    if (!flight.repeat) flight.next = [];
    setTimeout(() => landed(flight, e.detail.xhr));
  });
})();
