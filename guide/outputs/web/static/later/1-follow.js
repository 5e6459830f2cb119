// The text moves with the voice.
const calm = matchMedia("(prefers-reduced-motion: reduce)");

// The text follows the voice, and yields to the hand for four seconds.
const follows = () => view === "player" && memory.follow !== false && Date.now() - touched > 4000;
const scrollOn = (by) => scrollBy({ top: by, behavior: calm.matches ? "auto" : "smooth" });
const barTop = () => $("bar").getBoundingClientRect().top;

const keepInView = (element) => {
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

const startFollow = () => {
  $("text").addEventListener("click", touchSentence);
  for (const kind of ["wheel", "touchmove", "pointerdown", "keydown"]) {
    addEventListener(kind, ({ target }) => { if (!$("bar").contains(target)) touched = Date.now(); }, { passive: true });
  }
  $("follow").checked = memory.follow !== false;
  $("follow").addEventListener("change", () => remember({ follow: $("follow").checked }));
  onShow.sentence = keepInView;
};
