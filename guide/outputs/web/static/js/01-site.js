// What this page belongs to, and how it finds its files: relative to the site's root, never outside.
const page = document.documentElement;
const site = JSON.parse(document.getElementById("site").textContent);
// A visitor may type any word; only what the museum wrote is looked up.
Object.setPrototypeOf(site.redirects, null);
const root = new URL(page.dataset.root, location.href);
const fromFolder = location.protocol === "file:" || site.single;

const $ = (id) => document.getElementById(id);

/** Make an element: properties by name, children as elements or text. Text is never parsed as markup. */
const make = (tag, properties = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined) continue;
    if (name in element && name !== "list") element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
};

const icon = (name) => {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const use = document.createElementNS(space, "use");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
};

const setIcon = (element, name) => element.querySelector("use").setAttribute("href", `#i-${name}`);

const show = (element, shown) => { element.hidden = !shown; };

// Only scripts of this site's own folder may be loaded: the one Trusted Types policy of the page.
const policy = self.trustedTypes?.createPolicy("guide", {
  createScriptURL: (address) => {
    if (!address.startsWith(root.href)) throw new TypeError(address);
    return address;
  },
});

/** The address of a published file; in the single-file edition, of the copy that the page holds. */
const address = (path) => (site.single ? embeddedAddress(path) : new URL(path, root).href);

// Data files are scripts that call guideData: that works from a folder too, where a page may not fetch.
const arrived = new Map();
self.guideData = (kind, value) => arrived.set(`${kind} ${value.id}`, value);

const loadScript = (path) => new Promise((resolve, reject) => {
  const script = document.createElement("script");
  const source = address(path);
  script.src = policy ? policy.createScriptURL(source) : source;
  script.onload = resolve;
  script.onerror = () => { script.remove(); reject(new Error(path)); };
  setTimeout(script.onerror, 20000);
  document.head.append(script);
});

const loadData = async (kind, id, path) => {
  const name = `${kind} ${id}`;
  if (!arrived.has(name)) await loadScript(path);
  return arrived.get(name);
};
