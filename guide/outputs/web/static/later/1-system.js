// The phone's own player: lock screen, headphone keys. Once one handler is set, WebKit shows only those set.
// Half a screen shows it: the large copy, once the text that names it is here. Phones draw no SVG there.
const artworkOf = ({ stop, text }) => {
  const { src, width, height } = text?.pictures.slice(0, 1).find((picture) => picture.src.endsWith(".webp")) || { src: stop.thumb };
  return src ? [{ src: address(src), sizes: width && `${width}x${height}`, type: "image/webp" }] : [];
};

const describeToSystem = () => {
  const session = navigator.mediaSession;
  if (!session) return;
  // What a warning holds back is not offered on the lock screen either.
  if (!now?.audio || now.held) {
    session.metadata = null;
    return;
  }
  const artwork = fromFolder ? [] : artworkOf(now);
  session.metadata = new MediaMetadata({ title: nameOf(now.stop), artist: guide.museum, album: guide.title, artwork });
  const handlers = {
    play, pause, seekbackward: () => seek(here() - 10), seekforward: () => seek(here() + 10),
    seekto: ({ seekTime }) => seek(seekTime), previoustrack: null, nexttrack: null,
  };
  for (const [action, handler] of Object.entries(handlers)) {
    try {
      session.setActionHandler(action, handler);
    } catch {
      // An action that this browser does not know stays without a button.
    }
  }
  tellPosition();
};

const tellPosition = () => {
  if (!now?.audio) return;
  const position = Math.min(here(), now.seconds);
  navigator.mediaSession?.setPositionState?.({ duration: now.seconds, playbackRate: audio.playbackRate, position });
};

// Each panel's code opens a tab of its own: the voice of the one before gives way to the new one's.
const thisTab = Math.random();

const startOneVoice = () => {
  const claim = () => remember({ speaks: thisTab });
  audio.addEventListener("play", claim);
  if (playing()) claim();
  addEventListener("storage", ({ key }) => {
    if (key !== memoryKey) return;
    memory = readMemory();
    if (playing() && memory.speaks !== thisTab) pause();
  });
};

const startSystem = () => {
  startOneVoice();
  // An iPhone's silent switch must not silence the guide.
  if (navigator.audioSession) navigator.audioSession.type = "playback";
  for (const event of ["playing", "emptied"]) audio.addEventListener(event, describeToSystem);
  audio.addEventListener("seeked", tellPosition);
  audio.addEventListener("ratechange", tellPosition);
  if (playing()) describeToSystem();
};
