// What a sample makes is shown beside it while somebody types: the server says it, as it does by the button without scripts.
"use strict";

(() => {
  const PAUSE = 500;
  const form = () => document.querySelector("form[data-live]");
  let waiting;
  let asked;

  // Only what is said changes: what somebody types in stays as it is.
  function show(page) {
    page.querySelectorAll("[data-news]").forEach((news) => {
      const before = document.getElementById(news.id);
      if (before && before.innerHTML !== news.innerHTML) before.innerHTML = news.innerHTML;
    });
    form().querySelectorAll("input[id]").forEach((field) => {
      const now = page.getElementById(field.id);
      if (now) field.toggleAttribute("aria-invalid", now.hasAttribute("aria-invalid"));
      if (field.hasAttribute("aria-invalid")) field.setAttribute("aria-invalid", "true");
    });
  }

  async function look() {
    if (asked) asked.abort();
    asked = new AbortController();
    const { signal } = asked;
    const body = new URLSearchParams(new FormData(form()));
    body.set("do", "try");
    body.set("live", "yes");
    const answer = await fetch(form().action, { method: "POST", body, signal, headers: { "HX-Request": "true" } }).catch(() => null);
    if (signal.aborted) return;
    const page = answer && !answer.redirected && new DOMParser().parseFromString(await answer.text(), "text/html");
    if (signal.aborted) return;
    if (page && page.querySelector("[data-news]")) return show(page);
    const says = document.querySelector("#made [role=status]");
    says.textContent = says.closest("[data-not-answered]").dataset.notAnswered;
  }

  document.addEventListener("input", (e) => {
    if (!form() || e.target.form !== form()) return;
    clearTimeout(waiting);
    waiting = setTimeout(look, PAUSE);
  });
})();
