"use strict";
// Keys, and words selected in the text. Every action is a link or a button on the page; a key
// only presses it, so that nothing needs the keyboard and nothing needs the mouse.

const text = document.getElementById("text");
const toolbar = document.getElementById("assign");
const help = document.getElementById("help");
const switchOff = document.getElementById("keys-off");
const OFF = "tollcheck-keys-off";
let chosen = null;

document.documentElement.classList.add("js");

function keysAreOff() {
  return localStorage.getItem(OFF) === "yes";
}

function isTyping(element) {
  return element.isContentEditable || (element.matches("input, select, textarea") &&
    element.type !== "checkbox");
}

// Characters as the server counts them: astral ones once, elements with data-length as they say.
function charactersIn(node) {
  if (node.nodeType === Node.TEXT_NODE) return Array.from(node.data).length;
  if (node.nodeType !== Node.ELEMENT_NODE) return 0;
  if (node.dataset.length !== undefined) return Number(node.dataset.length);
  return Array.from(node.childNodes).reduce((sum, child) => sum + charactersIn(child), 0);
}

function offsetOf(node, offset) {
  let count = 0;
  if (node.nodeType === Node.TEXT_NODE) {
    count = Array.from(node.data.slice(0, offset)).length;
  } else {
    for (const child of Array.from(node.childNodes).slice(0, offset)) count += charactersIn(child);
  }
  for (let at = node; at !== text; at = at.parentNode) {
    if (at.dataset && at.dataset.length !== undefined) count = 0;
    for (let left = at.previousSibling; left; left = left.previousSibling) {
      count += charactersIn(left);
    }
  }
  return Number(text.dataset.base) + count;
}

function lettersOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.dataset && node.dataset.length === "0") return "";
  return Array.from(node.childNodes).map(lettersOf).join("");
}

function readSelection() {
  const selection = document.getSelection();
  if (!text || !selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
  const words = lettersOf(range.cloneContents());
  const before = Array.from(words.match(/^\s*/)[0]).length;
  const after = Array.from(words.match(/\s*$/)[0]).length;
  const start = offsetOf(range.startContainer, range.startOffset) + before;
  const end = offsetOf(range.endContainer, range.endOffset) - after;
  return start < end ? { start, end, words: words.trim(), range: range.cloneRange() } : null;
}

function claimForm() {
  return document.querySelector("[data-claim-form]");
}

function put(name, start, end, words) {
  const form = claimForm();
  form.elements[`${name}_start`].value = start;
  form.elements[`${name}_end`].value = end;
  form.elements[`${name}_text`].value = words;
  document.getElementById(`${name}-words`).textContent = words;
}

// The server reads the words as the extraction does: "four" is 4, "about 50" is about 50.
async function readNumber(words) {
  const answer = await fetch(`/number?words=${encodeURIComponent(words)}`);
  if (!answer.ok) return;
  const read = await answer.json();
  if (read.modifier === null) return;
  const fields = claimForm().elements;
  fields.value.value = read.value ?? "";
  fields.value_to.value = read.value_to ?? "";
  fields.modifier.value = read.modifier;
}

function assign(name) {
  if (!chosen || !claimForm()) return;
  const drawer = claimForm().closest("details");
  if (drawer) drawer.open = true;
  put(name, chosen.start, chosen.end, chosen.words);
  if (name === "quantity") readNumber(chosen.words);
  if (name === "source") claimForm().elements.speaker.value = chosen.words;
  if (window.Highlight && CSS.highlights) CSS.highlights.set("assigned", new Highlight(chosen.range));
  document.getSelection().removeAllRanges();
  document.getElementById(`${name}-words`).scrollIntoView({ block: "nearest" });
}

function clear(name) {
  put(name, "", "", "");
  if (name === "source") claimForm().elements.speaker.value = "";
}

function openDrawer(name) {
  const drawer = document.getElementById(name);
  drawer.open = !drawer.open;
  if (!drawer.open) return;
  for (const other of document.querySelectorAll(".drawer[open]")) {
    if (other !== drawer) other.open = false;
  }
  const first = drawer.querySelector(
    name === "reject" ? "button" : "input:not([type=hidden]), select, textarea, button");
  if (first) first.focus();
  drawer.scrollIntoView({ block: "nearest" });
}

// Another event is found as one types; the list comes from the server, which knows all of them.
const finder = document.querySelector("[data-find]");
let asked = 0;

async function findEvents() {
  const question = ++asked;
  const answer = await fetch(`${finder.dataset.find}&q=${encodeURIComponent(finder.value)}`);
  if (!answer.ok || question !== asked) return;
  const list = document.getElementById("candidates");
  const legend = list.querySelector("legend");
  list.innerHTML = await answer.text();
  list.prepend(legend);
}

if (finder) {
  let waiting = 0;
  finder.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(findEvents, 120);
  });
  const drawer = finder.closest("details");
  if (drawer) {
    drawer.addEventListener("toggle", () => {
      if (drawer.open && !drawer.querySelector(".candidate")) findEvents();
    });
  }
}

// The place of an event: found by its name, or by a click on the map.
const placeName = document.querySelector("[data-places]");
const ground = document.getElementById("ground");
let lookedUp = 0;

async function findPlaces() {
  const question = ++lookedUp;
  const list = document.getElementById("places");
  const answer = await fetch(`${placeName.dataset.places}q=${encodeURIComponent(placeName.value)}`);
  if (!answer.ok || question !== lookedUp) return;
  list.innerHTML = await answer.text();
}

function placeAt(fields) {
  const form = document.getElementById("locate");
  for (const [name, value] of Object.entries(fields)) form.elements[name].value = value;
  showPlace();
}

// The mark moves with the numbers, so that one sees what one saves.
function showPlace() {
  const form = document.getElementById("locate");
  const map = ground.querySelector("svg");
  const { west, north, across, down } = map.dataset;
  let mark = map.querySelector(".exact, .around");
  if (!mark) {
    mark = document.createElementNS("http://www.w3.org/2000/svg", "circle");
    mark.setAttribute("r", 6);
    map.append(mark);
  }
  mark.setAttribute("class", form.elements.level.value === "place" ? "exact" : "around");
  mark.setAttribute("cx", (Number(form.elements.longitude.value) - west) * across);
  mark.setAttribute("cy", (north - Number(form.elements.latitude.value)) * down);
}

if (placeName) {
  let waiting = 0;
  placeName.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(findPlaces, 200);
  });
  document.getElementById("places").addEventListener("click", (event) => {
    const button = event.target.closest("[data-location]");
    if (!button) return;
    const { name, level, province, country, latitude, longitude } = button.dataset;
    placeAt({ place: name, level, province, country, latitude, longitude });
  });
  ground.addEventListener("click", (event) => {
    const map = ground.querySelector("svg");
    const { west, north, across, down } = map.dataset;
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(
      map.getScreenCTM().inverse());
    placeAt({
      level: "place",
      latitude: (north - at.y / down).toFixed(3),
      longitude: (Number(west) + at.x / across).toFixed(3),
    });
  });
}

// All claims of a text in its margin: decisions are sent one after the other while one reads on.
const margin = document.getElementById("margin");
let sending = Promise.resolve();
let unsent = 0;

function say() {
  document.getElementById("saving").textContent = unsent ? `Saving ${unsent} …` : "All saved.";
}

async function send(item) {
  const form = new FormData();
  form.set("csrf", margin.dataset.csrf);
  form.set("seen", item.dataset.seen);
  const address = `/claims/${item.dataset.claim}/accept-in-text`;
  const answer = await fetch(address, { method: "POST", body: form }).catch(() => null);
  const failed = !answer || !answer.ok || answer.redirected;
  item.dataset.standing = failed ? "machine" : "reviewed";
  item.querySelector(".standing").textContent =
    failed ? "not saved: open it and look again" : "checked";
  unsent -= 1;
  say();
}

function acceptItem(item) {
  if (item.dataset.standing !== "machine") return;
  item.dataset.standing = "sending";
  item.querySelector(".standing").textContent = "accepted";
  unsent += 1;
  say();
  sending = sending.then(() => send(item));
}

function acceptKey(event) {
  const items = Array.from(margin.querySelectorAll("[data-claim]"));
  const waiting = items.filter((item) => item.dataset.standing === "machine");
  if (event.key === "A") waiting.forEach(acceptItem);
  else {
    const item = document.activeElement.closest("[data-claim]") ?? waiting[0];
    if (item) acceptItem(item);
    const following = items.slice(items.indexOf(item) + 1)
      .find((other) => other.dataset.standing === "machine");
    if (following) following.querySelector("a").focus();
  }
}

if (margin) {
  window.addEventListener("beforeunload", (event) => { if (unsent) event.preventDefault(); });
  margin.addEventListener("focusin", (event) => {
    const number = event.target.dataset.number;
    const note = number && document.querySelector(`.text a.note[href="#claim-${number}"]`);
    if (note) note.scrollIntoView({ block: "nearest" });
  });
}

function showHelp() {
  const list = help.querySelector(".keys");
  list.replaceChildren();
  for (const element of document.querySelectorAll("[data-key][data-help]")) {
    const key = document.createElement("dt");
    const name = document.createElement("kbd");
    name.textContent = element.dataset.key;
    key.append(name);
    const meaning = document.createElement("dd");
    meaning.textContent = element.dataset.help;
    list.append(key, meaning);
  }
  switchOff.checked = keysAreOff();
  help.showModal();
}

function press(element) {
  if (element.tagName === "SUMMARY" || element.dataset.drawer) openDrawer(element.dataset.drawer);
  else element.click();
}

function elementFor(key) {
  const drawer = document.querySelector(".drawer[open]");
  const digit = drawer && /^[1-9]$/.test(key) && drawer.querySelector(`[data-digit="${key}"]`);
  if (digit) return digit;
  return Array.from(document.querySelectorAll("[data-key]")).find((e) => e.dataset.key === key);
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    const form = event.target.closest("form") || claimForm();
    if (form) form.requestSubmit();
    return;
  }
  if (event.key === "Escape" && !help.open) {
    const drawer = document.querySelector(".drawer[open]");
    if (drawer) { drawer.open = false; drawer.querySelector("summary").focus(); }
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || help.open) return;
  if (isTyping(event.target) || (keysAreOff() && event.key !== "?")) return;
  if (event.key === "Enter" && event.target.closest("a, button, summary")) return;
  if (margin && (event.key === "a" || event.key === "A")) {
    event.preventDefault();
    acceptKey(event);
    return;
  }
  const element = elementFor(event.key);
  if (!element) return;
  event.preventDefault();
  press(element);
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("button, summary");
  if (!button) return;
  if (button.dataset.assign) assign(button.dataset.assign);
  else if (button.dataset.clear) clear(button.dataset.clear);
  else if (button.dataset.open === "help") showHelp();
  else if (button.dataset.drawer && button.tagName === "BUTTON") openDrawer(button.dataset.drawer);
});

document.addEventListener("selectionchange", () => {
  const found = readSelection();
  if (found) chosen = found;
  if (toolbar) toolbar.hidden = !found || !claimForm();
});

// A press on the toolbar must not lose the selection that it is about.
if (toolbar) toolbar.addEventListener("pointerdown", (event) => event.preventDefault());

switchOff.addEventListener("change", () => {
  localStorage.setItem(OFF, switchOff.checked ? "yes" : "no");
});

for (const form of document.forms) {
  form.addEventListener("submit", () => {
    for (const button of form.querySelectorAll("button")) {
      setTimeout(() => { button.disabled = true; }, 0);
    }
  });
}

window.addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll("button[disabled]")) button.disabled = false;
});

const here = text && text.querySelector("mark.quantity");
if (here && window.matchMedia("(min-width: 58rem)").matches &&
    here.getBoundingClientRect().bottom > window.innerHeight) {
  here.scrollIntoView({ block: "center" });
}
