// What the rule studio does beyond links and forms: the form follows what is chosen, and figures become a chart.
// What it says stands in attributes of the page, which the server fills in its language; a # is a number or a time.
"use strict";

(() => {
  const ECHARTS = "/_static/echarts/5.6.0/dist/echarts.common.min.js";

  // Another kind, measure or comparison takes other fields: the server shapes the form.
  document.addEventListener("change", (e) => {
    if (e.target.matches("[data-reshape]")) e.target.form.querySelector("[data-show]").click();
  });
  document.addEventListener("input", (e) => {
    if (e.target.matches("[data-own-text]")) e.target.form.querySelector("[data-own]").checked = true;
  });
  // Escape leaves a form, but never one with something typed.
  let typed = false;
  document.addEventListener("input", (e) => { typed = typed || !!e.target.closest("#studio form[method=post]"); });
  document.addEventListener("htmx:afterSettle", () => { typed = typed && !!document.querySelector("#studio [data-close]"); });
  document.addEventListener("keydown", (e) => {
    if (e.key === "Escape" && !typed && !document.querySelector("details.pop[open]") && !e.target.closest("input, textarea, select, details")) {
      const out = document.querySelector("[data-close]");
      if (out) out.click();
    }
  });

  // What is not saved yet stays on this machine for seven days, and belongs to who wrote it: leaving a form loses nothing.
  const DRAFT = "amends-rule:";
  const SENT = "amends-rule-sent";
  const WEEK = 7 * 24 * 3600 * 1000;
  const begun = new Map(); // by draft: the form as it was when the person came to it
  const key = (form) => DRAFT + form.dataset.draft;
  const body = (form) => new URLSearchParams(new FormData(form)).toString();

  function read(kept) {
    try {
      const draft = JSON.parse(localStorage.getItem(kept));
      return draft && Date.now() - draft.at < WEEK ? draft : null;
    } catch { return null; }
  }

  function ago(at, says) {
    const minutes = Math.round((Date.now() - at) / 60000);
    if (minutes < 1) return says.justNow;
    if (minutes < 60) return says.minutes.replace("#", minutes);
    return minutes < 1440 ? says.hours.replace("#", Math.round(minutes / 60)) : new Date(at).toLocaleDateString(document.documentElement.lang);
  }

  const lineOf = (form) => form.querySelector("[data-draft-line]");

  function line(form, words) {
    const place = lineOf(form);
    const discard = document.createElement("button");
    discard.type = "button"; discard.className = "plain"; discard.textContent = place.dataset.discard;
    discard.addEventListener("click", () => { localStorage.removeItem(key(form)); location.assign(form.getAttribute("action")); });
    place.replaceChildren(...(words ? [words, discard] : []));
  }

  function keep(form) {
    const now = body(form);
    if (now === begun.get(key(form))) { localStorage.removeItem(key(form)); return line(form, ""); }
    try { localStorage.setItem(key(form), JSON.stringify({ body: now, at: Date.now() })); } catch { return; } // too long for this browser
    if (!lineOf(form).textContent) line(form, lineOf(form).dataset.kept);
  }

  function back(form, draft) {
    const says = lineOf(form).dataset;
    typed = true;
    line(form, says.back.replace("#", ago(draft.at, says)));
  }

  // A rule's form has the shape that its conditions need: the server makes it from the draft.
  async function restore(form, draft) {
    if (!form.querySelector("[data-show]")) {
      const was = new URLSearchParams(draft.body);
      [...form.elements].filter((f) => f.name && f.tagName !== "BUTTON").forEach((f) => {
        if (f.type === "checkbox") f.checked = was.has(f.name);
        else f.value = was.get(f.name) ?? f.value;
      });
      return back(form, draft);
    }
    const headers = { "Content-Type": "application/x-www-form-urlencoded", "HX-Request": "true" };
    const answer = await fetch(form.getAttribute("action"), { method: "POST", headers, body: draft.body + "&do=show" }).catch(() => null);
    if (!answer || !answer.ok || !form.isConnected) return;
    const studio = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#studio");
    const place = form.closest("#studio");
    const shaped = studio && studio.querySelector("form[data-draft]");
    if (!shaped || !place || place.ariaBusy) return;
    shaped.dataset.ready = "1";
    const typedSince = window.amendsKeep(place);
    place.replaceWith(studio);
    typedSince(studio);
    window.htmx && window.htmx.process(studio);
    back(shaped, draft);
  }

  function drafts(step) {
    const form = document.querySelector("#studio form[data-draft]");
    const sent = sessionStorage.getItem(SENT);
    sessionStorage.removeItem(SENT);
    if (sent && !form && document.querySelector("#studio .banner.done")) localStorage.removeItem(sent);
    if (!form || form.dataset.ready) return;
    form.dataset.ready = "1";
    if (step && begun.has(key(form))) return keep(form);
    begun.set(key(form), body(form));
    const draft = read(key(form));
    if (draft && draft.body !== body(form)) restore(form, draft);
  }

  const drafted = (e) => e.target.closest && e.target.closest("#studio form[data-draft]");
  ["input", "change"].forEach((name) => document.addEventListener(name, (e) => { if (drafted(e)) keep(drafted(e)); }));
  document.addEventListener("submit", (e) => {
    if (drafted(e) && (!e.submitter || e.submitter.name !== "do" || e.submitter.value === "save")) sessionStorage.setItem(SENT, key(e.target));
  });
  document.addEventListener("click", (e) => {
    if (e.isTrusted && drafted(e) && e.target.closest("[data-close]")) localStorage.removeItem(key(drafted(e)));
  });
  Object.keys(localStorage).filter((k) => k.startsWith(DRAFT) && !read(k)).forEach((k) => localStorage.removeItem(k));
  document.addEventListener("htmx:afterSettle", (e) => drafts(e.detail.requestConfig && e.detail.requestConfig.verb === "post"));
  document.addEventListener("DOMContentLoaded", () => drafts(false));

  // Where the focus was within what is replaced, and finds no place there, it goes on at the heading and not at the page's top.
  let within = false;
  document.addEventListener("htmx:beforeSwap", (e) => { within = e.detail.target.contains(document.activeElement) && document.activeElement !== document.body; });
  document.addEventListener("htmx:afterSettle", () => {
    const heading = within && document.activeElement === document.body && document.querySelector("#studio h1");
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  });

  let charts;
  function load() {
    charts = charts || new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = ECHARTS;
      script.onload = () => done(window.echarts);
      script.onerror = failed;
      document.head.append(script);
    });
    return charts;
  }

  const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  // The chart says what the table says, and takes its figures from there.
  function option(table) {
    const days = [...table.querySelectorAll("tbody tr")];
    const cap = table.dataset.cap;
    const highest = Math.max(...days.map((d) => Math.max(d.dataset.b, d.dataset.a)));
    const text = { color: token("--muted"), fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 12 };
    const bars = (name, of, color, more) => ({ name, type: "bar", data: days.map((d) => Number(d.dataset[of])), itemStyle: { color, borderRadius: [2, 2, 0, 0], ...more }, barMaxWidth: 18, barGap: "8%" });
    const series = [
      bars(table.dataset.before, "b", token("--edge")),
      bars(table.dataset.after, "a", token("--accent")),
    ];
    if (cap) {
      series[1].markLine = {
        silent: true, symbol: "none", lineStyle: { color: token("--urgent"), type: "dashed", width: 1.5 },
        label: { formatter: table.dataset.capLine, position: "end", color: token("--urgent"), fontFamily: text.fontFamily },
        data: [{ yAxis: Number(cap) }],
      };
    }
    return {
      animation: false, textStyle: text,
      grid: { left: 4, right: cap ? 56 : 8, top: 40, bottom: 4, containLabel: true },
      legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: { ...text, color: token("--text"), fontSize: 13 } },
      // Drawn into the canvas: a box of HTML would need styles that the page's policy refuses.
      tooltip: { trigger: "axis", renderMode: "richText", axisPointer: { type: "shadow" }, backgroundColor: token("--raised"), borderColor: token("--line"), textStyle: { ...text, color: token("--text") } },
      xAxis: { type: "category", data: days.map((d) => d.dataset.day), axisTick: { show: false }, axisLine: { lineStyle: { color: token("--line") } }, axisLabel: { ...text, hideOverlap: true } },
      yAxis: { type: "value", minInterval: 1, max: Number(cap) > highest ? Math.ceil(Number(cap) * 1.2) : null, splitLine: { lineStyle: { color: token("--line") } }, axisLabel: text },
      series,
    };
  }

  function draw() {
    const place = document.querySelector("[data-chart]:not([data-drawn])");
    const table = document.querySelector("[data-figures]");
    if (!place || !table) return;
    place.dataset.drawn = "1";
    load().then((echarts) => {
      place.hidden = false;
      const chart = echarts.init(place, null, { renderer: "canvas" });
      const paint = () => place.isConnected && chart.setOption(option(table), true);
      paint();
      addEventListener("resize", () => place.isConnected && chart.resize());
      matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
    }).catch(() => { document.querySelector(".astable").open = true; });
  }

  document.addEventListener("htmx:afterSettle", draw);
  document.addEventListener("DOMContentLoaded", draw);
  if (document.readyState !== "loading") { draw(); drafts(false); }
})();
