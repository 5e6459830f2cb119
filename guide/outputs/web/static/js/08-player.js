// One audio element for the whole visit: a phone that let it play once lets it play on.
const audio = $("audio");
const STANDARD = "standard";
const WANTED = "wanted";
const SOUGHT = "sought";
let now = null;
let wantedSeconds = 0;
let arriving = "";
let savedAt = 0;

const audioPath = () => now?.audio || "";
const playing = () => !audio.paused && !audio.ended;
const here = () => (arriving || !audio.readyState ? wantedSeconds : audio.currentTime);

const trackOf = (stop, level) => {
  const found = stop.tracks[level] ? level : stop.tracks[STANDARD] ? STANDARD : Object.keys(stop.tracks)[0];
  const [text, sound, seconds] = stop.tracks[found];
  return { id: `${stop.id}.${tag}.${found}`, stop, level: found, textPath: text, audio: sound, seconds };
};

/** Open a stop; with `play`, called inside a tap or key, its sound begins unless a warning stands before it. */
const openStop = (stop, { play: begin = false, level = memory.level, replace = false, focus = true } = {}) => {
  const track = trackOf(stop, level);
  if (now?.id === track.id) askAgain();
  else loadTrack(track, resumeAt(track));
  const warned = Boolean(stop.warning) && !accepted(stop) && !playing();
  showStop(warned);
  if (begin && audioPath() && !warned && !playing()) play();
  if (begin) show($("finished"), false);
  go("player", { stop, replace, focus });
};

/** Ask anew for what did not come: a stop's sound, its text. */
const askAgain = () => {
  if (audio.error) loadTrack(trackOf(now.stop, now.level), here());
  else if (now?.lacking) loadTrackText(now);
};

const resumeAt = (track) => {
  const seconds = recall("positions", track.id) || 0;
  return seconds > 5 && seconds < track.seconds - 5 ? seconds - 2 : 0;
};

const loadTrack = (track, seconds) => {
  savePosition();
  settle();
  now = track;
  show($("finished"), false);
  wantedSeconds = seconds;
  if (track.audio) {
    const source = address(track.audio);
    // The browser's own player, there before the program, may have begun already: it goes on.
    const begun = playing() && !audio.error && audio.src === source;
    if (begun) wantedSeconds = audio.currentTime;
    else audio.src = source;
    setSpeed(memory.speed || 1);
    arriving = !begun && seconds && WANTED;
  } else {
    audio.pause();
    audio.removeAttribute("src");
    audio.load();
  }
  showPosition();
  return loadTrackText(track);
};

const loadTrackText = async (track) => {
  track.lacking = false;
  try {
    track.text = await loadData("text", track.id, track.textPath);
  } catch {
    track.lacking = true;
    if (now !== track) return;
    $("text").replaceChildren(make("p", {}, say("text_missing")));
    onShow.lacking?.();
    return;
  }
  if (now !== track) return;
  renderText(track.text);
  if (track.audio) mark(here());
};

const showStop = (warned) => {
  const { stop } = now;
  touched = 0;
  now.held = warned;
  page.classList.toggle("held", warned);
  $("number").textContent = stop.number;
  $("section").textContent = guide.sections[stop.section] || "";
  $("title").textContent = stop.title;
  onShow.stop?.();
  show($("warning"), warned);
  show($("silent"), !audioPath());
  show($("from-start"), wantedSeconds > 0 && !warned && !playing());
  show($("follow-line"), Boolean(audioPath()));
  show($("headphones"), Boolean(audioPath()));
  if (!warned) return;
  const next = stopAfter(stop);
  $("warning-text").textContent = stop.warning;
  $("skip-warning").textContent = next ? say("next_stop", { title: nameOf(next) }) : say("next_number");
};

const nameOf = (stop) => [stop.number, stop.title].filter(Boolean).join(" ");

const play = () => {
  if (!audioPath() || now.held) return;
  askAgain();
  if (audio.ended) seek(0);
  show($("warning"), false);
  show($("finished"), false);
  // A refusal (no gesture yet, or a source replaced meanwhile) leaves the button as it is: Listen.
  audio.play()?.catch((fault) => { if (fault.name === "NotSupportedError") soundMissing(); });
};

const pause = () => audio.pause();

const seek = (seconds) => {
  const goal = Math.min(Math.max(seconds, 0), now.seconds);
  wantedSeconds = goal;
  arriving = WANTED;
  arrive();
  show($("from-start"), false);
  if (goal < now.seconds - 0.1) show($("finished"), false);
  mark(goal);
  showPosition();
};

/**
 * Bring the sound to where it is wanted, as often as it takes. WebKit drops a position set before it knows the file, and
 * until it knows the file's length takes any position for the end: the build's seconds tell when the length can be believed.
 */
const arrive = () => {
  if (!arriving || audio.seeking || !(audio.duration > now.seconds * 0.9)) return;
  if (arriving === SOUGHT && audio.currentTime > wantedSeconds - 0.5) {
    if (audio.currentTime > wantedSeconds) arriving = "";
    return;
  }
  arriving = SOUGHT;
  audio.currentTime = wantedSeconds;
};

const setSpeed = (speed) => {
  audio.defaultPlaybackRate = speed;
  audio.playbackRate = speed;
  $("speed").value = String(speed);
};

const savePosition = () => {
  if (!now?.audio || !here()) return;
  savedAt = Date.now();
  rememberIn("positions", now.id, audio.ended ? 0 : Math.round(here()));
};

const showPosition = () => {
  if (!now) return;
  const seconds = here();
  $("position").max = String(now.seconds || 1);
  $("position").value = String(seconds);
  $("position").style.setProperty("--share", String(now.seconds ? seconds / now.seconds : 0));
  $("time").textContent = clock(seconds);
  $("total").textContent = clock(now.seconds);
  onShow.position?.();
};

const soundMissing = () => {
  tell(say(onShow.soundMissing?.() || "sound_missing"), true);
  showPlaying();
};

const showPlaying = () => {
  for (const button of [$("play"), $("mini-play")]) {
    setIcon(button, playing() ? "pause" : "play");
    button.querySelector(".word").textContent = say(playing() ? "pause" : "listen");
  }
  page.classList.toggle("playing", playing());
};

/** The fixed bar: all controls at the stop, a short line with the stop's name elsewhere. */
const showBar = () => {
  if (view !== "player") show($("finished"), false);
  const loaded = Boolean(audioPath());
  show($("transport"), view === "player" && loaded && !now.held);
  show($("mini"), view !== "player" && loaded);
  if (loaded) $("mini-title").textContent = nameOf(now.stop);
};

// The highlight follows each frame while the page is seen; a hidden page gets by with timeupdate.
let frameId = 0;
const frame = () => {
  cancelAnimationFrame(frameId);
  if (!playing()) return;
  mark(here());
  frameId = requestAnimationFrame(frame);
};

const openNext = () => {
  const next = stopAfter(now.stop);
  if (next) openStop(next, { play: true });
  else go(site.home);
};

const startPlayer = () => {
  const toggle = () => (playing() ? pause() : play());
  const miniToggle = () => (now.held ? openStop(now.stop) : toggle());
  const actions = {
    play: toggle, "mini-play": miniToggle, "from-start": () => { seek(0); play(); }, "mini-title": () => openStop(now.stop),
    next: openNext, "skip-warning": openNext, "warning-accept": acceptWarning,
  };
  for (const [id, action] of Object.entries(actions)) $(id).addEventListener("click", action);
  // However it grows or the phone is turned, the page keeps as much room as the bar takes.
  new ResizeObserver(() => {
    page.style.setProperty("--bar", `${$("bar").offsetHeight}px`);
    onShow.bar?.();
  }).observe($("bar"));
  startAudio();
};

/** Heard or read: what stood behind the warning is there. */
const acceptWarning = (begin) => {
  rememberIn("accepted", now.stop.id, Date.now());
  now.held = false;
  page.classList.remove("held");
  show($("warning"), false);
  if (begin) play();
  showBar();
};

const startAudio = () => {
  audio.addEventListener("loadedmetadata", () => setSpeed(memory.speed || 1));
  for (const event of ["loadedmetadata", "durationchange", "playing", "timeupdate"]) audio.addEventListener(event, arrive);
  audio.addEventListener("playing", () => { settle(); showPlaying(); frame(); });
  audio.addEventListener("pause", () => { showPlaying(); savePosition(); });
  // A source that is replaced while it plays ends without a word but this one.
  for (const event of ["play", "ended", "emptied"]) audio.addEventListener(event, showPlaying);
  audio.addEventListener("error", () => { if (audioPath()) soundMissing(); });
  audio.addEventListener("timeupdate", () => {
    if (!audio.seeking) showPosition();
    if (playing() && document.hidden) mark(here());
    if (playing() && Date.now() - savedAt > 2000) savePosition();
  });
  addEventListener("pagehide", savePosition);
  frame();
};
