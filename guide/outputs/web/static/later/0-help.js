// Questions that visitors ask, and what this page can answer.
const QUESTIONS = ["number", "sound", "reception", "back", "text"];

// Where nothing can be kept, nobody is sent to a download.
const answerTo = (key) => (key === "reception" && limitWord()) || `help_${key}_answer`;

const showHelp = () => {
  $("answers").replaceChildren(...QUESTIONS.map((key) =>
    make("div", {}, make("dt", {}, say(`help_${key}`)), make("dd", {}, say(answerTo(key))))));
};
