// What runs before the page is drawn: the remembered look, and the view that the address asks for.
const page = document.documentElement;
let memory = {};
try {
  memory = JSON.parse(localStorage.getItem(`guide ${page.dataset.guide}`)) || {};
} catch {
  // A private window may refuse; then nothing is remembered.
}
page.classList.add("js");
if (memory.theme) page.dataset.theme = memory.theme;
if (memory.size) page.dataset.size = memory.size;
if (memory.headphones) page.classList.add("asked");
const asked = /^#\/(-?)(.*)$/.exec(location.hash);
if (asked?.[2] && page.dataset.view) page.dataset.view = asked[1] ? asked[2] : "player";
