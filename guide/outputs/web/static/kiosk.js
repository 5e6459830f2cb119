// A rental phone goes back to the choice of language after some idle minutes; what was downloaded stays.
const forgetVisit = () => {
  memory = {};
  try {
    localStorage.removeItem(memoryKey);
  } catch {
    // Nothing was kept.
  }
};

const startKiosk = () => {
  let idle = 0;
  const wait = () => {
    clearTimeout(idle);
    idle = setTimeout(() => (playing() || (download && !download.waits) ? wait() : forget()), site.kioskMinutes * 60_000);
  };
  const forget = () => {
    pause();
    now = null;
    audio.volume = 1;
    forgetVisit();
    if (!site.single) return location.replace(new URL(fromFolder ? "index.html#choose" : "#choose", root));
    location.replace("#/-languages");
    location.reload();
  };
  for (const kind of ["pointerdown", "keydown", "touchstart", "scroll"]) addEventListener(kind, wait, { passive: true });
  audio.addEventListener("pause", wait);
  wait();
};
