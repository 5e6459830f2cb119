// The second half of the page is here; begin, or wait for the first half.
const startLater = () => {
  startPicture();
  startLanguages();
  startOffline();
  startKiosk();
  startUpdate();
  showHelp();
  showOffline();
  onShow[view]?.();
};

if (guide) startLater();
else document.addEventListener("DOMContentLoaded", startLater);
