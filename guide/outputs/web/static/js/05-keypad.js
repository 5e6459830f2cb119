// Type the number on the panel: it plays as soon as no longer number begins with what was typed.
let typed = "";
// From when on a digit begins a new number: at once after a whole one, a moment after one that cannot become a number.
let newFrom = Infinity;
const NEW_MS = 1500;
// A number that plays by itself takes the keys away from under the finger, which may still mean them.
const TAP_MS = 600;
let openedAt = 0;

const numbers = () => [...new Set([
  ...guide.stops.map((stop) => stop.number).filter(Boolean),
  ...Object.keys(guide.closed),
  ...Object.keys(site.redirects),
  ...(site.missing[tag] || []),
])];

/** Open what a number or id stands for, a level behind a stroke: a stop, an old number's, a closed one, or a plain word. */
const openKey = (place, options) => {
  const [key, level] = place.split("/");
  const moved = site.redirects[key];
  const stop = stopByKey(moved || key);
  if (stop && Object.keys(stop.tracks).includes(level)) remember({ level });
  if (moved && stop) tell(say("moved", { old: key, number: moved }));
  if (stop && !(keyOf(stop) in guide.closed)) return openStop(stop, options);
  go(site.home, options);
  if (site.home !== "keypad") return tell(wordFor(moved || key));
  typed = key;
  newFrom = 0;
  showTyped(wordFor(moved || key));
};

/** Why a number plays nothing. */
const wordFor = (key) => {
  if (key in guide.closed) return say("closed_stop", { number: key, reason: guide.closed[key] });
  if (!site.missing[tag]?.includes(key)) return say(/\D/.test(key) ? "no_page" : "unknown_number", { number: key });
  return onShow.elsewhere?.(key) || say("other_language", { number: key, languages: "…" });
};

const showTyped = (word, kind = "fault") => {
  $("typed").textContent = typed;
  $("typed-word").replaceChildren(word);
  $("typed-word").dataset.kind = kind;
  $("typed-word").lang = kind === "title" ? tag : words.lang;
  show($("typed-hint"), !typed);
};

const typeDigit = (digit) => {
  if (Date.now() >= newFrom) typed = "";
  newFrom = Infinity;
  typed += digit;
  const fitting = numbers().filter((each) => each.startsWith(typed));
  if (!fitting.length) {
    newFrom = numbers().some((each) => each.length > typed.length) ? Date.now() + NEW_MS : 0;
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
  openedAt = Date.now();
  openKey(typed, { play: true });
};

const eraseDigit = () => {
  typed = newFrom ? typed.slice(0, -1) : "";
  newFrom = Infinity;
  showTyped(typed ? candidates(numbers().filter((each) => each.startsWith(typed))) : "", "title");
};

onShow.keypad = (from) => {
  typed = "";
  newFrom = Infinity;
  showTyped("");
  return onShow.besideKeypad?.(from);
};

const startKeypad = () => {
  $("keys").addEventListener("click", (event) => {
    const key = event.target.closest("button")?.value;
    if (key === "erase") eraseDigit();
    else if (key === "enter") enterNumber();
    else if (key) typeDigit(key);
  });
  // Digits of a hardware keyboard, in the figures of any visitor, work wherever they mean nothing else, or only at the keypad.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("select, dialog, #filter")) return;
    if (/^[0-9٠-٩۰-۹０-９]$/.test(event.key)) {
      if (Date.now() - openedAt < TAP_MS || (view !== "keypad" && memory.digits === false)) return;
      if (view !== "keypad") go("keypad");
      typeDigit(event.key.charCodeAt() & 15);
    } else if (view === "keypad" && event.key === "Backspace") eraseDigit();
    else if (view === "keypad" && event.key === "Enter" && !event.target.closest("button, a")) enterNumber();
  });
};
