// The panel under Offline, loaded when it is looked at. Fetching a language: each file is checked by SHA-256 before it is
// kept; what breaks off goes on where it was, and by itself as soon as the line is back.
"use strict";
const AT_ONCE = 3;
const TRIES = 4;
const BEAT_MS = 15000;
const ASKED_MS = 10000;
const HASTE_MS = 600;

const standingWord = (found) =>
  say(whole(found) ? "ready" : "not_ready", { number: number(found.ready), total: number(found.stops) });

onShow.standing = () => {
  const { ready, stops, bytes } = standing;
  const done = whole();
  // Shown once the size is known: nobody is asked to download something of unknown size.
  show($("offline-keep"), ability() === "keep" && standing !== NOTHING);
  $("ready").textContent = standingWord(standing);
  $("ready").dataset.done = String(done);
  setIcon($("ready-mark"), done ? "check" : "download");
  $("download-size").textContent = done ? "" : say("download_size", { mb: megabytes(bytes), language: languageOf(tag).name });
  show($("download"), !done && !download && stops > 0);
  show($("repair"), ready > 0 && !download);
  show($("remove"), ready > 0 && !download);
  show($("stop-download"), Boolean(download));
  show($("download-progress"), Boolean(download));
  if (download?.waits) $("download-word").textContent = about(download.owner, say("download_waits"));
};

const makePanel = () => {
  const mark = icon("download");
  mark.id = "ready-mark";
  const bar = make("progress", { id: "progress", "aria-labelledby": "progress-word" });
  const buttons = [wordButton("download", "strong")];
  for (const id of ["stop-download", "repair", "remove"]) buttons.push(wordButton(id, "plain", true));
  // What is said stands below: no button moves under a finger.
  $("download-word").textContent = "";
  $("download-word").before(
    make("p", { className: "standing" }, mark, make("strong", { id: "ready", role: "status", tabIndex: -1 })),
    make("p", { id: "download-size" }),
    make("div", { id: "download-progress", hidden: true }, bar, make("p", { id: "progress-word" })),
    make("p", { className: "choices" }, ...buttons),
  );
  $("download").addEventListener("click", beginDownload);
  $("repair").addEventListener("click", repair);
  $("remove").addEventListener("click", askRemoval);
  $("stop-download").addEventListener("click", () => download?.control.abort());
  onShow.standing();
};

const hex = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");

class Damaged extends Error {}

/** Fetch one file, telling its bytes as they come; refuse it unless its digest is the build's. */
const fetchChecked = async ([path, digest], signal, arrive) => {
  const answer = await fetch(address(path), { signal, cache: "no-store" });
  // A server that is not well may be later; a file that it has not will not come.
  if (!answer.ok) throw new (answer.status < 500 ? Error : TypeError)(`${answer.status} ${path}`);
  const pieces = [];
  const reader = answer.body.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    pieces.push(piece.value);
    arrive(piece.value.length);
  }
  const blob = new Blob(pieces, { type: answer.headers.get("Content-Type") || "" });
  if (!hex(await crypto.subtle.digest("SHA-256", await blob.arrayBuffer())).startsWith(digest)) throw new Damaged(path);
  return blob;
};

const keep = async (shelf, file, signal, arrive) => {
  for (let attempt = 1; ; attempt += 1) {
    let got = 0;
    const line = stallingLine(signal);
    try {
      const blob = await fetchChecked(file, line.signal, (bytes) => { got += bytes; arrive(bytes); line.alive(); });
      const headers = { "Content-Type": blob.type, "Content-Length": String(blob.size), "Accept-Ranges": "bytes" };
      await shelf.put(address(file[0]), new Response(blob, { headers }));
      landed.add(file[0]);
      return onShow.absent?.();
    } catch (fault) {
      arrive(-got);
      if (attempt === TRIES || signal.aborted || fault.name === "QuotaExceededError") throw fault;
      await rest(300 * 2 ** attempt, signal);
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
  if (signal.aborted) stop();
  const end = () => { clearTimeout(late); signal.removeEventListener("abort", stop); };
  const alive = () => { clearTimeout(late); late = setTimeout(stop, STALL_MS); };
  return { signal: control.signal, alive, end };
};

/** A sentence about another language than the page's says whose it is. */
const about = (owner, text) => (owner === tag || !text ? text : say("named", { name: languageOf(owner).name, value: text }));

/** Wait, unless the visitor stops the download; events may end it earlier. */
const rest = (wait_ms, signal, ...events) => new Promise((resolve) => {
  const sources = [[signal, "abort"], ...events];
  const end = () => {
    clearTimeout(timer);
    for (const [source, kind] of sources) source.removeEventListener(kind, end);
    resolve();
  };
  const timer = setTimeout(end, wait_ms);
  for (const [source, kind] of sources) source.addEventListener(kind, end);
});

/** Keep the screen on while files come: a phone that goes dark stops fetching. Where that is not known, it goes without. */
const awake = async (work) => {
  let over = false;
  let lock = null;
  const ask = async () => {
    lock = document.hidden ? null : await navigator.wakeLock?.request("screen").catch(() => {});
    if (over) lock?.release();
  };
  document.addEventListener("visibilitychange", ask);
  ask();
  try {
    return await work();
  } finally {
    over = true;
    lock?.release();
    document.removeEventListener("visibilitychange", ask);
  }
};

/** One tab fetches: another in which the same is begun, or gone on with, takes over. */
const alone = (running) => {
  const { signal } = running.control;
  const held = () => new Promise((resolve) => { signal.addEventListener("abort", resolve); });
  navigator.locks?.request(`${SHELF} download`, { steal: true }, held).catch(() => {
    running.taken = true;
    running.control.abort();
  });
};

const isLineFault = ({ name }) => name === "TypeError" || name === "AbortError";

/** Fetch files as long as the line holds; a fault that no waiting mends is thrown once all that can come has come. */
const fetchMissing = async (missing, signal, arrive) => {
  const shelf = await caches.open(SHELF);
  const waiting = [...missing];
  const worker = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) await keep(shelf, file, signal, arrive);
  };
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker));
  const fault = ends.map((end) => end.reason).find((reason) => reason && !isLineFault(reason));
  if (fault) throw fault;
};

const beginDownload = () => {
  remember({ downloading: tag, begun: Date.now() });
  return startDownload(tag);
};

const startDownload = async (owner) => {
  if (download) return;
  const running = { control: new AbortController(), owner, waits: false, taken: false };
  const { signal } = running.control;
  download = running;
  alone(running);
  // Asked inside the tap; the answer only lowers the risk that the phone tidies the files away.
  navigator.storage?.persist?.();
  $("download-word").textContent = "";
  showStanding();
  if (view === "offline") $("stop-download").focus();
  let [word, done, total] = ["", 0, 0];
  const arrive = (bytes) => {
    done += bytes;
    if (running.waits && bytes > 0) showWaiting(running, false);
    if (!signal.aborted) showProgress(owner, done, total);
  };
  try {
    let found = await count(owner);
    total = found.bytes;
    while (!whole(found) && !signal.aborted) {
      arrive(0);
      await awake(() => fetchMissing(found.missing, signal, arrive));
      found = await count(owner);
      // Without a worker nothing that waits for it ever comes.
      if (whole(found) || signal.aborted || !navigator.serviceWorker.controller) break;
      // All stops are here, but the page's own files in this language went with this version: only the next one has them.
      if (found.ready === found.stops) lookForUpdate().then(takeOver);
      if (!running.waits) showWaiting(running, true);
      await rest(BEAT_MS, signal, [window, "online"], [document, "visibilitychange"]);
    }
  } catch (fault) {
    if (!signal.aborted) word = faultWord(fault, total - done);
  }
  const stopped = signal.aborted;
  if (!running.taken) remember({ downloading: "" });
  download = null;
  running.control.abort();
  endDownload(owner, word, stopped);
};

/** Say that the line is lost and the download will go on by itself; and no more once something comes. */
const showWaiting = (running, waits) => {
  running.waits = waits;
  $("download-word").textContent = "";
  showStanding();
  if (waits && view !== "offline") tell($("download-word").textContent);
};

/** Judge the download's own language, whatever the page speaks by now, and say how it ended. */
const endDownload = async (owner, word, aborted) => {
  tellTab("");
  await showOffline();
  const found = owner === tag ? standing : await count(owner).catch(() => NOTHING);
  const broken = word || (!aborted && !whole(found) && say("download_broken")) || "";
  const done = whole(found) ? about(owner, standingWord(found)) : about(owner, broken);
  $("download-word").textContent = owner === tag && whole(found) ? "" : done;
  if (view !== "offline") tell(done);
  else if (document.activeElement === document.body || $("offline-keep").contains(document.activeElement)) $("ready").focus();
};

const faultWord = (fault, lacking) => {
  if (fault.name === "QuotaExceededError") return say("no_space", { mb: megabytes(lacking) });
  return say(fault instanceof Damaged ? "damaged" : "download_broken");
};

const showProgress = (owner, done, total) => {
  $("progress").max = total || 1;
  $("progress").value = done;
  $("progress-word").textContent = about(owner, say("progress", { done: megabytes(done), total: megabytes(total) }));
  tellTab(new Intl.NumberFormat(tag, { style: "percent", numberingSystem: "latn" }).format(total && done / total));
};

/** How far a download is, seen from every view: in place of its part's name. */
const tellTab = (share) => {
  const tab = document.querySelector(".tabs [data-go=offline]");
  tab.querySelector(".word").textContent = share || say("tab_offline");
  if (share) tab.setAttribute("aria-label", `${say("tab_offline")} ${share}`);
  else tab.removeAttribute("aria-label");
};

/** Read every kept file again and throw out what is damaged; then fetch what is missing. */
const repair = async () => {
  const owner = tag;
  $("download-word").textContent = say("checking");
  const { stops } = await fileList(owner);
  const shelf = await caches.open(SHELF);
  for (const [path, digest] of stops.flat()) {
    const answer = await shelf.match(address(path));
    const sound = answer && hex(await crypto.subtle.digest("SHA-256", await answer.arrayBuffer())).startsWith(digest);
    if (answer && !sound) await shelf.delete(address(path));
  }
  await showOffline();
  if (owner !== tag) return;
  if (standing.missing.length) return beginDownload();
  $("download-word").textContent = say("checked");
};

const removeDownload = async () => {
  const { stops } = await fileList(tag);
  const shelf = await caches.open(SHELF);
  await shelf.delete(markOf(tag));
  const others = [];
  for (const other of site.languages) if (await shelf.match(markOf(other.tag))) others.push(other);
  const needed = await named(others);
  for (const [path] of stops.flat()) if (!needed.has(address(path))) await shelf.delete(address(path));
  await showOffline();
  $("ready").focus();
};

let question = 0;
let askedAt = 0;
const nameRemoval = (key, word) => {
  $("remove").dataset.w = key;
  $("remove").textContent = say(key);
  $("download-word").textContent = word;
};

const endAsking = () => {
  clearTimeout(question);
  question = 0;
  nameRemoval("remove", "");
};

/** The first press asks, a second one removes; not two of one hasty finger. What goes comes back only with a network. */
const askRemoval = ({ timeStamp }) => {
  if (!question) {
    nameRemoval("remove_sure", say(navigator.onLine ? "remove_why" : "remove_why_now"));
    question = setTimeout(endAsking, ASKED_MS);
    askedAt = timeStamp;
  } else if (timeStamp - askedAt > HASTE_MS) {
    endAsking();
    removeDownload();
  }
};

makePanel();
