"use strict";
const { guide, version, always, shell, languages, digests } = SITE;
const root = new URL("./", self.location).href;
const SHELL = `guide ${guide} shell ${root} ${version}`;
const LATE_MS = 10000;
const MEDIA = `guide ${guide} media ${root}`;
const at = (path) => new URL(path, root).href;
/** What stands in the downloads once a language was whole: an update then brings its changed files along. */
const markOf = (tag) => at(`whole/${tag}`);
const ours = (name) => name.startsWith(`guide ${guide} shell ${root} `);

const digestOf = async (content) =>
  Array.from(new Uint8Array(await crypto.subtle.digest("SHA-256", content)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Fetch a file and keep it; one that is not the build's is refused: half an upload must not become a version. */
const fill = async (cache, path, digest) => {
  const answer = await fetch(at(path), { cache: "no-cache" });
  const content = await answer.arrayBuffer();
  if (!answer.ok || !(await digestOf(content)).startsWith(digest)) throw new Error(path);
  const type = answer.headers.get("Content-Type") || "application/octet-stream";
  const headers = { "Content-Type": type, "Content-Length": String(content.byteLength) };
  await cache.put(at(path), new Response(content, { headers }));
};

/** Have here what every page needs, and the pages and data of some languages. */
const fillShell = async (tags) => {
  const cache = await caches.open(SHELL);
  await Promise.all([...shell, ...[...tags].flatMap((tag) => languages[tag] || [])].map(async (path) => {
    // The first letters of its SHA-256: most files have them in their names.
    const digest = digests[path] || path.split(".").at(-2);
    const kept = await cache.match(at(path));
    if (!kept || !(await digestOf(await kept.arrayBuffer())).startsWith(digest)) await fill(cache, path, digest);
  }));
  return cache;
};

/** The languages that belong on this phone: a small guide's all, else the museum's first; those that are open, were ever opened, or are downloaded. */
const opened = async () => {
  const windows = await self.clients.matchAll({ includeUncontrolled: true });
  const found = new Set(always);
  for (const tag of Object.keys(languages)) {
    const open = windows.some(({ url }) => url.startsWith(at(`${tag}/`)));
    if (open || (await caches.match(at(`${tag}/index.html`))) || (await caches.match(markOf(tag)))) found.add(tag);
  }
  return found;
};

/** Earlier versions go once all that was opened of them is here in this one; a newer one, on its way, is none of them. */
const sweep = async () => {
  const old = (await caches.keys()).filter((name) => ours(name) && name !== SHELL);
  if (!old.length || self.registration.waiting || self.registration.installing) return;
  await fillShell(await opened());
  await Promise.all(old.map((name) => caches.delete(name)));
};

/** For each language that was whole on this phone, fetch what is new in it: without reception, a new version is whole or not there. */
const renew = async (cache) => {
  const media = await caches.open(MEDIA);
  for (const [tag, [, , list]] of Object.entries(languages)) {
    if (!(await media.match(markOf(tag)))) continue;
    const script = await (await cache.match(at(list))).text();
    const { stops } = JSON.parse(script.slice(script.indexOf("{"), script.lastIndexOf("}") + 1));
    for (const [path, digest] of stops.flat()) {
      if (!(await media.match(at(path)))) await fill(media, path, digest);
    }
  }
};

self.addEventListener("install", (event) => event.waitUntil(opened().then(fillShell).then(renew)));

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  // Whether the page's own files are whole in a language; what is not is fetched again, and what is past cleared away.
  const tag = event.data.split(" ").pop();
  const tell = (whole) => event.ports[0].postMessage(whole);
  // Nobody is taken to a version that lacks the language that is open.
  if (event.data.startsWith("take over")) event.waitUntil(fillShell([tag]).then(() => self.skipWaiting()));
  if (!event.data.startsWith("whole?")) return;
  event.waitUntil(fillShell([...always, tag]).then(() => tell(true), () => tell(false)).then(sweep).catch(() => {}));
});

// Safari plays nothing unless a request for a part is answered with that part (RFC 9110, section 14).
const part = async (request, answer) => {
  const range = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get("Range") || "");
  if (!range || (!range[1] && !range[2])) return answer;
  const blob = await answer.blob();
  const size = blob.size;
  const from = range[1] ? Number(range[1]) : Math.max(0, size - Number(range[2]));
  const to = range[1] && range[2] ? Math.min(Number(range[2]), size - 1) : size - 1;
  if (from >= size || from > to) {
    return new Response(null, { status: 416, headers: { "Content-Range": `bytes */${size}` } });
  }
  const headers = {
    "Content-Type": answer.headers.get("Content-Type") || "application/octet-stream",
    "Content-Length": String(to - from + 1),
    "Content-Range": `bytes ${from}-${to}/${size}`,
    "Accept-Ranges": "bytes",
  };
  return new Response(blob.slice(from, to + 1), { status: 206, headers });
};

// A page's address: the site, a language, or a stop or list of either. They are views of their language's page.
const shellFor = (path) => {
  const [start, ...rest] = path.replace(/\/?(index\.html)?$/, "").replace(/stops\.html$/, "-stops").split("/");
  const language = start in languages ? start : "";
  const stop = language ? rest.join("/") : start;
  const home = language ? `${language}/` : "";
  if (stop || (path && path === language)) return { redirect: home + (stop && `#/${stop}`) };
  return { page: `${home}index.html`, language };
};

const plain = (path) => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

const navigate = async (request) => {
  const path = plain(new URL(request.url).pathname).slice(plain(new URL(root).pathname).length);
  const lead = (to) => Response.redirect(new URL(to, root), 302);
  // Whoever types an address leaves out its last stroke; without reception no server adds it.
  if (/\.[^/]*$/.test(path) && !/(^|\/)(index|stops)\.html$/.test(path)) return fetch(request).catch(() => lead(""));
  const { redirect, page, language } = shellFor(path);
  if (redirect) return lead(redirect);
  const kept = await caches.match(at(page), { cacheName: SHELL });
  if (kept || !language) return kept || fetch(request);
  // A language that was never opened here must come now; else the choice says so, which every phone has. Where this version
  // took over before it came, an earlier one's page still stands.
  const late = new Promise((_, refuse) => { setTimeout(refuse, LATE_MS); });
  return Promise.race([fetch(request), late]).catch(async () => (await caches.match(at(page))) || lead(`?lost=${language}`));
};

const asset = async (request) => {
  const kept = await caches.match(request.url);
  return kept ? part(request, kept) : fetch(request);
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(root) || request.cache === "no-store") return;
  event.respondWith(request.mode === "navigate" ? navigate(request) : asset(request));
});
