"use strict";
// How a claim of the margin stands, in its data and in words: it changes once a decision is saved.

export function waits(item) {
  return item.dataset.standing === "machine" && item.dataset.sending === undefined;
}

function tell(item, words) {
  item.querySelector(".standing").textContent = words;
}

// What the server answers; nothing where it refused, and the claims stand as they did.
export async function settle(items, sent, done) {
  for (const item of items) {
    item.dataset.sending = "";
    tell(item, done);
  }
  const answer = await sent;
  for (const item of items) {
    delete item.dataset.sending;
    if (answer !== null) item.dataset.standing = "reviewed";
    else tell(item, "not saved: open it and look again");
  }
  return answer;
}
