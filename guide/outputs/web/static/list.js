// The list of stops, loaded when it is first looked at: by tour, with picture, minutes, what was heard already and, where
// that matters, what is not on this phone; a long one can be searched.
"use strict";
const LONG = 30;
/** The lines that can be opened or found: each stop with its item, what it is found by, and its mark of absence. */
let lines = [];

const minutes = (seconds) => say("minutes", { n: Math.max(1, Math.round(seconds / 60)) });

const thumbnail = (stop) => {
  const picture = make("span", { className: "thumb" });
  // One that is not on the phone leaves its place empty, without a browser's broken sign.
  const onerror = ({ target }) => target.remove();
  if (stop.thumb) picture.append(make("img", { onerror, alt: "", loading: "lazy", width: 64, height: 48, src: address(stop.thumb) }));
  return picture;
};

const notesOf = (stop, closed) => {
  const notes = make("span", { className: "notes" });
  if (closed) notes.append(closed);
  else if (stop.seconds) notes.append(minutes(stop.seconds));
  if (stop.warning && !closed) notes.append(make("span", { className: "mark" }, icon("warning"), say("with_warning")));
  const heard = make("span", { className: "mark heard" }, icon("check"), say("heard"));
  show(heard, recall("heard", stop.id));
  notes.append(heard);
  return notes;
};

const stopLine = (stop) => {
  const closed = guide.closed[keyOf(stop)];
  const name = make("span", { className: "name", lang: tag, dir: page.dir }, stop.title);
  const notes = notesOf(stop, closed);
  // A sign of the same height, whatever comes meanwhile: no line moves under a finger. Its word stands above the list.
  const absent = make("span", { className: "mark absent", hidden: true }, icon("download"), make("span", {}, say("absent")));
  const inside = [make("span", { className: "no" }, make("bdi", {}, stop.number)), thumbnail(stop), make("span", {}, name, notes)];
  const item = make("li");
  lines.push({ stop, item, absent, found: plainly(`${stop.number} ${stop.title}`) });
  if (closed) {
    item.append(make("div", { className: "stop closed" }, ...inside));
    return item;
  }
  notes.append(absent);
  const link = make("a", { className: "stop", href: addressOf("player", stop), "data-go": "player", "data-stop": stop.id });
  link.append(...inside);
  if (stop.id === now?.stop.id) link.setAttribute("aria-current", "true");
  item.append(link);
  return item;
};

const renderStops = (from) => {
  $("stops").querySelector("h1").textContent = tour()?.title || say("stops_title");
  const sections = new Map();
  for (const stop of walk()) {
    const name = tour() ? "" : guide.sections[stop.section] || "";
    sections.set(name, [...(sections.get(name) || []), stop]);
  }
  lines = [];
  $("list").replaceChildren(...[...sections].map(([name, stops]) => {
    const head = name ? [make("h2", { lang: tag, dir: page.dir }, name)] : [];
    return make("div", {}, ...head, make("ol", { className: "stops", role: "list" }, ...stops.map(stopLine)));
  }));
  renderTours();
  showAbsent();
  renderFilter(from);
  // Before the list is put where it was: it takes a line above.
  showInvitation();
  return backToLine(from);
};

const renderTours = () => {
  const choices = guide.tours.filter((each) => each.stops.length);
  show($("tours"), choices.length > 0);
  const whole = guide.tours.find((each) => !each.stops.length);
  const all = { id: "", title: whole?.title || say("all_stops"), minutes: whole?.minutes, stops: guide.stops };
  $("tour").replaceChildren(...[all, ...choices].map((each) => {
    const many = say("stop_count", { n: each.stops.length });
    const details = each.minutes ? say("both", { a: many, b: say("minutes", { n: each.minutes }) }) : many;
    return make("option", { value: each.id, selected: each.id === (tour()?.id || "") }, `${each.title} (${details})`);
  }));
};

/** Keep with the list's own entry of the history how far it was scrolled. */
const keepPlace = (y) => history.replaceState({ ...history.state, y }, "");

/** Who comes back from a stop goes on at its line: focus is there, and the list stands as it was left. */
const backToLine = (from) => {
  const y = history.state?.y;
  keepPlace();
  // Beside the keypad, only for whoever left by the list and goes back: others come to type.
  const wanted = from === "player" && now && (view === "stops" || y >= 0);
  const line = wanted && lines.find(({ stop, item }) => stop.id === now.stop.id && !item.hidden)?.item.querySelector("a");
  if (y >= 0 && (line || !from)) scrollTo(0, y);
  if (!line) return false;
  line.focus({ preventScroll: true });
  const bringIntoSight = () => line.scrollIntoView({ block: y >= 0 ? "nearest" : "center" });
  bringIntoSight();
  // Browsers put an entry's page where it was only after the entry is there; the voice may have gone on to another line.
  if (y >= 0) setTimeout(bringIntoSight, 100);
  return true;
};

/** The stops that need reception: told once it matters, to whoever began to download, or has none. */
const absentStops = () => {
  const begun = standing.ready > 0 || download?.owner === tag || memory.downloading === tag;
  if (ability() !== "keep" || standing.owner !== tag || !(begun || cutOff())) return [];
  return guide.stops.filter((stop, at) => standing.lacking[at].some(([path]) => !landed.has(path)));
};

const showAbsent = () => {
  const absent = new Set(absentStops());
  for (const line of lines) show(line.absent, absent.has(line.stop));
  show($("absent-word"), absent.size > 0);
};

// Letters that are others with a stroke, or two in one, and that no standard takes apart.
const LETTERS = { ł: "l", ø: "o", đ: "d", ð: "d", ħ: "h", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th", ς: "σ", ى: "ي", ة: "ه" };

/** A text as it is searched: without accents, capitals and signs, figures as they are typed here. */
const plainly = (text) =>
  text.toLowerCase().normalize("NFKD").replace(/[\p{M}\p{Cf}\u0640]/gu, "")
    .replace(/[łøđðħıßæœþςىة]/g, (letter) => LETTERS[letter])
    .replace(/[٠-٩۰-۹]/g, (figure) => figure.charCodeAt() & 15)
    .replace(/[^\p{L}\p{N}]+/gu, " ");

/** Each word that was typed stands in a line, a figure at its number's beginning. */
const fits = (found, typedWords) => typedWords.every((word) => (/^\d/.test(word) ? ` ${found}`.includes(` ${word}`) : found.includes(word)));

const sift = () => {
  const typedWords = plainly($("filter").value).split(" ").filter(Boolean);
  for (const { item, found } of lines) show(item, fits(found, typedWords));
  for (const section of $("list").children) show(section, section.querySelector("li:not([hidden])"));
  const left = lines.filter(({ item }) => !item.hidden).length;
  $("left").textContent = typedWords.length ? say("stop_count", { n: left }) : "";
};

/** Long lists have a field above them; it keeps its words for whoever goes back to what they found, and for nobody else. */
const renderFilter = (from) => {
  const long = lines.length > LONG;
  if (!long || (from && history.state?.y === undefined)) $("filter").value = "";
  show($("filter-line"), long);
  sift();
};

const makeFilter = () => {
  const field = make("input", { type: "search", id: "filter", autocomplete: "off", spellcheck: false, enterKeyHint: "search" });
  field.addEventListener("input", sift);
  field.addEventListener("keydown", (event) => {
    // Told of the field alone: what else the key would do is for whoever has typed nothing.
    if (event.key !== "Escape" || !field.value) return;
    event.preventDefault();
    field.value = "";
    sift();
  });
  const label = worded("label", "find_stop", { htmlFor: "filter" });
  return make("p", { id: "filter-line", className: "line", hidden: true }, label, field, make("span", { id: "left", role: "status" }));
};

const startList = () => {
  const absent = make("p", { id: "absent-word", className: "mark", hidden: true }, icon("download"), worded("span", "absent"));
  $("list").before(makeFilter(), absent);
  onShow.words();
  onShow.stops = renderStops;
  onShow.absent = showAbsent;
  $("list").addEventListener("click", ({ target }) => { if (target.closest("a")) keepPlace(scrollY); });
  $("tour").addEventListener("change", () => {
    remember({ tour: $("tour").value });
    renderStops();
    if (now) showOnward();
  });
  for (const kind of ["online", "offline"]) addEventListener(kind, showAbsent);
};
