// Offline that is never a lie: each file is checked by SHA-256 before it is kept, and all are counted at every start.
const SHELF = `guide ${site.id} media ${root.href}`;
const AT_ONCE = 3;
const TRIES = 4;
let download = null;
const STALL_MS = 10000;
let refused = false;
let standing = { stops: 0, ready: 0, bytes: 0, missing: [], shell: false };

/** What this window can do: keep the guide, only stream it, read it from a folder, or ask for a real browser. */
const ability = () => {
  if (fromFolder) return "folder";
  if (!isSecureContext) return "stream";
  return "serviceWorker" in navigator && self.caches && !refused ? "keep" : "borrowed";
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

/** Whether the page's own files are on the phone, each with its digest; the worker fetches again what is not. */
const shellWhole = () => new Promise((resolve) => {
  const worker = navigator.serviceWorker.controller;
  if (!worker) return resolve(false);
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => resolve(data);
  setTimeout(resolve, STALL_MS, false);
  worker.postMessage("whole?", [port2]);
});

const fileList = () => loadData("files", tag, languageOf(tag).files);

/** Count what is on the phone: a stop is ready when each of its files is there in full length. */
const count = async () => {
  const { stops } = await fileList();
  const shelf = await caches.open(SHELF);
  const found = { stops: stops.length, ready: 0, bytes: 0, missing: [], shell: await shellWhole() };
  for (const files of stops) {
    const lacking = [];
    for (const file of files) {
      const answer = await shelf.match(address(file[0]));
      if (!answer || Number(answer.headers.get("Content-Length")) !== file[2]) lacking.push(file);
    }
    if (!lacking.length) found.ready += 1;
    found.missing.push(...lacking);
  }
  found.missing = [...new Map(found.missing.map((file) => [file[0], file])).values()];
  found.bytes = found.missing.reduce((sum, file) => sum + file[2], 0);
  standing = found;
};

const whole = () => standing.stops > 0 && standing.ready === standing.stops && standing.shell;

const showOffline = async () => {
  const can = ability();
  $("offline-word").textContent = limitWord() && say(limitWord());
  show($("offline-why"), can === "keep");
  hintAtLimit(can);
  if (can !== "keep") {
    show($("offline-keep"), false);
    return show($("offline-dot"), false);
  }
  try {
    await count();
    if (whole()) await (await caches.open(SHELF)).put(markOf(tag), new Response(""));
  } catch {
    standing = { stops: 0, ready: 0, bytes: 0, missing: [], shell: false };
  }
  if (refused) return;
  // Shown once the size is known: nobody is asked to download something of unknown size.
  show($("offline-keep"), true);
  showStanding();
};

const showStanding = () => {
  const { ready, stops } = standing;
  const done = whole();
  $("ready").textContent = say(done ? "ready" : "not_ready", { number: number(ready), total: number(stops) });
  $("ready").dataset.done = String(done);
  setIcon($("ready-mark"), done ? "check" : "download");
  $("download-size").textContent = done ? "" : say("download_size", { mb: megabytes(standing.bytes), language: languageOf(tag).name });
  show($("download"), !done && !download && stops > 0);
  show($("repair"), ready > 0 && !download);
  show($("remove"), ready > 0 && !download);
  show($("stop-download"), Boolean(download));
  show($("download-progress"), Boolean(download));
  show($("offline-dot"), !done);
};

const megabytes = (bytes) => number(bytes / 1e6, bytes < 1e7 ? 1 : 0);

const hex = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");

class Damaged extends Error {}

/** Fetch one file, telling its bytes as they come; refuse it unless its digest is the build's. */
const fetchChecked = async ([path, digest], signal, arrive) => {
  const answer = await fetch(address(path), { signal, cache: "no-store" });
  if (!answer.ok) throw new TypeError(`${answer.status} ${path}`);
  const pieces = [];
  const reader = answer.body.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    pieces.push(piece.value);
    arrive(piece.value.length);
  }
  const blob = new Blob(pieces, { type: answer.headers.get("Content-Type") || "" });
  if (hex(await crypto.subtle.digest("SHA-256", await blob.arrayBuffer())) !== digest) throw new Damaged(path);
  return blob;
};

const keep = async (shelf, file, signal, arrive) => {
  for (let attempt = 1; ; attempt += 1) {
    let got = 0;
    const line = stallingLine(signal);
    try {
      const blob = await fetchChecked(file, line.signal, (bytes) => { got += bytes; arrive(bytes); line.alive(); });
      const headers = { "Content-Type": blob.type, "Content-Length": String(blob.size), "Accept-Ranges": "bytes" };
      return await shelf.put(address(file[0]), new Response(blob, { headers }));
    } catch (fault) {
      arrive(-got);
      if (attempt === TRIES || signal.aborted || fault.name === "QuotaExceededError") throw fault;
      await new Promise((resolve) => { setTimeout(resolve, 300 * 2 ** attempt); });
    } finally {
      line.end();
    }
  }
};

/** A signal that gives up when nothing came for a while, as on Wi-Fi that leads nowhere, or with the visitor's own. */
const stallingLine = (signal) => {
  const control = new AbortController();
  const stop = () => control.abort();
  let late = setTimeout(stop, STALL_MS);
  signal.addEventListener("abort", stop);
  const end = () => { clearTimeout(late); signal.removeEventListener("abort", stop); };
  const alive = () => { clearTimeout(late); late = setTimeout(stop, STALL_MS); };
  return { signal: control.signal, alive, end };
};

const startDownload = async () => {
  if (download) return;
  download = new AbortController();
  const { signal } = download;
  const total = standing.bytes;
  let done = 0;
  const arrive = (bytes) => { done += bytes; showProgress(done, total); };
  showStanding();
  showProgress(0, total);
  let word = "";
  try {
    // Asked inside the tap; the answer only lowers the risk that the phone tidies the files away.
    navigator.storage?.persist?.();
    const shelf = await caches.open(SHELF);
    const waiting = [...standing.missing];
    const worker = async () => {
      for (let file = waiting.shift(); file; file = waiting.shift()) await keep(shelf, file, signal, arrive);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  } catch (fault) {
    if (!signal.aborted) word = faultWord(fault);
    download.abort();
  }
  download = null;
  await showOffline();
  if (!word && !signal.aborted && !whole()) word = say("download_broken");
  $("download-word").textContent = word;
  if (view !== "offline") tell(whole() ? $("ready").textContent : word);
};

const faultWord = (fault) => {
  if (fault.name === "QuotaExceededError") return say("no_space", { mb: megabytes(standing.bytes) });
  return say(fault instanceof Damaged ? "damaged" : "download_broken");
};

const showProgress = (done, total) => {
  $("progress").max = total || 1;
  $("progress").value = done;
  $("progress-word").textContent = say("progress", { done: megabytes(done), total: megabytes(total) });
};

/** Read every kept file again and throw out what is damaged; then fetch what is missing. */
const repair = async () => {
  $("download-word").textContent = say("checking");
  const { stops } = await fileList();
  const shelf = await caches.open(SHELF);
  for (const [path, digest] of stops.flat()) {
    const answer = await shelf.match(address(path));
    const sound = answer && hex(await crypto.subtle.digest("SHA-256", await answer.arrayBuffer())) === digest;
    if (answer && !sound) await shelf.delete(address(path));
  }
  await showOffline();
  if (standing.missing.length) return startDownload();
  $("download-word").textContent = say("checked");
};

const removeDownload = async () => {
  const { stops } = await fileList();
  const shelf = await caches.open(SHELF);
  await shelf.delete(markOf(tag));
  const others = [];
  for (const other of site.languages) if (await shelf.match(markOf(other.tag))) others.push(other);
  const needed = await named(others);
  for (const [path] of stops.flat()) if (!needed.has(address(path))) await shelf.delete(address(path));
  $("download-word").textContent = "";
  await showOffline();
};

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
  const needed = await named(site.languages);
  for (const language of site.languages) needed.add(markOf(language.tag));
  for (const request of kept) if (!needed.has(request.url)) await shelf.delete(request);
};

const makeOffline = () => {
  const mark = icon("download");
  mark.id = "ready-mark";
  const standingLine = make("p", { className: "standing" }, mark, make("strong", { id: "ready", role: "status" }));
  const bar = make("progress", { id: "progress", "aria-labelledby": "progress-word" });
  const buttons = [wordButton("download", "strong")];
  for (const id of ["stop-download", "repair", "remove"]) buttons.push(wordButton(id, "plain", true));
  $("offline").append(make("p", { id: "offline-word" }), make("div", { id: "offline-keep", className: "panel", hidden: true },
    standingLine,
    make("p", { id: "download-size" }),
    make("div", { id: "download-progress", hidden: true }, bar, make("p", { id: "progress-word" })),
    make("p", { id: "download-word", role: "status" }),
    make("p", { className: "choices" }, ...buttons),
  ));
};

const startOffline = () => {
  makeOffline();
  $("download").addEventListener("click", startDownload);
  $("repair").addEventListener("click", repair);
  $("remove").addEventListener("click", removeDownload);
  $("stop-download").addEventListener("click", () => download?.abort());
  onShow.offline = showOffline;
  onShow.soundMissing = () => ({ stream: "sound_missing_signal", borrowed: "sound_missing_signal", folder: "sound_missing_folder" })[ability()];
};
