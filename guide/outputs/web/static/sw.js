"use strict";
const { guide, version, shell, languages } = SITE;
const root = new URL("./", self.location).href;
const SHELL = `guide ${guide} shell ${root} ${version}`;
const MEDIA = `guide ${guide} media ${root}`;
const ours = (name) => name.startsWith(`guide ${guide} shell ${root} `);

self.addEventListener("install", (event) => {
  const requests = shell.map((path) => new Request(new URL(path, root), { cache: "no-cache" }));
  event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll(requests)));
});

self.addEventListener("activate", (event) => {
  const old = (names) => names.filter((name) => ours(name) && name !== SHELL);
  event.waitUntil(
    caches.keys().then((names) => Promise.all(old(names).map((name) => caches.delete(name)))).then(() => self.clients.claim()),
  );
});

self.addEventListener("message", (event) => {
  if (event.data === "take over") self.skipWaiting();
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

// A page's address: the site, a language, or a stop of either. Stops are views of their language's page.
const shellFor = (path) => {
  const [first, second] = path.replace(/index\.html$/, "").split("/");
  const language = languages.includes(first) ? first : "";
  const stop = language ? second : first;
  const home = language ? `${language}/` : "";
  return stop ? { redirect: `${home}#/${stop}` } : { page: `${home}index.html` };
};

const navigate = async (request) => {
  const path = decodeURIComponent(new URL(request.url).pathname).slice(decodeURIComponent(new URL(root).pathname).length);
  if (!/(^|\/|\/index\.html|^index\.html)$/.test(path)) return fetch(request);
  const { redirect, page } = shellFor(path);
  if (redirect) return Response.redirect(new URL(redirect, root), 302);
  return (await caches.match(new URL(page, root).href, { cacheName: SHELL })) || fetch(request);
};

const asset = async (request) => {
  const cacheName = shell.includes(request.url.slice(root.length)) ? SHELL : MEDIA;
  const kept = await caches.match(request.url, { cacheName });
  return kept ? part(request, kept) : fetch(request);
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(root) || request.cache === "no-store") return;
  event.respondWith(request.mode === "navigate" ? navigate(request) : asset(request));
});
