// What the first look does not need comes when the page stands: a visitor without it still types and hears.
const loadLater = (wait_ms) => loadScript(site.later).catch(() => setTimeout(loadLater, wait_ms, Math.min(wait_ms * 2, 30000)));

// All parts are here; begin.
const start = async () => {
  // A folder's address names the page that was opened first, whatever language was changed to: a reload asks its own memory.
  const own = languageOf((fromFolder && history.state?.tag) || page.lang);
  const value = await loadData("language", own.tag, own.data).catch(() => {});
  if (!value) return setTimeout(start, 2000);
  useLanguage(value);
  audio.controls = false;
  settleLinks();
  startViews();
  if (site.home === "keypad") startKeypad();
  startPlayer();
  showPlaying();
  follow(asked(), { replace: true, focus: false });
  const early = page.dataset.typed;
  delete page.dataset.typed;
  for (const digit of early) typeDigit(digit);
  // From now on the address says where the visitor is: going back to the keypad must not open the first stop again.
  delete page.dataset.stop;
  if (!site.single) loadLater(1000);
};

document.addEventListener("DOMContentLoaded", start);
