"use strict";
const { guide, version, shell, files } = SITE;
const root = new URL("./", self.location).href;
const SHELL = `guide ${guide} shell ${root} ${version}`;
const MEDIA = `guide ${guide} media ${root}`;
const at = (path) => new URL(path, root).href;
/** What stands in the downloads once a language was whole: an update then brings its changed files along. */
const markOf = (tag) => at(`whole/${tag}`);
/** Files of the shell with the first letters of their SHA-256: most have them in their names. */
const digests = new Map(shell.map((one) => (Array.isArray(one) ? one : [one, one.split(".").at(-2)])));
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

const fillShell = async () => {
  const cache = await caches.open(SHELL);
  await Promise.all([...digests].map(async ([path, digest]) => {
    const kept = await cache.match(at(path));
    if (!kept || !(await digestOf(await kept.arrayBuffer())).startsWith(digest)) await fill(cache, path, digest);
  }));
  return cache;
};

/** For each language that was whole on this phone, fetch what is new in it: without reception, a new version is whole or not there. */
const renew = async (cache) => {
  const media = await caches.open(MEDIA);
  for (const [tag, list] of Object.entries(files)) {
    if (!(await media.match(markOf(tag)))) continue;
    const script = await (await cache.match(at(list))).text();
    const { stops } = JSON.parse(script.slice(script.indexOf("{"), script.lastIndexOf("}") + 1));
    for (const [path, digest] of stops.flat()) {
      if (!(await media.match(at(path)))) await fill(media, path, digest);
    }
  }
};

self.addEventListener("install", (event) => event.waitUntil(fillShell().then(renew)));

self.addEventListener("activate", (event) => {
  const old = (names) => names.filter((name) => ours(name) && name !== SHELL);
  event.waitUntil(
    caches.keys().then((names) => Promise.all(old(names).map((name) => caches.delete(name)))).then(() => self.clients.claim()),
  );
});

self.addEventListener("message", (event) => {
  if (event.data === "take over") self.skipWaiting();
  // Whether the page's own files are whole; what is not is fetched again.
  const tell = (whole) => event.ports[0].postMessage(whole);
  if (event.data === "whole?") event.waitUntil(fillShell().then(() => tell(true), () => tell(false)));
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
  const [first, ...rest] = path.replace(/\/?(index\.html)?$/, "").replace(/stops\.html$/, "-stops").split("/");
  const language = first in files ? first : "";
  const stop = language ? rest.join("/") : first;
  const home = language ? `${language}/` : "";
  if (stop || (path && path === language)) return { redirect: home + (stop && `#/${stop}`) };
  return { page: `${home}index.html` };
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
  const { redirect, page } = shellFor(path);
  if (redirect) return lead(redirect);
  return (await caches.match(at(page), { cacheName: SHELL })) || fetch(request);
};

const asset = async (request) => {
  const cacheName = digests.has(request.url.slice(root.length)) ? SHELL : MEDIA;
  const kept = await caches.match(request.url, { cacheName });
  return kept ? part(request, kept) : fetch(request);
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(root) || request.cache === "no-store") return;
  event.respondWith(request.mode === "navigate" ? navigate(request) : asset(request));
});
