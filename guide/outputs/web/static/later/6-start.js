// The second half of the page is here; begin, or wait for the first half.
const startLater = () => {
  makeSigns();
  makeSaid();
  startLook();
  startStops();
  startTyped();
  startTransport();
  startFollow();
  startLevels();
  startOnward();
  startWarning();
  startPicture();
  startLanguages();
  startOffline();
  startSystem();
  if (site.kioskMinutes) startKiosk();
  startUpdate();
  onShow.stop = () => { showLevels(); showOnward(); showReading(); lookForVoice(); };
  if (now) onShow.stop();
  applyWords();
  showPlaying();
  applyLook();
  showHelp();
  showOffline();
  // The keypad stands already, perhaps with digits on it, and the list is on its way.
  if (view !== "keypad" && view !== "stops") onShow[view]?.();
};

if (guide) startLater();
else document.addEventListener("DOMContentLoaded", startLater);
