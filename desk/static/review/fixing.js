"use strict";
// In a text with all its claims, a part of one is put right there: press the part, then click its
// words, or choose what it should be.

import { save } from "./saving.js";
import { arm, takeSelection } from "./selection.js";
import { settle } from "./standing.js";

let item = null;
let words = null;

function form() {
  return document.getElementById("fix");
}

function pressed() {
  return form() && form().querySelector("[aria-pressed=true]");
}

function partNamed(name) {
  return form().querySelector(`[data-part="${name}"]`);
}

// One row of parts serves all claims: it stands beneath the one in focus.
export function follow(other) {
  if (!form() || other === item) return;
  leave();
  item = other;
  item.querySelector("div").append(form());
  form().hidden = false;
}

function leave() {
  if (!item) return;
  if (pressed()) arm(pressed());
  else offer(null);
  if (window.Highlight && CSS.highlights) CSS.highlights.delete("assigned");
}

export function fixingKey(key) {
  if (!form() || !item) return false;
  const choice = form().querySelector(`[data-for]:not([hidden]) [data-digit="${CSS.escape(key)}"]`);
  const part = form().querySelector(`[data-part][data-key="${CSS.escape(key)}"]`);
  if (choice) choice.click();
  else if (part && (part.dataset.chosen !== undefined || !takeSelection(part.dataset.part))) arm(part);
  return Boolean(choice ?? part);
}

export function stopFixing() {
  if (!words && !pressed()) return false;
  leave();
  item.querySelector("a").focus();
  return true;
}

// What is chosen or filled in rather than clicked is shown as it is now.
function offer(name) {
  const { elements } = form();
  words = null;
  for (const row of form().querySelectorAll("[data-for]")) row.hidden = row.dataset.for !== name;
  for (const choice of form().querySelectorAll("[name=harm]")) {
    choice.disabled = choice.value === item.dataset.harm;
  }
  for (const said of item.querySelectorAll("[data-of]")) {
    said.classList.toggle("pressed", said.dataset.of === name);
  }
  elements.event_date_from.value = item.dataset.from;
  elements.event_date_to.value = item.dataset.to;
  elements.part.value = name ?? "";
  elements.start.value = elements.end.value = "";
  const taken = form().querySelector("[data-taken]");
  taken.hidden = !form().querySelector("[data-for]:not([hidden]) input");
  taken.querySelector("output").textContent = "";
}

document.addEventListener("armed", (event) => {
  if (form() && item) offer(event.detail);
});

document.addEventListener("words", (event) => {
  if (!form() || !item) return;
  const { name, start, end } = event.detail;
  if (form().elements.part.value !== name) offer(name);
  words = event.detail.words;
  form().elements.start.value = start;
  form().elements.end.value = end;
  const taken = form().querySelector("[data-taken]");
  taken.hidden = false;
  taken.querySelector("output").textContent = `${partNamed(name).dataset.name}: ${words}`;
  taken.querySelector("button").focus({ preventScroll: true });
});

// Words of the claim's own sentence are pressed as its parts are; the sentence is a link, too,
// which Enter opens. Before others follow the link: they would open it.
document.addEventListener("click", (event) => {
  const said = event.target.closest("#margin [data-of]");
  const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
  if (!said || !form() || elsewhere || event.detail === 0) return;
  event.preventDefault();
  said.closest("a").focus();
  arm(partNamed(said.dataset.of));
}, true);

// The marks in the text and the sentence in the margin come from the server, which knows both.
async function readAnew(fixed) {
  const answer = await fetch(window.location.pathname);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const anew = page.querySelector(`[data-claim="${fixed.dataset.claim}"]`);
  document.getElementById("text").innerHTML = page.getElementById("text").innerHTML;
  if (!anew) return;
  fixed.querySelector("a").replaceChildren(...anew.querySelector("a").childNodes);
  for (const field of fixed.querySelectorAll("[name=seen]")) field.value = anew.dataset.seen;
  for (const name of ["seen", "harm", "from", "to"]) fixed.dataset[name] = anew.dataset[name];
}

async function fix(submitter) {
  const fixed = item;
  form().elements.seen.value = fixed.dataset.seen;
  form().setAttribute("action", `/claims/${fixed.dataset.claim}/part`);
  const settled = settle([fixed], save(form(), submitter), "corrected");
  leave();
  fixed.querySelector("a").focus();
  if (await settled !== null) await readAnew(fixed);
}

document.addEventListener("submit", (event) => {
  if (event.target !== form() || event.defaultPrevented) return;
  event.preventDefault();
  fix(event.submitter);
});
