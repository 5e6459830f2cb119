// Where an address that knows no language leads: to the language chosen before, else to the phone's. It follows first.js.
const known = page.dataset.languages.split(" ");
const wishes = [memory.language || "", ...(page.dataset.kiosk ? [] : navigator.languages || [])];
const fits = (wish) => known.find((tag) => tag === wish) || known.find((tag) => tag.split("-")[0] === wish.split("-")[0]);
const tag = known.length === 1 ? known[0] : wishes.map(fits).find(Boolean);
if (tag && location.hash !== "#choose") {
  const index = location.protocol === "file:" ? "index.html" : "";
  const stop = page.dataset.stop || (asked ? asked[2] : "");
  location.replace(`${page.dataset.root}${tag}/${index}${stop && `#/${stop}`}`);
} else if (asked) {
  // The panel that was scanned waits behind the choice.
  addEventListener("DOMContentLoaded", () => {
    for (const link of document.querySelectorAll("main a[hreflang]")) link.hash = `#/${asked[1]}${asked[2]}`;
  });
}
