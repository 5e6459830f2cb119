// Further levels of a stop, such as one for children: offered where there are any.
const showLevels = () => {
  const levels = Object.keys(now.stop.tracks);
  show($("level-line"), levels.length > 1);
  $("level").replaceChildren(...levels.map((level) => {
    const name = words[`level_${level}`] || level;
    return make("option", { value: level, selected: level === now.level }, name);
  }));
};

const changeLevel = () => {
  const wasPlaying = playing();
  remember({ level: $("level").value });
  loadTrack(trackOf(now.stop, memory.level), 0);
  showStop(Boolean(now.stop.warning) && !accepted(now.stop));
  showBar();
  if (wasPlaying) play();
};

const startLevels = () => {
  const line = make("p", { id: "level-line", className: "line", hidden: true }, worded("label", "level", { htmlFor: "level" }));
  line.append(" ", make("select", { id: "level" }));
  $("title").after(line);
  $("level").addEventListener("change", changeLevel);
};
