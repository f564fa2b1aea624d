"use strict";
// Decisions are sent one after the other while the reviewer reads on. What the server refuses is
// kept, with all that was filled in, until the reviewer has looked at it.

const refused = [];
let sending = Promise.resolve();
let unsent = 0;

export function save(form, submitter) {
  const body = new FormData(form, submitter);
  body.set("background", "yes");
  unsent += 1;
  say();
  const saved = sending.then(() => send(form.getAttribute("action"), body));
  sending = saved;
  return saved;
}

// What the server answers to a decision that it took; nothing for one that it refused.
async function send(address, body) {
  const answer = await fetch(address, { method: "POST", body, keepalive: true }).catch(() => null);
  const isSaved = answer !== null && answer.ok && !answer.redirected;
  const told = isSaved ? await answer.json() : null;
  if (!isSaved) refused.push({ address, html: answer && await answer.text() });
  unsent -= 1;
  say();
  return told;
}

function say() {
  const button = document.getElementById("refused");
  document.getElementById("saving").textContent = unsent ? `Saving ${unsent} …` : "All saved";
  document.getElementById("saving").hidden = !unsent && refused.length > 0;
  button.hidden = refused.length === 0;
  button.textContent = `${refused.length} not saved: look again`;
}

export function show(html, address) {
  const page = new DOMParser().parseFromString(html, "text/html");
  document.querySelector("main").replaceWith(document.adoptNode(page.querySelector("main")));
  document.title = page.title;
  history.pushState(null, "", address);
  window.scrollTo(0, 0);
  document.querySelector("main").focus({ preventScroll: true });
  document.dispatchEvent(new Event("shown"));
}

export function lookAtRefused() {
  const { address, html } = refused.shift();
  const claim = address.split("/").slice(0, 3).join("/");
  say();
  if (html && html.includes("<main")) show(html, claim);
  else window.location.href = claim;
}

document.addEventListener("click", (event) => {
  if (event.target.id === "refused") lookAtRefused();
  const link = event.target.closest("a[href]");
  const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button > 0;
  if (!link || !unsent || event.defaultPrevented || elsewhere || link.hash) return;
  if (link.dataset.swap !== undefined) return;
  event.preventDefault();
  sending.then(() => { if (!refused.length) window.location.href = link.href; });
});

// A form that leaves the page waits until all is saved: undo takes back what is saved last.
document.addEventListener("submit", (event) => {
  if (!unsent || event.defaultPrevented || event.target.matches("[data-background]")) return;
  event.preventDefault();
  sending.then(() => { if (!refused.length) event.target.requestSubmit(event.submitter); });
});

window.addEventListener("beforeunload", (event) => {
  if (unsent || refused.length) event.preventDefault();
});
window.addEventListener("popstate", () => window.location.reload());
