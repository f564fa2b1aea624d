"use strict";
// Events and places are found as one types; the lists come from the server, which knows them all.

let asked = 0;

async function findEvents(finder) {
  const question = ++asked;
  const answer = await fetch(`${finder.dataset.find}&q=${encodeURIComponent(finder.value)}`);
  if (!answer.ok || question !== asked) return;
  const list = document.getElementById("candidates");
  const legend = list.querySelector("legend");
  list.innerHTML = await answer.text();
  list.prepend(legend);
}

function later(milliseconds, work) {
  let waiting = 0;
  return () => {
    clearTimeout(waiting);
    waiting = setTimeout(work, milliseconds);
  };
}

function followEvents(finder) {
  finder.addEventListener("input", later(120, () => findEvents(finder)));
  const drawer = finder.closest("details");
  if (!drawer) return;
  drawer.addEventListener("toggle", () => {
    if (drawer.open && !drawer.querySelector(".candidate")) findEvents(finder);
  });
}

// The place of an event: found by its name, or by a click on the map.
let lookedUp = 0;

async function findPlaces(field) {
  const question = ++lookedUp;
  const answer = await fetch(`${field.dataset.places}q=${encodeURIComponent(field.value)}`);
  if (!answer.ok || question !== lookedUp) return;
  document.getElementById("places").innerHTML = await answer.text();
}

function placeAt(fields) {
  const form = document.getElementById("locate");
  for (const [name, value] of Object.entries(fields)) form.elements[name].value = value;
  showPlace();
}

// The mark moves with the numbers, so that one sees what one saves.
function showPlace() {
  const form = document.getElementById("locate");
  const map = document.querySelector("#ground svg");
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

function clickedOn(map, event) {
  const { west, north, across, down } = map.dataset;
  const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(
    map.getScreenCTM().inverse());
  placeAt({
    level: "place",
    latitude: (north - at.y / down).toFixed(3),
    longitude: (Number(west) + at.x / across).toFixed(3),
  });
}

function followPlaces(field) {
  field.addEventListener("input", later(200, () => findPlaces(field)));
  document.getElementById("places").addEventListener("click", (event) => {
    const button = event.target.closest("[data-location]");
    if (!button) return;
    const { name, level, province, country, latitude, longitude } = button.dataset;
    placeAt({ place: name, level, province, country, latitude, longitude });
  });
  const ground = document.getElementById("ground");
  ground.addEventListener("click", (event) => clickedOn(ground.querySelector("svg"), event));
}

document.addEventListener("shown", () => {
  const events = document.querySelector("[data-find]");
  const places = document.querySelector("[data-places]");
  if (events) followEvents(events);
  if (places) followPlaces(places);
});
