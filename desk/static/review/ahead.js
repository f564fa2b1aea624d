"use strict";
// The next claims of the queue are loaded before they are asked for: a decision shows the next
// one at once, and is saved meanwhile.

import { lookAtRefused, save, show } from "./saving.js";

const pages = new Map();
const decided = new Set();

function bench() {
  return document.querySelector("[data-ahead]");
}

function coming() {
  return bench().dataset.ahead.split(" ").filter((name) => name && !decided.has(name));
}

function load(address) {
  if (!pages.has(address)) {
    pages.set(address, fetch(address, { headers: { "X-Ahead": "yes" } })
      .then((answer) => (answer.ok && !answer.redirected ? answer.text() : null))
      .catch(() => null));
  }
  return pages.get(address);
}

// Mostly all that is shown is accepted at once: what then comes is loaded before the others.
function mostLikelyFirst(names) {
  const shown = Array.from(document.querySelectorAll("[data-together]"),
    (form) => form.dataset.together).join(" ").split(" ");
  const beyond = names.find((name) => !shown.includes(name));
  return beyond ? [beyond, ...names.filter((name) => name !== beyond)] : names;
}

async function loadAhead() {
  if (bench()) for (const name of mostLikelyFirst(coming())) await load(`/claims/${name}`);
}

async function go(address, message) {
  const html = await load(address);
  pages.delete(address);
  if (!html) {
    window.location.href = address;
    return;
  }
  show(html, address);
  const told = document.querySelector("main > .message");
  told.textContent = message;
  told.hidden = !message;
}

// A correction is waited for: where it does not fit, it is shown again with what was filled in.
async function decide(form, submitter) {
  const name = bench().dataset.claim;
  const names = [name, ...(form.dataset.together ?? "").split(" ").filter(Boolean)];
  for (const each of names) decided.add(each);
  const saved = save(form, submitter).then((told) => {
    if (told === null) for (const each of names) decided.delete(each);
    else if (told.repeats) tellRepeat(told.repeats);
    return told;
  });
  if (form.dataset.awaited !== undefined && await saved === null) {
    lookAtRefused();
    return;
  }
  const [next] = coming();
  const reason = submitter && submitter.value ? `: ${submitter.value}` : "";
  if (next) await go(`/claims/${next}`, `${form.dataset.done}${reason}.`);
  else if (await saved) window.location.href = "/";
  else lookAtRefused();
}

// What the last correction changed, so that `r` does the same to the claim that is shown.
let lastRepeat = "";

function tellRepeat(words) {
  lastRepeat = words;
  const told = document.getElementById("to-repeat");
  if (told && words) told.textContent = words;
  if (told && words) told.closest("form").hidden = false;
}

document.addEventListener("submit", (event) => {
  if (!bench() || event.defaultPrevented || !event.target.matches("[data-background]")) return;
  event.preventDefault();
  decide(event.target, event.submitter);
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-swap]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go(link.getAttribute("href"), "");
});

// A page that was loaded ahead shows other claims of its text; what is decided meanwhile goes.
function leaveOutDecided() {
  for (const item of document.querySelectorAll(".beside [data-other]")) {
    if (decided.has(item.dataset.other)) item.remove();
  }
  for (const group of document.querySelectorAll("[data-sentence], .beside")) {
    if (!group.querySelector("[data-other]")) group.remove();
  }
  for (const form of document.querySelectorAll("[data-together]")) {
    const left = form.dataset.together.split(" ").filter((name) => !decided.has(name));
    form.dataset.together = left.join(" ");
    for (const sent of form.querySelectorAll("[name=claim]")) {
      if (decided.has(sent.value)) sent.remove();
    }
  }
  const text = document.querySelector(".rest");
  if (text && !text.querySelector("[data-sentence]")) text.remove();
  const alone = document.querySelector("[data-key=i]");
  if (alone && !document.querySelector(".panel > .beside")) becomeOnly(alone);
}

function becomeOnly(button) {
  document.querySelector("[data-together]").remove();
  button.dataset.key = "a";
  button.querySelector("kbd").textContent = "a";
  button.classList.add("primary");
}

document.addEventListener("shown", () => {
  leaveOutDecided();
  tellRepeat(lastRepeat);
  loadAhead();
});
