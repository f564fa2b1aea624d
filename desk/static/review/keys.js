"use strict";
// Keys press what is on the page; the help lists them, and they can be switched off.

import { stopFixing } from "./fixing.js";
import { giveStops, marginKey } from "./margin.js";
import { arm, assign, claimForm, clear, takeSelection } from "./selection.js";

const help = document.getElementById("help");
const switchOff = document.getElementById("keys-off");
const OFF = "tollcheck-keys-off";

function keysAreOff() {
  return localStorage.getItem(OFF) === "yes";
}

function isTyping(element) {
  return element.isContentEditable || (element.matches("input, select, textarea") &&
    element.type !== "checkbox");
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

function showHelp() {
  const list = help.querySelector(".keys");
  list.replaceChildren();
  const listed = new Set();
  for (const element of document.querySelectorAll("[data-key][data-help]")) {
    if (listed.has(element.dataset.key)) continue;
    listed.add(element.dataset.key);
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
  else if (!element.dataset.part || !takeSelection(element.dataset.part)) element.click();
}

// The digit of a reason rejects at once, where no other drawer is being filled in.
function reasonFor(key) {
  const isBusy = document.querySelector(".drawer[open]");
  return isBusy || !/^[1-9]$/.test(key) ? null
    : document.querySelector(`#reject:not([hidden]) [data-digit="${key}"]`);
}

function elementFor(key) {
  const drawer = document.querySelector(".drawer[open]");
  const digit = drawer && /^[1-9]$/.test(key) && drawer.querySelector(`[data-digit="${key}"]`);
  if (digit) return digit;
  return Array.from(document.querySelectorAll("[data-key]"))
    .find((e) => e.dataset.key === key || e.dataset.also === key) ?? reasonFor(key);
}

function closeDrawer() {
  const drawer = document.querySelector(".drawer[open]");
  if (!drawer) return;
  document.activeElement.blur();
  drawer.open = false;
  drawer.querySelector("summary").focus();
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    const form = event.target.closest("form") || claimForm();
    if (form) form.requestSubmit();
    return;
  }
  if (event.key === "Escape" && !help.open) {
    if (!stopFixing()) closeDrawer();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || help.open) return;
  if (isTyping(event.target) || (keysAreOff() && event.key !== "?")) return;
  if (event.key === "Enter" && event.target.closest("a, button, summary")) return;
  const element = marginKey(event.key) ? null : elementFor(event.key);
  if (element) press(element);
  if (element || ["a", "A"].includes(event.key)) event.preventDefault();
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("button, summary");
  if (!button) return;
  if (button.dataset.part) arm(button);
  else if (button.dataset.assign) assign(button.dataset.assign);
  else if (button.dataset.clear) clear(button.dataset.clear);
  else if (button.dataset.open === "help") showHelp();
  else if (button.dataset.drawer && button.tagName === "BUTTON") openDrawer(button.dataset.drawer);
});

switchOff.addEventListener("change", () => {
  localStorage.setItem(OFF, switchOff.checked ? "yes" : "no");
  giveStops(keysAreOff());
});

document.addEventListener("shown", () => giveStops(keysAreOff()));

// A form that leaves the page is sent once.
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  for (const button of event.target.querySelectorAll("button")) {
    setTimeout(() => { button.disabled = true; }, 0);
  }
});

window.addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll("button[disabled]")) button.disabled = false;
});
