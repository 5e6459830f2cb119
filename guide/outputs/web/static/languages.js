// Loaded when the choice of language is looked at. Changing it goes to the same paragraph, and in it to the sentence at the
// same share of its time.
"use strict";

/** Where to go on: `mine` are sentences with paragraph and times, `theirs` the other language's times by paragraph. */
const samePlace = (seconds, mine, theirs) => {
  const begun = mine.filter((each) => each.start <= seconds + 0.01);
  const heard = [...new Set(begun.map((each) => each.paragraph))].reverse();
  const id = heard.find((each) => theirs[each]?.some(([start, end]) => end > start));
  if (!id) return 0;
  const goal = theirs[id].filter(([start, end]) => end > start);
  const own = mine.filter((each) => each.paragraph === id);
  const [first, last] = [own[0].start, own[own.length - 1].end];
  const share = Math.min(1, (seconds - first) / (last - first || 1));
  const target = goal[0][0] + share * (goal[goal.length - 1][1] - goal[0][0]);
  return goal.filter(([start]) => start <= target + 0.01).pop()[0];
};

const reachable = async (path) => {
  if (fromFolder || (await stored(path))) return true;
  try {
    const control = new AbortController();
    setTimeout(() => control.abort(), 8000);
    const answer = await fetch(address(path), { headers: { Range: "bytes=0-1" }, signal: control.signal });
    control.abort();
    return answer.ok;
  } catch {
    return false;
  }
};

// A wish for a language is worth something until the next one, and until the visitor goes elsewhere.
let wish = 0;
let loadingWord = "";
const TOLD_MS = 200;

const endWish = () => {
  wish += 1;
  document.querySelector("#languages [aria-busy]")?.removeAttribute("aria-busy");
  if (loadingWord && $("status").textContent === loadingWord) tell("");
  loadingWord = "";
};

const switchLanguage = async (link) => {
  endWish();
  const language = languageOf(link.dataset.tag);
  if (language.tag === tag) return leaveLanguages();
  const mine = wish;
  const meant = () => mine === wish;
  link.setAttribute("aria-busy", "true");
  // Told only where it takes its time: most often the language is there at once.
  setTimeout(() => {
    if (!meant()) return;
    loadingWord = say("loading", { language: language.name });
    tell(loadingWord, "loading");
  }, TOLD_MS);
  try {
    const value = await loadData("language", language.tag, language.data);
    const text = meant() && now && await loadData("text", now.id, now.textPath);
    const target = text?.others[language.tag];
    if (meant() && target?.audio && !(await reachable(target.audio))) throw new Error(target.audio);
    if (!meant()) return;
    endWish();
    enterLanguage(value, target);
  } catch {
    if (!meant()) return;
    endWish();
    lookForUpdate();
    tellAway(language);
  }
};

const enterLanguage = (value, target) => {
  const wasPlaying = playing();
  const place = target && sentences.length ? samePlace(here(), sentences, target.times) : null;
  const shown = now?.stop;
  if (wasPlaying && !target) pause();
  useLanguage(value);
  applyWords();
  // What was said of the old language's files is no longer the page's.
  $("download-word").textContent = "";
  showOffline();
  showHelp();
  applyLook();
  const stop = shown && stopOf(shown.id);
  if (stop) {
    const track = trackOf(stop, now.level);
    const warned = Boolean(stop.warning) && !accepted(stop);
    loadTrack(track, place ?? resumeAt(track));
    if (wasPlaying && target && !warned) play();
    showStop(warned);
  } else if (shown) {
    audio.removeAttribute("src");
    audio.load();
    now = null;
  }
  showPlaying();
  leaveLanguages(shown && !stop && wordFor(keyOf(shown)));
};

const leaveLanguages = (word) => {
  // Back to where the choice was opened, as the browser's own button would: what was there speaks the language of now.
  if (history.state?.inside) history.back();
  else if (now) go("player", { stop: now.stop, replace: true });
  else go(site.home, { replace: true });
  if (word) tell(word);
};

const startChanging = () => {
  new MutationObserver(endWish).observe(page, { attributeFilter: ["data-view"] });
};
