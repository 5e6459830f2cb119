// The text moves with the voice.
const calm = matchMedia("(prefers-reduced-motion: reduce)");

// The text follows the voice, and yields to the hand for four seconds; one that moved the voice's sentence out of sight
// (`touched` is Infinity) reads in peace until that sentence is in sight again, or the button leads back to it.
const follows = () => view === "player" && memory.follow !== false && !inHand();
const scrollOn = (by) => scrollBy({ top: by, behavior: calm.matches ? "auto" : "smooth" });
const barTop = () => $("bar").getBoundingClientRect().top;

const inSight = () => {
  const place = sentences[current]?.element.getBoundingClientRect();
  return !place || (place.bottom > 24 && place.top < barTop());
};

/** Whether the hand moved the text just now, or has it still. */
const inHand = () => Date.now() - touched < 4000;
let moved = 0;

/** Keep account of where the hand has put the text, and offer the way back. */
const lookForVoice = (event) => {
  if (event && inHand()) moved = Date.now();
  if (inSight()) touched = Math.min(touched, Date.now());
  else if (inHand() && Date.now() - moved < 4000 && playing()) touched = Infinity;
  show($("to-voice"), touched === Infinity && memory.follow !== false);
};

const keepInView = (element) => {
  lookForVoice();
  if (audio.paused || !follows()) return;
  const { top, bottom } = element.getBoundingClientRect();
  const low = barTop();
  if (top > 24 && bottom < low * (current ? 0.8 : 1)) return;
  // Title and picture stay as long as the first sentence can be read below them.
  const first = !current && top > 24;
  const by = first ? Math.min(bottom - low + 8, top - 24) : top - low * 0.3;
  scrollOn(by);
};

/** Bring back what the bar, grown at a stop's end, covers of the sentence just said. */
const uncover = () => {
  if ($("finished").hidden) return;
  const covered = sentences[current]?.element.getBoundingClientRect().bottom + 8 - barTop();
  if (follows() && covered > 0) scrollOn(covered);
};

/** A touch on a sentence goes there. */
const touchSentence = ({ target }) => {
  const line = target.closest(".s");
  const found = line && audioPath() && !String(getSelection()) && sentences.find((each) => each.element === line);
  if (!found) return;
  touched = 0;
  seek(found.start);
  play();
};

const backToVoice = () => {
  touched = 0;
  keepInView(sentences[current].element);
  show($("to-voice"), false);
  $("play").focus({ preventScroll: true });
};

const startFollow = () => {
  $("text").after(wordButton("to-voice", "strong", true));
  $("to-voice").addEventListener("click", backToVoice);
  addEventListener("scroll", lookForVoice, { passive: true });
  $("text").addEventListener("click", touchSentence);
  for (const kind of ["wheel", "touchmove", "pointerdown", "keydown"]) {
    // Before what is pressed acts: what opens a stop or a sentence follows at once.
    addEventListener(kind, ({ target }) => {
      if (touched < Infinity && !$("bar").contains(target)) touched = Date.now();
    }, { passive: true, capture: true });
  }
  $("follow").checked = memory.follow !== false;
  $("follow").addEventListener("change", () => remember({ follow: $("follow").checked }));
  onShow.sentence = keepInView;
  onShow.bar = uncover;
};
