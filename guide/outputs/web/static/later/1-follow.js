// The text moves with the voice.
const calm = matchMedia("(prefers-reduced-motion: reduce)");

// The text follows the voice while it plays, and yields to the hand for four seconds.
const keepInView = (element) => {
  if (view !== "player" || audio.paused || memory.follow === false || Date.now() - touched < 4000) return;
  const { top, bottom } = element.getBoundingClientRect();
  const low = innerHeight - $("bar").offsetHeight;
  if (top > 24 && bottom < low * (current ? 0.8 : 1)) return;
  // Title and picture stay as long as the first sentence can be read below them.
  const first = !current && top > 24;
  const by = first ? Math.min(bottom - low + 8, top - 24) : top - low * 0.3;
  scrollBy({ top: by, behavior: calm.matches ? "auto" : "smooth" });
};

const startFollow = () => {
  for (const kind of ["wheel", "touchmove", "pointerdown", "keydown"]) {
    addEventListener(kind, ({ target }) => { if (!$("bar").contains(target)) touched = Date.now(); }, { passive: true });
  }
  $("follow").checked = memory.follow !== false;
  $("follow").addEventListener("change", () => remember({ follow: $("follow").checked }));
  onShow.sentence = keepInView;
};
