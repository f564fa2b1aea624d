"use strict";
// All claims of a text in its margin: they are decided on while one reads on.

import { save } from "./saving.js";

function margin() {
  return document.getElementById("margin");
}

function items() {
  return Array.from(margin().querySelectorAll("[data-claim]"));
}

function inFocus() {
  return document.activeElement.closest("#margin [data-claim]");
}

async function decide(item, form, submitter) {
  if (item.dataset.standing !== "machine") return;
  const told = item.querySelector(".standing");
  item.dataset.standing = "sending";
  told.textContent = form.dataset.done;
  const isSaved = await save(form, submitter) !== null;
  item.dataset.standing = isSaved ? "reviewed" : "machine";
  told.textContent = isSaved ? form.dataset.done : "not saved: open it and look again";
}

function goOn(item) {
  const following = items().slice(items().indexOf(item) + 1)
    .find((other) => other.dataset.standing === "machine");
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

export function marginKey(key) {
  if (!margin() || !["a", "A", "x", "r"].includes(key)) return false;
  const waiting = items().filter((item) => item.dataset.standing === "machine");
  if (key === "A") {
    for (const item of waiting) item.querySelector("[data-decision=accept]").requestSubmit();
    return true;
  }
  const item = inFocus() ?? waiting[0];
  if (!item) return true;
  if (key === "x") openReasons(item);
  if (key === "a") item.querySelector("[data-decision=accept]").requestSubmit();
  if (key === "r") item.querySelector("[data-decision=repeat]").requestSubmit();
  return true;
}

document.addEventListener("submit", (event) => {
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
  const note = document.querySelector(`.text a.note[href="#claim-${event.target.dataset.number}"]`);
  if (note) note.scrollIntoView({ block: "nearest" });
});
