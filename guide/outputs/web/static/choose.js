// Where an address that knows no language leads: to the language chosen before, else to the phone's. It follows first.js.
const known = page.dataset.languages.split(" ");
const wishes = [memory.language || "", ...(page.dataset.kiosk ? [] : navigator.languages || [])];
const fits = (wish) => known.find((tag) => tag === wish) || known.find((tag) => tag.split("-")[0] === wish.split("-")[0]);
// A language that was never opened on this phone, and could not come just now: the worker leads here.
const lost = new URLSearchParams(location.search).get("lost");
const tag = known.length === 1 ? known[0] : wishes.map(fits).find(Boolean);
// The picture above the choice only adorns: one that cannot be had leaves no broken sign.
addEventListener("error", ({ target }) => { if (target.className === "opening") target.remove(); }, true);
if (tag && !lost && location.hash !== "#choose") {
  const index = location.protocol === "file:" ? "index.html" : "";
  const stop = page.dataset.stop || (asked ? asked[2] : "");
  location.replace(`${page.dataset.root}${tag}/${index}${stop && `#/${stop}`}`);
} else {
  addEventListener("DOMContentLoaded", () => {
    const word = document.getElementById(`lost-${lost}`);
    if (word) {
      word.hidden = false;
      word.scrollIntoView({ block: "nearest" });
    }
    // Looked at again where there is reception, this is the choice as ever.
    if (lost) history.replaceState(null, "", location.pathname + location.hash);
    // The panel that was scanned waits behind the choice.
    if (!asked) return;
    for (const link of document.querySelectorAll("main a[hreflang]")) link.hash = `#/${asked[1]}${asked[2]}`;
  });
}
