// Fetching a language, loaded when it is asked for: each file is checked by SHA-256 before it is kept; what breaks off goes on where it was.
"use strict";
const AT_ONCE = 3;
const TRIES = 4;

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

/** A sentence about another language than the page's says whose it is. */
const about = (owner, text) => (owner === tag || !text ? text : say("named", { name: languageOf(owner).name, value: text }));

const startDownload = async () => {
  if (download) return;
  const owner = tag;
  const control = new AbortController();
  const { signal } = control;
  download = { control, owner };
  const total = standing.bytes;
  let done = 0;
  const arrive = (bytes) => { done += bytes; if (!signal.aborted) showProgress(owner, done, total); };
  $("download-word").textContent = "";
  showStanding();
  showProgress(owner, 0, total);
  if (view === "offline") $("stop-download").focus();
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
    if (!signal.aborted) word = faultWord(fault, total - done);
    control.abort();
  }
  download = null;
  endDownload(owner, word, signal.aborted);
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
  if (standing.missing.length) return startDownload();
  $("download-word").textContent = say("checked");
};
