// Offline that is never a lie: what is on the phone is counted at every start, the page's own files too.
const SHELF = `guide ${site.id} media ${root.href}`;
const NOTHING = { stops: 0, ready: 0, bytes: 0, missing: [], lacking: [], shell: false };
const STALL_MS = 10000;
/** The download that runs: how to stop it, and whose it is. The visitor may change the page's language meanwhile. */
let download = null;
let fetcher = null;
let refused = false;
let standing = NOTHING;
/** Files that were kept since it was counted. */
const landed = new Set();

/** Whether the browser has what keeping needs; one that blocks everything throws when it is asked. */
const keeps = () => {
  try {
    return Boolean(navigator.serviceWorker && self.caches);
  } catch {
    return false;
  }
};

/** What this window can do: keep the guide, only stream it, read it from a folder, or ask for a real browser. */
const ability = () => {
  if (fromFolder) return "folder";
  if (!isSecureContext) return "stream";
  return keeps() && !refused ? "keep" : "borrowed";
};

/** The key of the sentence that says why this window keeps nothing; "" where it does. */
const limitWord = () => ({ stream: "streaming", folder: "from_folder", borrowed: "in_app" })[ability()] || "";

/** Say once, under the number to be typed, what a visitor would not look for under Offline; the first digit takes it away. */
const hintAtLimit = (can) => {
  $("window-word")?.remove();
  if (memory.hinted || (can !== "stream" && can !== "borrowed")) return;
  document.querySelector(".display").append(make("p", { id: "window-word", role: "status" }, say(limitWord())));
  $("keys").addEventListener("click", () => { remember({ hinted: 1 }); $("window-word")?.remove(); }, { once: true });
};

const stored = async (path) => {
  if (ability() !== "keep") return false;
  return Boolean(await (await caches.open(SHELF)).match(address(path)));
};

/** What stands beside the files of a language once all of them were there. The worker knows it. */
const markOf = (other) => address(`whole/${other}`);

/** Whether the page's own files are on the phone in a language, each with its digest; the worker fetches again what is not. */
const shellWhole = (owner) => new Promise((resolve) => {
  const worker = navigator.serviceWorker.controller;
  if (!worker) return resolve(false);
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => resolve(data);
  setTimeout(resolve, STALL_MS, false);
  worker.postMessage(`whole? ${owner}`, [port2]);
});

const fileList = (owner) => loadData("files", owner, languageOf(owner).files);

const whole = (found = standing) => found.stops > 0 && found.ready === found.stops && found.shell;

/** Count what is on the phone of a language, and mark it if it is whole: a stop is ready when each of its files is there in full length. */
const count = async (owner) => {
  const { stops } = await fileList(owner);
  const shelf = await caches.open(SHELF);
  const found = { ...NOTHING, owner, stops: stops.length, lacking: [], shell: await shellWhole(owner) };
  for (const files of stops) {
    const lacking = [];
    for (const file of files) {
      const answer = await shelf.match(address(file[0]));
      if (!answer || Number(answer.headers.get("Content-Length")) !== file[2]) lacking.push(file);
    }
    if (!lacking.length) found.ready += 1;
    found.lacking.push(lacking);
  }
  found.missing = [...new Map(found.lacking.flat().map((file) => [file[0], file])).values()];
  found.bytes = found.missing.reduce((sum, file) => sum + file[2], 0);
  if (whole(found)) await shelf.put(markOf(owner), new Response(""));
  return found;
};

const showOffline = async () => {
  const owner = tag;
  const can = ability();
  $("offline-word").textContent = limitWord() && say(limitWord());
  show($("offline-why"), can === "keep");
  hintAtLimit(can);
  if (can !== "keep") {
    show($("offline-keep"), false);
    return show($("offline-dot"), false);
  }
  const before = [...landed];
  const found = await count(owner).catch(() => ({ ...NOTHING }));
  if (refused || owner !== tag) return;
  standing = found;
  for (const path of before) landed.delete(path);
  showStanding();
};

const megabytes = (bytes) => number(bytes && Math.max(bytes / 1e6, 0.1), bytes < 1e7 ? 1 : 0);

/** Tell what was counted: by the dot at the tab, and in the panel once its part of the program is there. */
const showStanding = () => {
  showInvitation();
  show($("offline-dot"), !whole());
  $("offline-dot").setAttribute("aria-label", say("download"));
  onShow.standing?.();
  onShow.absent?.();
};

/** One line that leads to the download while there still is reception: until it is taken, or sent away for good. */
const showInvitation = () => {
  $("invitation")?.remove();
  const place = { keypad: [".display", "append"], stops: ["#list", "before"], player: ["#text", "before"] }[view];
  if (!place || ability() !== "keep" || memory.hinted || download || whole() || !standing.stops || cutOff()) return;
  const link = make("a", { href: addressOf("offline"), "data-go": "offline" }, say("invitation", { mb: megabytes(standing.bytes) }));
  const away = make("button", { type: "button", "aria-label": say("close") }, icon("close"));
  away.addEventListener("click", () => {
    remember({ hinted: 1 });
    showInvitation();
    $(view).querySelector("h1").focus();
  });
  const [where, how] = place;
  document.querySelector(where)[how](make("p", { id: "invitation" }, link, away));
};

/** Whether what was asked for did not come; and whether there is no reception: Wi-Fi that leads nowhere calls itself a line. */
const lost = () => Boolean(now && ((audio.error && !broken()) || now.lacking));
const cutOff = () => !navigator.onLine || lost();

/** The addresses of all files of some languages. */
const named = async (languages) => {
  const lists = await Promise.all(languages.map((each) => loadData("files", each.tag, each.files)));
  return new Set(lists.flatMap((list) => list.stops.flat()).map(([path]) => address(path)));
};

/** Throw out files of earlier versions: those that no language's list names. Only when nothing plays. */
const tidy = async () => {
  const shelf = await caches.open(SHELF);
  const kept = await shelf.keys();
  if (!kept.length || playing() || download) return;
  // Nothing is kept of a language that was never opened: its list is not asked for. Each stop has files of its language.
  const needed = await named(site.languages.filter((each) => kept.some(({ url }) => url.includes(`.${each.tag}`))));
  for (const language of site.languages) needed.add(markOf(language.tag));
  for (const request of kept) if (!needed.has(request.url)) await shelf.delete(request);
};

/** The panel and what fetches come when this view is looked at: most who look want them. */
const loadFetcher = (use = () => {}) => {
  fetcher ||= loadScript(site.download).catch((fault) => { fetcher = null; throw fault; });
  return fetcher.then(use, () => {
    show($("offline-keep"), true);
    $("download-word").textContent = say("download_broken");
  });
};

/** A download of this visit that the page's end broke off goes on by itself. */
const resumeDownload = () => {
  const owner = memory.downloading;
  if (ability() !== "keep" || !languageOf(owner) || Date.now() - memory.begun > VISIT_MS) return;
  loadFetcher(() => startDownload(owner));
};

const startOffline = () => {
  $("offline-dot").setAttribute("role", "img");
  const word = make("p", { id: "download-word", role: "status" });
  $("offline").append(make("p", { id: "offline-word" }), make("div", { id: "offline-keep", className: "panel", hidden: true }, word));
  onShow.offline = () => {
    showOffline();
    if (ability() === "keep") loadFetcher();
  };
  new MutationObserver(showInvitation).observe(page, { attributeFilter: ["data-view"] });
  resumeDownload();
};
