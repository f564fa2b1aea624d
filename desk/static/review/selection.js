"use strict";
// Words selected or clicked in the text become parts of the claim.

let chosen = null;
let armed = null;
let reading = null;

const WITHOUT_SPAN = { event_where: "event_where", event_days: "event_when" };
// Parts of which the claim keeps no stretch of the text, with the field that holds their words.

function textBox() {
  return document.getElementById("text");
}

export function claimForm() {
  return document.querySelector("[data-claim-form]");
}

// What an element stands for, if not for its own words: nothing, or as many as its data-length.
function lengthOf(element) {
  if (element.matches(".unseen, a")) return 0;
  return element.dataset.length === undefined ? null : Number(element.dataset.length);
}

// Characters as the server counts them: astral ones once.
function charactersIn(node) {
  if (node.nodeType === Node.TEXT_NODE) return Array.from(node.data).length;
  if (node.nodeType !== Node.ELEMENT_NODE) return 0;
  const length = lengthOf(node);
  if (length !== null) return length;
  return Array.from(node.childNodes).reduce((sum, child) => sum + charactersIn(child), 0);
}

function offsetOf(node, offset) {
  const text = textBox();
  let count = 0;
  if (node.nodeType === Node.TEXT_NODE) {
    count = Array.from(node.data.slice(0, offset)).length;
  } else {
    for (const child of Array.from(node.childNodes).slice(0, offset)) count += charactersIn(child);
  }
  for (let at = node; at !== text; at = at.parentNode) {
    if (at.nodeType === Node.ELEMENT_NODE && lengthOf(at) !== null) count = 0;
    for (let left = at.previousSibling; left; left = left.previousSibling) {
      count += charactersIn(left);
    }
  }
  return Number(text.dataset.base) + count;
}

function lettersOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType === Node.ELEMENT_NODE && lengthOf(node) === 0) return "";
  return Array.from(node.childNodes).map(lettersOf).join("");
}

function readRange(range) {
  const text = textBox();
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
  const words = lettersOf(range.cloneContents());
  const before = Array.from(words.match(/^\s*/)[0]).length;
  const after = Array.from(words.match(/\s*$/)[0]).length;
  const start = offsetOf(range.startContainer, range.startOffset) + before;
  const end = offsetOf(range.endContainer, range.endOffset) - after;
  return start < end ? { start, end, words: words.trim(), range: range.cloneRange() } : null;
}

function readSelection() {
  const selection = document.getSelection();
  if (!textBox() || !selection.rangeCount || selection.isCollapsed) return null;
  return readRange(selection.getRangeAt(0));
}

function put(name, start, end, words) {
  const form = claimForm();
  form.elements[`${name}_start`].value = start;
  form.elements[`${name}_end`].value = end;
  form.elements[`${name}_text`].value = words;
  document.getElementById(`${name}-words`).textContent = words;
}

// The server reads the words as the extraction does: "about 50" is about 50, "Thursday" a date.
async function readWords(name, { start, end }) {
  const form = claimForm();
  const asked = new URLSearchParams({ document: textBox().dataset.document, part: name, start, end });
  const answer = await fetch(`/told?${asked}`).catch(() => null);
  if (!answer?.ok) return;
  const { problem = "", ...told } = await answer.json();
  for (const [field, value] of Object.entries(told)) form.elements[field].value = value;
  const shown = form.querySelector("[data-problem]");
  shown.textContent = problem;
  shown.hidden = !problem;
}

export function assign(name) {
  if (!chosen) return;
  if (window.Highlight && CSS.highlights) CSS.highlights.set("assigned", new Highlight(chosen.range));
  if (!claimForm()) {
    document.getSelection().removeAllRanges();
    document.dispatchEvent(new CustomEvent("words", { detail: { name, ...chosen } }));
    return;
  }
  const drawer = claimForm().closest("details");
  if (drawer) drawer.open = true;
  const { elements } = claimForm();
  if (elements[`${name}_start`]) put(name, chosen.start, chosen.end, chosen.words);
  const asked = readWords(name, chosen).catch(() => null);
  reading = asked;
  asked.then(() => { if (reading === asked) reading = null; });
  document.getSelection().removeAllRanges();
  const shown = document.getElementById(`${name}-words`) ?? elements[WITHOUT_SPAN[name]];
  shown.scrollIntoView({ block: "nearest" });
}

// Words that are selected already are taken at once.
export function takeSelection(name) {
  const found = readSelection();
  if (found) chosen = found;
  if (found) assign(name);
  return found !== null;
}

export function clear(name) {
  put(name, "", "", "");
  if (name === "source") claimForm().elements.speaker.value = "";
}

// A part of the claim is pressed, then its words are clicked: the first, and the last if it has
// several. A part that is chosen from a list has no words.
export function arm(button) {
  const isOff = button.getAttribute("aria-pressed") === "true";
  for (const other of document.querySelectorAll("[data-part]")) {
    other.setAttribute("aria-pressed", String(other === button && !isOff));
  }
  const name = isOff ? null : button.dataset.part;
  armed = isOff || button.dataset.chosen !== undefined ? null : { name, first: null };
  textBox().classList.toggle("armed", armed !== null);
  if (!isOff && claimForm() && button.dataset.field) fillIn(button.dataset.field);
  document.dispatchEvent(new CustomEvent("armed", { detail: name }));
}

// What is chosen or filled in rather than clicked is so in the form.
function fillIn(field) {
  claimForm().closest("details").open = true;
  claimForm().elements[field].focus();
}

function wordAt(event) {
  const place = document.caretPositionFromPoint
    ? document.caretPositionFromPoint(event.clientX, event.clientY)
    : document.caretRangeFromPoint(event.clientX, event.clientY);
  const node = place && (place.offsetNode ?? place.startContainer);
  if (!node || node.nodeType !== Node.TEXT_NODE || !textBox().contains(node)) return null;
  const at = place.offset ?? place.startOffset;
  const before = node.data.slice(0, at).match(/[\p{L}\p{M}\p{N}'’,.-]*$/u)[0].length;
  const after = node.data.slice(at).match(/^[\p{L}\p{M}\p{N}'’-]*/u)[0].length;
  if (before + after === 0) return null;
  const range = document.createRange();
  range.setStart(node, at - before);
  range.setEnd(node, at + after);
  return range;
}

function takeWord(event) {
  const range = wordAt(event);
  if (!range) return;
  const last = range.cloneRange();
  const isLater = armed.first &&
    armed.first.compareBoundaryPoints(Range.START_TO_START, range) < 0;
  if (isLater) range.setStart(armed.first.startContainer, armed.first.startOffset);
  armed.first = isLater ? null : last;
  chosen = readRange(range);
  assign(armed.name);
}

document.addEventListener("click", (event) => {
  if (armed && textBox() && textBox().contains(event.target) &&
      document.getSelection().isCollapsed) takeWord(event);
});

document.addEventListener("selectionchange", () => {
  const found = readSelection();
  if (found) chosen = found;
  const toolbar = document.getElementById("assign");
  if (toolbar) toolbar.hidden = !found || !claimForm();
});

// What the words say belongs to what is sent.
document.addEventListener("submit", (event) => {
  if (!reading || event.target !== claimForm()) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  reading.then(() => event.target.requestSubmit(event.submitter));
}, true);

// A press on the toolbar must not lose the selection that it is about.
document.addEventListener("pointerdown", (event) => {
  if (event.target.closest("#assign")) event.preventDefault();
});

document.addEventListener("shown", () => {
  chosen = null;
  armed = null;
  const here = textBox() && textBox().querySelector("mark:not([class]), mark.quantity");
  if (here && window.matchMedia("(min-width: 58rem)").matches &&
      here.getBoundingClientRect().bottom > window.innerHeight) {
    here.scrollIntoView({ block: "center" });
  }
});
