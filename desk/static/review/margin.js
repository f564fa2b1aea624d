"use strict";
// All claims of a text in its margin: they are decided on while one reads on.

import { fixingKey, follow } from "./fixing.js";
import { save } from "./saving.js";
import { settle, waits } from "./standing.js";

function margin() {
  return document.getElementById("margin");
}

function items() {
  return Array.from(margin().querySelectorAll("[data-claim]"));
}

// A number in the text stands for the claim that it leads to.
function claimOf(element) {
  const note = element.closest(".text a");
  return note ? document.querySelector(note.hash) : element.closest("#margin [data-claim]");
}

function inFocus() {
  return claimOf(document.activeElement);
}

function decide(item, form, submitter) {
  if (waits(item)) settle([item], save(form, submitter), form.dataset.done);
}

function goOn(item) {
  const following = items().slice(items().indexOf(item) + 1).find(waits);
  if (following) following.querySelector("a").focus();
}

// One form of reasons serves all claims: it moves beneath the one in focus.
function openReasons(item) {
  const drawer = document.getElementById("reject");
  item.append(drawer);
  drawer.querySelector("form").action = `/claims/${item.dataset.claim}/reject`;
  drawer.querySelector("[name=seen]").value = item.dataset.seen;
  drawer.hidden = false;
  drawer.open = true;
  drawer.querySelector("button").focus();
}

// All that wait are decided on in one step, which one undo takes back.
function decideRest(form, submitter) {
  const waiting = items().filter(waits);
  for (const sent of form.querySelectorAll("[name=claim]")) sent.remove();
  for (const item of waiting) {
    const sent = document.createElement("input");
    Object.assign(sent, { type: "hidden", name: "claim", value: item.dataset.claim });
    form.append(sent);
  }
  if (waiting.length) settle(waiting, save(form, submitter), submitter.dataset.done);
}

function rejectBecause(item, digit) {
  const reason = document.querySelector(`#reject [data-digit="${digit}"]`);
  if (!reason) return;
  openReasons(item);
  reason.click();
}

export function marginKey(key) {
  const isDigit = /^[1-9]$/.test(key) && !document.querySelector(".drawer[open]");
  if (!margin()) return false;
  if (fixingKey(key)) return true;
  if (!(isDigit || ["a", "A", "d", "x", "r"].includes(key))) return false;
  if (key === "A" || key === "d") {
    const rest = document.querySelector("#rest [value=accept]");
    if (rest) rest.click();
    return true;
  }
  const item = inFocus() ?? items().find(waits);
  if (!item) return true;
  if (isDigit) rejectBecause(item, key);
  if (key === "x") openReasons(item);
  if (key === "a") item.querySelector("[data-decision=accept]").requestSubmit();
  if (key === "r") item.querySelector("[data-decision=repeat]").requestSubmit();
  return true;
}

document.addEventListener("submit", (event) => {
  if (event.target.id === "rest" && !event.defaultPrevented) {
    event.preventDefault();
    decideRest(event.target, event.submitter);
    return;
  }
  const item = event.target.closest("#margin [data-claim]");
  if (!item || event.defaultPrevented || !event.target.matches("[data-background]")) return;
  event.preventDefault();
  const drawer = event.target.closest(".drawer");
  if (drawer) drawer.open = false;
  decide(item, event.target, event.submitter);
  goOn(item);
});

document.addEventListener("focusin", (event) => {
  if (!margin() || !event.target.dataset.number) return;
  follow(claimOf(event.target));
  const note = document.querySelector(`.text a[href="#claim-${event.target.dataset.number}"]`);
  if (note) note.scrollIntoView({ block: "nearest" });
});

document.addEventListener("click", (event) => {
  const note = margin() && event.target.closest(".text a");
  if (!note) return;
  event.preventDefault();
  claimOf(note).querySelector("a").focus();
});

// Tab goes from figure to figure: what keys do needs no stop of its own, unless they are off.
export function giveStops(keysAreOff) {
  if (!margin()) return;
  for (const stop of margin().querySelectorAll(".deciding button, a.open")) {
    stop.tabIndex = keysAreOff ? 0 : -1;
  }
  for (const note of document.querySelectorAll(".text a")) note.tabIndex = -1;
}

document.addEventListener("shown", () => {
  const first = margin() && (items().find(waits) ?? items()[0]);
  if (!first || window.location.hash) return;
  first.querySelector("a").focus({ preventScroll: true });
});
