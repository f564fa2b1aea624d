"use strict";
// The picture of an event as a file or as code for another page; without script it is a picture.

const picture = document.querySelector(".picture svg");
const name = document.querySelector(".picture").dataset.name;
const TWICE = 2;
const BUTTONS = [["svg", "Save as SVG"], ["png", "Save as PNG"], ["embed", "Code for your page"]];

function source() {
  return new XMLSerializer().serializeToString(picture);
}

function download(blob, ending) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${name}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function saveSvg() {
  download(new Blob([source()], { type: "image/svg+xml" }), "svg");
}

async function savePng() {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source())}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = TWICE * picture.width.baseVal.value;
  canvas.height = TWICE * picture.height.baseVal.value;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => download(blob, "png"), "image/png");
}

// The picture itself is in the code, so that it loads nothing from anywhere.
function showCode() {
  let box = document.getElementById("embed");
  if (!box) {
    box = document.createElement("p");
    box.id = "embed";
    box.innerHTML = "<label for=code>Copy this into your page; it loads nothing from elsewhere."
      + "</label><textarea id=code rows=3 readonly></textarea>";
    document.querySelector(".picture").append(box);
  }
  const code = box.querySelector("textarea");
  code.value = `<figure>${source()}</figure>`;
  code.select();
}

const save = document.createElement("span");
save.className = "save";
for (const [action, words] of BUTTONS) {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", textContent: words });
  button.dataset.save = action;
  save.append(button, " ");
}
document.querySelector(".picture figcaption").append(" ", save);

const ACTIONS = { svg: saveSvg, png: savePng, embed: showCode };
document.querySelector(".picture").addEventListener("click", (event) => {
  const action = ACTIONS[event.target.dataset.save];
  if (action) action();
});
