// Type the number on the panel: it plays as soon as no longer number begins with what was typed.
let typed = "";
let finishedTyping = false;

const numbers = () => [...new Set([
  ...guide.stops.map((stop) => stop.number).filter(Boolean),
  ...Object.keys(guide.closed),
  ...Object.keys(site.redirects),
  ...(site.missing[tag] || []),
])];

const longest = () => Math.max(...numbers().map((each) => each.length));

/** Open what a number or id stands for, a level behind a stroke: a stop, an old number's, a closed one, or a plain word. */
const openKey = (place, options) => {
  const [key, level] = place.split("/");
  const moved = site.redirects[key];
  const stop = stopByKey(moved || key);
  if (stop && Object.keys(stop.tracks).includes(level)) remember({ level });
  if (moved && stop) tell(say("moved", { old: key, number: moved }));
  if (stop && !(keyOf(stop) in guide.closed)) return openStop(stop, options);
  go("keypad", options);
  typed = key;
  finishedTyping = true;
  showTyped(wordFor(moved || key));
};

/** Why a number plays nothing. */
const wordFor = (key) => {
  if (key in guide.closed) return say("closed_stop", { number: key, reason: guide.closed[key] });
  const elsewhere = site.languages.filter((language) => (site.missing[tag] || []).includes(key) && language.tag !== tag);
  return say(elsewhere.length ? "other_language" : /\D/.test(key) ? "no_page" : "unknown_number", { number: key });
};

const showTyped = (word, kind = "fault") => {
  $("typed").textContent = typed;
  $("typed-word").textContent = word;
  $("typed-word").dataset.kind = kind;
  show($("typed-hint"), !typed);
};

const typeDigit = (digit) => {
  if (finishedTyping) typed = "";
  finishedTyping = false;
  typed += digit;
  const fitting = numbers().filter((each) => each.startsWith(typed));
  if (!fitting.length) {
    finishedTyping = typed.length >= longest();
    return showTyped(wordFor(typed));
  }
  showTyped(candidates(fitting), "title");
  if (fitting.length === 1 && fitting[0] === typed) enterNumber();
};

const candidates = (fitting) => {
  const titles = fitting.map((each) => [each, stopByKey(site.redirects[each] || each)]).filter(([, stop]) => stop);
  const exact = titles.find(([each]) => each === typed);
  if (exact) return exact[1].title;
  return titles.length > 3 ? "" : titles.map(([each, stop]) => `${each} ${stop.title}`).join("\n");
};

const enterNumber = () => {
  if (!typed) return showTyped(say("no_number"));
  openKey(typed, { play: true });
};

const eraseDigit = () => {
  typed = finishedTyping ? "" : typed.slice(0, -1);
  finishedTyping = false;
  showTyped(typed ? candidates(numbers().filter((each) => each.startsWith(typed))) : "", "title");
};

onShow.keypad = () => {
  typed = "";
  finishedTyping = false;
  showTyped("");
  onShow.besideKeypad?.();
};

const startKeypad = () => {
  $("keys").addEventListener("click", (event) => {
    const key = event.target.closest("button")?.value;
    if (key === "erase") eraseDigit();
    else if (key === "enter") enterNumber();
    else if (key) typeDigit(key);
  });
  // Digits of a hardware keyboard work wherever they mean nothing else.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("select, dialog")) return;
    if (/^[0-9]$/.test(event.key)) {
      if (view !== "keypad") go("keypad");
      typeDigit(event.key);
    } else if (view === "keypad" && event.key === "Backspace") eraseDigit();
    else if (view === "keypad" && event.key === "Enter" && !event.target.closest("button, a")) enterNumber();
  });
};
