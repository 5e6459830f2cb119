// The transport around play and pause: sentences, seconds, position, speed, and what the end of a stop offers.
const SPEEDS = [0.75, 1, 1.25, 1.5, 1.75, 2];
let late = 0;

const skipSentence = (step) => {
  const at = sentenceAt(here());
  const inside = at >= 0 && here() - sentences[at].start > 1.5;
  const goal = step < 0 && inside ? at : at + step;
  touched = 0;
  if (goal < 0) seek(0);
  else if (sentences[goal]) seek(sentences[goal].start);
};

// Spoken when the slider is reached or moved: a value that changes under it each second would talk over the voice.
const speakPosition = () => {
  const value = say("position_value", { now: clock(here()), total: clock(now?.seconds) });
  $("position").setAttribute("aria-valuetext", value);
};

// Sound that is there and cannot be played (headphones pulled out, a driver that gave up) is no matter of reception.
const broken = () => audio.error?.code === MediaError.MEDIA_ERR_DECODE;

let deaf = 0;
const missingWord = () => {
  deaf = audio.currentTime;
  if (broken()) return "sound_stopped";
  return { stream: "sound_missing_signal", borrowed: "sound_missing_signal", folder: "sound_missing_folder" }[ability()];
};

// Wi-Fi that leads nowhere gives no error: what does not come in time is told as long as it lasts.
const watchSound = () => {
  clearTimeout(late);
  late = setTimeout(() => {
    if (!playing() || audio.readyState > 2) return;
    soundMissing();
    watchSound();
  }, 8000);
};

// A text that did not come is asked for again, ever more patiently, and when the page is looked at again.
const askForText = () => { if (now?.lacking) loadTrackText(now); };
let asking = 0;
const waitForText = () => {
  now.asked = (now.asked || 0) + 1;
  clearTimeout(asking);
  asking = setTimeout(askForText, Math.min(2 ** now.asked, 30) * 1000);
  const button = wordButton("try-again", "plain");
  button.addEventListener("click", () => { $("title").focus({ preventScroll: true }); askForText(); });
  $("text").append(button);
};

const finish = () => {
  rememberIn("heard", now.stop.id, 1);
  rememberIn("positions", now.id, 0);
  const next = stopAfter(now.stop);
  if (site.autoAdvance && next) return openStop(next, { play: true, replace: true });
  show($("next"), Boolean(next));
  if (next) $("next").replaceChildren(make("span", {}, say("next_stop", { title: nameOf(next) })));
  show($("finished"), true);
  showBar();
  whisper(say("finished"));
};

const startTransport = () => {
  const speed = $("speed");
  speed.replaceChildren(...SPEEDS.map((value) => make("option", { value: String(value) }, `${number(value, 2)}×`)));
  setSpeed(memory.speed || 1);
  speed.addEventListener("change", () => {
    remember({ speed: Number(speed.value) });
    setSpeed(memory.speed);
  });
  const actions = {
    back: () => seek(here() - 10), forward: () => seek(here() + 10),
    previous: () => skipSentence(-1), following: () => skipSentence(1),
  };
  for (const [id, action] of Object.entries(actions)) $(id).addEventListener("click", action);
  $("position").addEventListener("input", () => { seek(Number($("position").value)); speakPosition(); });
  $("position").addEventListener("focus", speakPosition);
  onShow.position = () => { if (document.activeElement !== $("position")) speakPosition(); };
  // Between the tap and the sound the button shows that it has been heard.
  const showWaiting = () => page.classList.toggle("waiting", playing() && !audio.error && audio.readyState < 3);
  for (const event of ["play", "waiting", "playing", "pause", "emptied", "error"]) audio.addEventListener(event, showWaiting);
  audio.addEventListener("play", () => whisper(""));
  onShow.soundMissing = missingWord;
  audio.addEventListener("timeupdate", () => { if (Math.abs(audio.currentTime - deaf) > 0.5) settle(); });
  audio.addEventListener("play", watchSound);
  audio.addEventListener("waiting", watchSound);
  audio.addEventListener("ended", finish);
  addEventListener("online", askAgain);
  document.addEventListener("visibilitychange", askForText);
  onShow.lacking = waitForText;
  if (now?.lacking) waitForText();
  if (playing()) watchSound();
};
