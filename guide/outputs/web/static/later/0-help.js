// Questions that visitors ask, and what this page can answer.
const QUESTIONS = ["number", "sound", "reception", "back", "text"];

const showHelp = () => {
  $("answers").replaceChildren(...QUESTIONS.map((key) =>
    make("div", {}, make("dt", {}, say(`help_${key}`)), make("dd", {}, say(`help_${key}_answer`)))));
};
