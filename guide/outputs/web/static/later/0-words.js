// Words, and elements with words of the page; data-w lets a change of language find them.
const labelled = (key, value) => say("named", { name: say(key), value });

/** What eyes see happen by itself, for ears: said in a place that was there before. */
const whisper = (text) => { $("said").textContent = text; };
const makeSaid = () => $("bar").append(make("p", { id: "said", role: "status" }));

const worded = (kind, key, properties = {}) => make(kind, { ...properties, "data-w": key }, say(key));

const wordButton = (id, className, hidden = false) =>
  worded("button", id.replaceAll("-", "_"), { type: "button", id, className, hidden });
