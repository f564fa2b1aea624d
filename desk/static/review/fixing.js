"use strict";
// In a text with all its claims, a part of one is put right there: press the part, click its words.

import { save } from "./saving.js";
import { arm, takeSelection } from "./selection.js";
import { settle } from "./standing.js";

let item = null;
let words = null;

function form() {
  return document.getElementById("fix");
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
  words = null;
  if (!form()) return;
  form().querySelector("[data-taken]").hidden = true;
  if (form().querySelector("[aria-pressed=true]")) arm(form().querySelector("[aria-pressed=true]"));
  if (window.Highlight && CSS.highlights) CSS.highlights.delete("assigned");
}

export function fixingKey(key) {
  const button = form() && form().querySelector(`[data-part][data-key="${CSS.escape(key)}"]`);
  if (!button || !item) return false;
  if (!takeSelection(button.dataset.part)) arm(button);
  return true;
}

export function stopFixing() {
  if (!words && !(form() && form().querySelector("[aria-pressed=true]"))) return false;
  leave();
  item.querySelector("a").focus();
  return true;
}

document.addEventListener("words", (event) => {
  if (!form() || !item) return;
  words = event.detail;
  const taken = form().querySelector("[data-taken]");
  const part = form().querySelector(`[data-part="${words.name}"]`);
  taken.hidden = false;
  taken.querySelector("output").textContent = `${part.dataset.name}: ${words.words}`;
  taken.querySelector("button").focus({ preventScroll: true });
});

// The marks in the text and the sentence in the margin come from the server, which knows both.
async function readAnew(fixed) {
  const answer = await fetch(window.location.pathname);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const anew = page.querySelector(`[data-claim="${fixed.dataset.claim}"]`);
  document.getElementById("text").innerHTML = page.getElementById("text").innerHTML;
  if (!anew) return;
  fixed.querySelector("a").textContent = anew.querySelector("a").textContent;
  for (const field of fixed.querySelectorAll("[name=seen]")) field.value = anew.dataset.seen;
  fixed.dataset.seen = anew.dataset.seen;
}

async function fix(submitter) {
  const fixed = item;
  const fields = form().elements;
  fields.seen.value = fixed.dataset.seen;
  fields.part.value = words.name;
  fields.start.value = words.start;
  fields.end.value = words.end;
  form().setAttribute("action", `/claims/${fixed.dataset.claim}/part`);
  const settled = settle([fixed], save(form(), submitter), "corrected");
  leave();
  fixed.querySelector("a").focus();
  if (await settled !== null) await readAnew(fixed);
}

document.addEventListener("submit", (event) => {
  if (event.target !== form() || event.defaultPrevented) return;
  event.preventDefault();
  if (words) fix(event.submitter);
});
