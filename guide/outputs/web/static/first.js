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
// Keys that are pressed before the program is here are not lost: it types them when it begins.
page.dataset.typed = "";
addEventListener("click", ({ target }) => {
  const key = target.closest("#keys button")?.value;
  let { typed } = page.dataset;
  if (typed === undefined || !key || key === "enter") return;
  typed = key === "erase" ? typed.slice(0, -1) : typed + key;
  page.dataset.typed = document.getElementById("typed").textContent = typed;
  document.getElementById("typed-hint").hidden = typed;
});
if (asked?.[2] && page.dataset.view) page.dataset.view = asked[1] ? asked[2] : "player";
