// One view at a time, each with an address of its own: /fr/201/ on a server, #/201 in a folder.
const VIEWS = ["keypad", "stops", "player", "offline", "help", "languages"];
let view = page.dataset.view;

const onShow = {};

const addressOf = (name, stop) => {
  const part = name === "player" ? keyOf(stop) : name === site.home ? "" : `-${name}`;
  if (fromFolder) return `#/${part}`;
  const home = new URL(`${tag}/`, root);
  return name === "player" ? new URL(`${part}/`, home).href : `${home.href}${part && `#/${part}`}`;
};

const titleOf = (name, stop) => {
  const own = name === "player" ? [stop.number, stop.title].filter(Boolean).join(" – ") : say(`${name}_title`);
  return `${own} · ${guide.title}`;
};

const go = (name, { stop = null, replace = false, focus = true } = {}) => {
  const from = view;
  view = name;
  page.dataset.view = name;
  document.title = titleOf(name, stop);
  const place = addressOf(name, stop);
  const same = new URL(place, location.href).href === location.href;
  const stays = replace || same;
  const inside = !stays || history.state?.inside;
  history[stays ? "replaceState" : "pushState"]({ ...(stays && history.state), name, stop: stop?.id, tag, inside }, "", place);
  const placed = onShow[name]?.(from);
  for (const tab of document.querySelectorAll(".tabs a")) {
    if (tab.dataset.go === name) tab.setAttribute("aria-current", "page");
    else tab.removeAttribute("aria-current");
  }
  showBar();
  if (!focus || placed) return;
  scrollTo(0, 0);
  $(name).querySelector("h1").focus({ preventScroll: true });
};

/** A part of an address in letters; one that was typed wrong stays as it is. */
const plain = (part) => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** What an address asks for: a view, or a stop by its number or id. */
const asked = () => {
  const inHash = /^#\/(.*)$/.exec(location.hash);
  if (inHash) return plain(inHash[1]);
  return page.dataset.stop || "";
};

const follow = (key, options) => {
  if (key.startsWith("-") && key !== "-player" && VIEWS.includes(key.slice(1))) return go(key.slice(1), options);
  if (!key) return go(site.home, options);
  return openKey(key, options);
};

const startViews = () => {
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    $("main").focus();
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-go]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (link.dataset.go === "player") openStop(stopOf(link.dataset.stop), { play: true });
    else go(link.dataset.go);
  });
  addEventListener("popstate", (event) => {
    const stop = event.state?.stop && stopOf(event.state.stop);
    if (stop) openStop(stop, { replace: true });
    else follow(asked(), { replace: true });
  });
};

/** Links were written relative to the page's first address, which changes from now on. */
const settleLinks = () => {
  for (const link of document.querySelectorAll("a[href]:not(.skip), link[href]")) link.setAttribute("href", link.href);
};
