// The text of a stop, sentence by sentence, and the sentence that is being said.
let sentences = [];
let current = -1;
let touched = 0;

const spans = (parts) => parts.map((part) => {
  if (typeof part === "string") return part;
  const [text, language, weight] = part;
  const element = make(weight > 1 ? "strong" : weight ? "em" : "span", { lang: language || undefined }, text);
  if (language) element.dir = "auto";
  return element;
});

const sentence = ([start, end, parts], paragraph) => {
  const element = make("span", { className: "s" }, ...spans(parts));
  sentences.push({ start, end, paragraph, element });
  return element;
};

const figure = (picture) => {
  const image = make("img", { alt: picture.alt, width: picture.width, height: picture.height, src: address(picture.src) });
  const enlarge = make("span", { className: "enlarge", lang: words.lang }, icon("zoom"), say("enlarge"));
  const button = make("button", { type: "button", className: "picture" }, image, enlarge);
  const credit = picture.credit ? [make("figcaption", {}, say("credit", { credit: picture.credit }))] : [];
  return make("figure", {}, button, ...credit);
};

const paragraph = (part) => {
  const lines = part.cues.flatMap((cue, at) => [...(at ? [" "] : []), sentence(cue, part.id)]);
  const element = make("p", { className: part.kind }, ...lines);
  if (part.kind !== "quote") return element;
  const speaker = part.speaker ? [make("footer", {}, part.speaker)] : [];
  return make("blockquote", {}, element, ...speaker);
};

/** Show a transcript; the stop's own picture stands above it, further ones before their paragraph. */
const renderText = (text) => {
  sentences = [];
  current = -1;
  const [first, ...further] = text.pictures;
  $("figure").replaceChildren(...(first ? [figure(first)] : []));
  const parts = text.paragraphs.filter((part) => part.cues.length).flatMap((part) => [
    ...further.filter((picture) => picture.before === part.id).map(figure),
    paragraph(part),
  ]);
  parts.push(...further.filter((picture) => !text.paragraphs.some((part) => part.id === picture.before)).map(figure));
  $("text").replaceChildren(...parts);
  sentences = sentences.filter((each) => each.end > each.start);
};

/** The last sentence that has begun at a time, or -1. */
const sentenceAt = (seconds) => {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle].start <= seconds + 0.01) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

const mark = (seconds) => {
  const at = sentenceAt(seconds);
  if (at === current) return;
  sentences[current]?.element.removeAttribute("aria-current");
  current = at;
  sentences[at]?.element.setAttribute("aria-current", "true");
  if (at >= 0) onShow.sentence?.(sentences[at].element);
};
