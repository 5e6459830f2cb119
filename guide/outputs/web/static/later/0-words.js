// Words, and elements with words of the page; data-w lets a change of language find them.
// Where the page speaks another language than the guide (no catalogue, so English), each says which it is in: the page's
// words by the body, what the museum wrote by its own elements.
const OWN = "[data-g], #title, #section, #figure, #text, #warning-text, #list h2, #tour, #mini-title";
onShow.words = () => {
  Object.assign(document.body, { lang: words.lang, dir: words.dir });
  for (const element of document.querySelectorAll("[data-w], [data-l]")) {
    element.lang = words.own.includes(element.dataset.w || element.dataset.l) ? tag : words.lang;
  }
  for (const element of document.querySelectorAll(OWN)) Object.assign(element, { lang: tag, dir: page.dir });
};

/** Put the words of the language on everything that stands on the page. */
const applyWords = () => {
  for (const element of document.querySelectorAll("[data-w]")) element.textContent = say(element.dataset.w);
  for (const element of document.querySelectorAll("[data-l]")) element.setAttribute("aria-label", say(element.dataset.l));
  for (const element of document.querySelectorAll("[data-g]")) element.textContent = guide[element.dataset.g];
  $("language-name").textContent = languageOf(tag).name;
  $("language").lang = tag;
  onShow.words();
};

const labelled = (key, value) => say("named", { name: say(key), value });

/** What eyes see happen by itself, for ears: said in a place that was there before. */
const whisper = (text) => { $("said").textContent = text; };
const makeSaid = () => $("bar").append(make("p", { id: "said", role: "status" }));

const worded = (kind, key, properties = {}) => make(kind, { ...properties, "data-w": key }, say(key));

const wordButton = (id, className, hidden = false) =>
  worded("button", id.replaceAll("-", "_"), { type: "button", id, className, hidden });
