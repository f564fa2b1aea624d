"use strict";
// The review app's scripts. Every action is a link or a button on the page; a key only presses
// it, so that nothing needs the keyboard and nothing needs the mouse.

import "./saving.js";
import "./ahead.js";
import "./selection.js";
import "./finders.js";
import "./margin.js";
import "./fixing.js";
import "./keys.js";

document.documentElement.classList.add("js");
document.dispatchEvent(new Event("shown"));
