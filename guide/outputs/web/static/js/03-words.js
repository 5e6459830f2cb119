// The page's words in today's language, and today's language itself.
let tag = page.lang;
let guide = null;
let words = {};

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

const say = (key, values = {}) => {
  const word = words[key];
  if (typeof word === "string") return fill(word, values);
  return fill(word[new Intl.PluralRules(tag).select(values.n)] || word.other, { ...values, n: number(values.n) });
};

const number = (value, digits = 0) =>
  new Intl.NumberFormat(tag, { maximumFractionDigits: digits, numberingSystem: "latn" }).format(value);

const clock = (seconds) => {
  const whole = Math.floor(seconds || 0);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
};

const languageOf = (other) => site.languages.find((language) => language.tag === other);

const useLanguage = (value) => {
  guide = value;
  Object.setPrototypeOf(guide.closed, null);
  words = value.words;
  tag = value.id;
  page.lang = tag;
  page.dir = languageOf(tag).dir;
  remember({ language: tag });
};

const stopOf = (id) => guide.stops.find((stop) => stop.id === id);
const keyOf = (stop) => stop.number || stop.id;
const stopByKey = (key) => guide.stops.find((stop) => keyOf(stop) === key);

let told = 0;
let lasting = false;
/** Say a short fact to everybody, screen readers included: for nine seconds, or until it is settled. */
const tell = (text, lasts = false) => {
  clearTimeout(told);
  lasting = lasts;
  $("status").replaceChildren(text);
  show($("status-line"), text !== "");
  if (text && !lasts) told = setTimeout(tell, 9000, "");
};

// The voice itself settles what was told of it, and nothing else.
const settle = () => { if (lasting === true) tell(""); };
