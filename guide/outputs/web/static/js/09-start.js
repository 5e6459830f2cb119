// All parts are here; begin.
const start = () => {
  useLanguage(arrived.get(`language ${page.lang}`));
  audio.controls = false;
  settleLinks();
  startViews();
  startKeypad();
  startTranscript();
  startPlayer();
  applyWords();
  showPlaying();
  follow(asked(), { replace: true, focus: false });
  // What the first look does not need comes when the page stands: a visitor without it still types and hears.
  if (!site.single) loadScript(site.later).catch(() => {});
};

document.addEventListener("DOMContentLoaded", start);
