// The worker that serves the page without reception; a new version waits until the visitor agrees, and never cuts a sentence.
let waitingWorker = null;
let reloadWanted = false;
let registration = null;

// The worker of a first visit is no update, though WebKit may tell that it is installed when it serves the page already:
// taken for one, it had the page load again while a visitor typed.
let firstWorker = null;

const offerUpdate = (worker) => {
  if (!worker || worker === firstWorker || !navigator.serviceWorker.controller) return;
  waitingWorker = worker;
  show($("update"), true);
  leaveLostVersion();
  showBar();
  whisper(say("update_ready"));
};

const takeOver = () => waitingWorker?.postMessage(`take over ${tag}`);

// A stop's files of this version may be gone from the server: then nothing plays, and only the new version can.
const leaveLostVersion = () => {
  if (lost()) takeOver();
};

const watch = (worker) => {
  // One before it may have failed: then this one is the first.
  if (worker && !registration.active) firstWorker = worker;
  worker?.addEventListener("statechange", () => {
    if (worker.state === "installed") offerUpdate(worker);
  });
};

// A phone in the pocket that was paused on its lock screen must still be there when it is told to go on.
const reloadWhenQuiet = () => {
  if (!reloadWanted || document.hidden) return;
  if (playing()) {
    $("update-word").textContent = say("update_after");
    show($("update"), true);
    return showBar();
  }
  savePosition();
  location.reload();
};

const makeUpdate = () => {
  const line = make("p", { id: "update", className: "say", hidden: true }, worded("span", "update_ready", { id: "update-word" }));
  line.append(" ", wordButton("update-now", "plain"));
  $("status-line").after(line);
};

/** What could not be had may be gone with the version that it belongs to. */
const lookForUpdate = async () => registration?.update().catch(() => {});

const startUpdate = async () => {
  if (ability() !== "keep") return;
  makeUpdate();
  const workers = navigator.serviceWorker;
  const controlled = Boolean(workers.controller);
  workers.addEventListener("controllerchange", () => {
    if (controlled || waitingWorker) reloadWanted = true;
    reloadWhenQuiet();
    showOffline();
  });
  audio.addEventListener("pause", reloadWhenQuiet);
  document.addEventListener("visibilitychange", reloadWhenQuiet);
  audio.addEventListener("ended", reloadWhenQuiet);
  $("update-now").addEventListener("click", takeOver);
  audio.addEventListener("error", leaveLostVersion);
  try {
    const script = new URL("sw.js", root).href;
    registration = await workers.register(policy ? policy.createScriptURL(script) : script, { updateViaCache: "none" });
    if (!controlled) firstWorker = registration.installing || registration.waiting || registration.active;
    offerUpdate(registration.waiting);
    watch(registration.installing);
    registration.addEventListener("updatefound", () => watch(registration.installing));
    document.addEventListener("visibilitychange", () => { if (!document.hidden) lookForUpdate(); });
    // A version on its way has put its files there already.
    if (controlled && !registration.installing && !registration.waiting) await tidy();
  } catch {
    // Without a worker (a private window, a certificate that was clicked away) nothing can be kept, and the page says so.
    refused = !navigator.serviceWorker.controller;
    showOffline();
    showHelp();
  }
};
