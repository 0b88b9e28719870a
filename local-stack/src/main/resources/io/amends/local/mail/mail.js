"use strict";
const $ = (id) => document.getElementById(id);
const make = (tag, text, attributes) => {
  const element = document.createElement(tag);
  if (text !== undefined && text !== null) element.textContent = text;
  Object.assign(element, attributes || {});
  return element;
};
const person = (address) => address ? (address.Name ? `${address.Name} <${address.Address}>` : address.Address) : "unknown";
const people = (list) => (list || []).map(person).join(", ");
const exact = (time) => new Date(time).toLocaleString(undefined, { dateStyle: "full", timeStyle: "short" });
const ago = (time) => {
  const minutes = Math.floor((Date.now() - new Date(time)) / 60000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${minutes} min ago`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h ago`;
  return new Date(time).toLocaleDateString(undefined, { day: "numeric", month: "short" });
};
const size = (bytes) => bytes < 1024 ? `${bytes} B` : bytes < 1048576 ? `${Math.round(bytes / 1024)} kB` : `${(bytes / 1048576).toFixed(1)} MB`;

let mails = [];
let drawn = "";

const chosen = () => decodeURIComponent(location.hash.slice(1));
const shown = () => {
  const words = $("search").value.trim().toLowerCase();
  return words ? mails.filter((m) => `${m.Subject} ${people(m.To)} ${person(m.From)} ${m.Snippet}`.toLowerCase().includes(words)) : mails;
};

function draw() {
  const list = shown();
  $("none").hidden = mails.length > 0;
  $("count").textContent = mails.length === 0 ? "No mail" : `${mails.length} ${mails.length === 1 ? "mail" : "mails"}, ${mails.filter((m) => !m.Read).length} unread` + (list.length === mails.length ? "" : `, ${list.length} found`);
  const state = JSON.stringify([list.map((m) => [m.ID, m.Read, ago(m.Created)]), chosen()]);
  if (state === drawn) return;
  drawn = state;
  $("list").replaceChildren(...list.map((m) => {
    const link = make("a", null, { href: `#${m.ID}` });
    if (m.ID === chosen()) link.setAttribute("aria-current", "true");
    const line = make("div", null, { className: "line" });
    line.append(make("span", people(m.To)), make("time", ago(m.Created), { title: exact(m.Created), dateTime: m.Created }));
    link.append(line, make("div", m.Subject || "(no subject)", { className: "subject" }), make("div", m.Snippet, { className: "snippet" }));
    const item = make("li", null, { className: m.Read ? "" : "new" });
    item.append(link);
    return item;
  }));
}

async function refresh() {
  try {
    mails = (await (await fetch("/api/v1/messages?limit=500")).json()).messages;
    $("failed").hidden = true;
  } catch {
    $("failed").hidden = false;
  }
  draw();
}

function body(mail, kind) {
  if (kind === "html") {
    const frame = make("iframe", null, { src: `/view/${mail.ID}.html`, title: "The mail's content" });
    frame.setAttribute("sandbox", "allow-popups allow-popups-to-escape-sandbox");
    return frame;
  }
  return make("pre", mail.Text, { dir: "auto" });
}

async function open() {
  const id = chosen();
  document.body.classList.toggle("reading", Boolean(id));
  if (!id) { draw(); return; }
  const answer = await fetch(`/api/v1/message/${encodeURIComponent(id)}`);
  const pane = $("mail");
  if (!answer.ok) {
    pane.replaceChildren(make("p", "This mail is not here any more.", { className: "hint muted" }));
    return;
  }
  const mail = await answer.json();
  const known = mails.find((m) => m.ID === mail.ID);
  if (known) known.Read = true;
  const head = make("div", null, { className: "head" });
  const facts = make("dl");
  for (const [name, value] of [["From", person(mail.From)], ["To", people(mail.To)], ["Cc", people(mail.Cc)], ["Date", exact(mail.Date)]]) {
    if (value) facts.append(make("dt", name), make("dd", value));
  }
  head.append(make("a", "All mails", { href: "#", className: "back" }), make("h2", mail.Subject || "(no subject)", { dir: "auto" }), facts);
  if (mail.Attachments.length) {
    const row = make("p", null, { className: "attachments" });
    row.append(...mail.Attachments.map((a) => make("a", `${a.FileName || a.ContentType} · ${size(a.Size)}`,
      { href: `/api/v1/message/${mail.ID}/part/${a.PartID}`, target: "_blank", rel: "noopener" })));
    head.append(row);
  }
  const tabs = make("p", null, { className: "tabs" });
  const show = (kind) => {
    tabs.querySelectorAll("button").forEach((b) => b.setAttribute("aria-pressed", String(b.value === kind)));
    pane.replaceChildren(head, body(mail, kind));
  };
  for (const [kind, name, there] of [["html", "Formatted", mail.HTML], ["text", "Plain text", mail.Text]]) {
    if (there) tabs.append(make("button", name, { value: kind, type: "button", onclick: () => show(kind) }));
  }
  tabs.append(make("a", "Raw", { href: `/api/v1/message/${mail.ID}/raw`, target: "_blank", rel: "noopener" }));
  head.append(tabs);
  show(mail.HTML ? "html" : "text");
  draw();
}

function move(step) {
  const list = shown();
  if (!list.length) return;
  const at = list.findIndex((m) => m.ID === chosen());
  location.hash = list[Math.min(Math.max(at + step, 0), list.length - 1)].ID;
}

addEventListener("hashchange", open);
addEventListener("keydown", (event) => {
  if (event.target.tagName === "INPUT") {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "j") move(1);
  if (event.key === "k") move(-1);
  if (event.key === "Escape") location.hash = "";
  if (event.key === "/") { event.preventDefault(); $("search").focus(); }
});
$("search").addEventListener("input", draw);
const ask = (asking) => { $("empty").hidden = asking; $("sure").hidden = !asking; };
$("empty").addEventListener("click", () => { ask(true); $("no").focus(); });
$("no").addEventListener("click", () => ask(false));
$("yes").addEventListener("click", async () => { await fetch("/api/v1/messages", { method: "DELETE" }); ask(false); location.hash = ""; $("mail").replaceChildren(); refresh(); });
refresh().then(open);
setInterval(refresh, 3000);
