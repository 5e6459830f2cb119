(() => {
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
  if (asked && asked[2] && page.dataset.view) page.dataset.view = asked[1] ? asked[2] : "player";
  if (page.dataset.view || location.hash === "#choose") return;
  const known = page.dataset.languages.split(" ");
  const wishes = [memory.language || "", ...(page.dataset.kiosk ? [] : navigator.languages || [])];
  const fits = (wish) => known.find((tag) => tag === wish) || known.find((tag) => tag.split("-")[0] === wish.split("-")[0]);
  const tag = known.length === 1 ? known[0] : wishes.map(fits).find(Boolean);
  if (!tag) return;
  const index = location.protocol === "file:" ? "index.html" : "";
  const stop = page.dataset.stop || (asked ? asked[2] : "");
  location.replace(`${page.dataset.root}${tag}/${index}${stop && `#/${stop}`}`);
})();
