// All parts are here; begin.
const start = () => {
  useLanguage(arrived.get(`language ${page.lang}`));
  audio.controls = false;
  settleLinks();
  startLook();
  startViews();
  startKeypad();
  startStops();
  startTranscript();
  startPicture();
  startPlayer();
  startSystem();
  startLanguages();
  startOffline();
  applyWords();
  applyLook();
  renderStops();
  showPlaying();
  follow(asked(), { replace: true, focus: false });
  startKiosk();
  startUpdate();
  showOffline();
};

document.addEventListener("DOMContentLoaded", start);
