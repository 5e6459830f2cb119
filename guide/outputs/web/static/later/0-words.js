// Elements with words of the page; data-w lets a change of language find them.
const worded = (kind, key, properties = {}) => make(kind, { ...properties, "data-w": key }, say(key));

const wordButton = (id, className, hidden = false) =>
  worded("button", id.replaceAll("-", "_"), { type: "button", id, className, hidden });
