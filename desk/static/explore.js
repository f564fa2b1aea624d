"use strict";
// Search and choices over all rows. What is chosen stands in the address, so that it can be sent
// to others; the rows are loaded when somebody first chooses something.

const form = document.getElementById("explore");
const list = document.getElementById("rows");
const found = document.getElementById("found");
const below = document.getElementById("below");
const more = document.getElementById("more");
const title = document.getElementById("rows-title");
const result = found.parentElement;
const first = { rows: list.innerHTML, title: title.textContent };
const A_PAGE = 30;
const DISPUTES = ["conflict", "who_died"];
let shown = A_PAGE;
let loading = null;

document.documentElement.classList.add("js");
for (const link of document.querySelectorAll("[data-facet]")) {
  link.setAttribute("href", `?${new URLSearchParams([[link.dataset.facet, link.dataset.value]])}`);
}

function plain(words) {
  return words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

function load() {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = form.dataset.rows;
    script.onload = () => resolve(written(window.tollcheckRows));
    script.onerror = reject;
    document.head.append(script);
  });
  return loading;
}

// In cards, signs of private use stand for what cards have in common.
function written(told) {
  const signs = /[\uE000-\uE0FF]/g;
  const common = (sign) => told.common[sign.charCodeAt(0) - 0xE000];
  for (const row of told.rows) row[0] = row[0].replace(signs, common);
  return told;
}

function chosen() {
  const state = new Map(new FormData(form));
  for (const [name, value] of state) if (!value.trim()) state.delete(name);
  return state;
}

// A row is its card, and the numbers of the words and of the choices by which it is found.
function fittingRows({ rows, words, choices }, state) {
  const number = (name, value) => choices.findIndex((each) => each[0] === name && each[1] === value);
  const wanted = [...state].filter(([name, value]) => name !== "q" && value !== "all")
    .map(([name, value]) => number(name, value));
  const disputes = DISPUTES.map((kind) => number("class", kind));
  const asked = plain(state.get("q") ?? "").split(/\s+/).filter(Boolean);
  const heard = asked.map((word) => words.map((told) => told.includes(word)));
  return rows.filter(([, said, chosen]) =>
    (state.has("class") || disputes.some((kind) => chosen.includes(kind)))
    && wanted.every((choice) => chosen.includes(choice))
    && heard.every((holds) => said.some((each) => holds[each])));
}

function pageOf([html]) {
  return html.match(/ href="?([^"#>]+)/)[1];
}

function remember(state) {
  const query = new URLSearchParams([...state]).toString();
  history.replaceState(null, "", query ? `?${query}` : location.pathname);
}

// The map and the years show what is chosen: other events are dim, the year or country is marked.
function mark(state, pages) {
  for (const link of document.querySelectorAll("[data-facet]")) {
    const isChosen = state.get(link.dataset.facet) === link.dataset.value;
    if (isChosen) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  for (const pin of document.querySelectorAll(".overview a:not([data-facet])")) {
    pin.classList.toggle("off", pages !== null && !pages.has(pin.getAttribute("href")));
  }
}

async function show() {
  const state = chosen();
  result.hidden = state.size === 0;
  if (state.size === 0) {
    list.innerHTML = first.rows;
    title.textContent = first.title;
    found.textContent = "";
    below.hidden = false;
    more.hidden = true;
    mark(state, null);
    return;
  }
  const fitting = fittingRows(await load(), state);
  mark(state, new Set(fitting.map(pageOf)));
  list.innerHTML = fitting.slice(0, shown).map(([html]) => html).join("");
  const kind = form.elements.class;
  title.textContent = state.has("class")
    ? kind.options[kind.selectedIndex].text.replace(/ \([\d,]+\)$/, "") : first.title;
  found.textContent = `${fitting.length.toLocaleString("en")} found`;
  below.hidden = fitting.length > 0;
  more.hidden = fitting.length <= shown;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-facet]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const field = form.elements[link.dataset.facet];
  field.value = field.value === link.dataset.value ? "" : link.dataset.value;
  document.getElementById("facets").open = true;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  title.scrollIntoView({ block: "start" });
});

let waiting = 0;
form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    shown = A_PAGE;
    remember(chosen());
    show();
  }, 80);
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(() => { remember(new Map()); show(); }, 0));
more.querySelector("button").addEventListener("click", () => { shown += A_PAGE; show(); });

for (const [name, value] of new URLSearchParams(location.search)) {
  const field = form.elements[name];
  if (!(field instanceof HTMLElement)) continue;
  field.value = value;
  if (name !== "q") document.getElementById("facets").open = true;
}
show();
