// One audio element for the whole visit: a phone that let it play once lets it play on.
const audio = $("audio");
const SPEEDS = [0.75, 1, 1.25, 1.5, 1.75, 2];
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
  if (now?.id !== track.id) loadTrack(track, resumeAt(track));
  const warned = Boolean(stop.warning) && !accepted(stop);
  showStop(warned);
  if (begin && audioPath() && !warned && !playing()) play();
  if (begin) show($("finished"), false);
  go("player", { stop, replace, focus });
};

const resumeAt = (track) => {
  const seconds = recall("positions", track.id) || 0;
  return seconds > 5 && seconds < track.seconds - 5 ? seconds - 2 : 0;
};

const loadTrack = (track, seconds) => {
  savePosition();
  now = track;
  show($("finished"), false);
  wantedSeconds = seconds;
  if (track.audio) {
    audio.src = address(track.audio);
    setSpeed(memory.speed || 1);
    arriving = seconds && WANTED;
  } else audio.removeAttribute("src");
  showPosition();
  return loadTrackText(track);
};

const loadTrackText = async (track) => {
  try {
    track.text = await loadData("text", track.id, track.textPath);
  } catch {
    if (now === track) $("text").replaceChildren(make("p", {}, say("text_missing")));
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
  onShow.levels?.();
  show($("warning"), warned);
  show($("silent"), !audioPath());
  show($("from-start"), wantedSeconds > 0 && !warned && !playing());
  show($("follow-line"), Boolean(audioPath()));
  show($("headphones"), Boolean(audioPath()));
  if (!warned) return;
  const next = stopAfter(stop);
  $("warning-text").textContent = stop.warning;
  show($("skip-warning"), Boolean(next));
  if (next) $("skip-warning").textContent = say("next_stop", { title: nameOf(next) });
};

const nameOf = (stop) => [stop.number, stop.title].filter(Boolean).join(" ");

const play = () => {
  if (!audioPath() || now.held) return;
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

const skipSentence = (step) => {
  const at = sentenceAt(here());
  const inside = at >= 0 && here() - sentences[at].start > 1.5;
  const goal = step < 0 && inside ? at : at + step;
  touched = 0;
  if (goal < 0) seek(0);
  else if (sentences[goal]) seek(sentences[goal].start);
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
};

// Spoken only when the slider is reached or moved: a value that changes each second would talk over the voice.
const speakPosition = () => {
  const value = say("position_value", { now: clock(here()), total: clock(now?.seconds) });
  $("position").setAttribute("aria-valuetext", value);
};

const soundMissing = () => {
  tell(say("sound_missing"));
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
  page.style.setProperty("--bar", `${$("bar").offsetHeight}px`);
};

// The highlight follows each frame while the page is seen; a hidden page gets by with timeupdate.
const frame = () => {
  if (!playing()) return;
  mark(here());
  requestAnimationFrame(frame);
};

const finish = () => {
  rememberIn("heard", now.stop.id, 1);
  rememberIn("positions", now.id, 0);
  const next = stopAfter(now.stop);
  if (site.autoAdvance && next) return openStop(next, { play: true, replace: true });
  show($("next"), Boolean(next));
  if (next) $("next").textContent = say("next_stop", { title: nameOf(next) });
  show($("finished"), true);
  showBar();
};

const openNext = () => {
  const next = stopAfter(now.stop);
  if (next) openStop(next, { play: true });
};

const startPlayer = () => {
  const speed = $("speed");
  speed.replaceChildren(...SPEEDS.map((value) => make("option", { value: String(value) }, `${number(value, 2)}×`)));
  speed.addEventListener("change", () => {
    remember({ speed: Number(speed.value) });
    setSpeed(memory.speed);
  });
  const toggle = () => (playing() ? pause() : play());
  const miniToggle = () => (now.held ? openStop(now.stop) : toggle());
  const actions = {
    play: toggle, "mini-play": miniToggle, back: () => seek(here() - 10), forward: () => seek(here() + 10),
    previous: () => skipSentence(-1), following: () => skipSentence(1), "from-start": () => { seek(0); play(); },
    next: openNext, "skip-warning": openNext, "warning-accept": acceptWarning,
    "headphones-ok": () => { remember({ headphones: 1 }); page.classList.add("asked"); },
  };
  for (const [id, action] of Object.entries(actions)) $(id).addEventListener("click", action);
  $("mini-title").addEventListener("click", () => openStop(now.stop));
  $("position").addEventListener("input", () => { seek(Number($("position").value)); speakPosition(); });
  $("position").addEventListener("focus", speakPosition);
  startAudio();
};

const acceptWarning = () => {
  rememberIn("accepted", now.stop.id, Date.now());
  now.held = false;
  page.classList.remove("held");
  play();
  showBar();
};

const startAudio = () => {
  audio.addEventListener("loadedmetadata", () => setSpeed(memory.speed || 1));
  for (const event of ["loadedmetadata", "durationchange", "playing", "timeupdate"]) audio.addEventListener(event, arrive);
  audio.addEventListener("playing", () => { showPlaying(); frame(); });
  audio.addEventListener("pause", () => { showPlaying(); savePosition(); });
  audio.addEventListener("play", showPlaying);
  audio.addEventListener("ended", () => { showPlaying(); finish(); });
  audio.addEventListener("error", () => { if (audioPath()) soundMissing(); });
  audio.addEventListener("timeupdate", () => {
    if (!audio.seeking) showPosition();
    if (playing() && document.hidden) mark(here());
    if (playing() && Date.now() - savedAt > 2000) savePosition();
  });
  addEventListener("pagehide", savePosition);
};
