// What the rule studio does beyond links and forms: the form follows what is chosen, and figures become a chart.
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
        label: { formatter: table.dataset.capword + " " + cap, position: "end", color: token("--urgent"), fontFamily: text.fontFamily },
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
  if (document.readyState !== "loading") draw();
})();
