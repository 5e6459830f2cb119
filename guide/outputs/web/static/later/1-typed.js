// A tap that was still meant for the keys (“Listen” out of habit, the last digit twice) must not skip ten seconds or a
// sentence in the player behind.
/** A sentence that names the languages of a number, each leading to the stop in it. */
onShow.elsewhere = (key) => {
  const languages = site.languages.filter((language) => !site.missing[language.tag]?.includes(key));
  const [before, after] = say("other_language", { number: key }).split("{languages}");
  const line = make("span", {}, before);
  const place = (other) => (fromFolder ? `${other}/index.html#/${key}` : `${other}/${key}/`);
  for (const { tag: other, name, dir } of languages) {
    const href = site.single ? "#/-languages" : new URL(place(other), root).href;
    line.append(line.childNodes.length > 1 ? ", " : "", make("a", { href, lang: other, hreflang: other, dir }, name));
  }
  line.append(after);
  return line;
};

const startTyped = () => {
  $("keys").addEventListener("click", () => {
    if (view !== "player") return;
    page.classList.add("just-typed");
    setTimeout(() => page.classList.remove("just-typed"), TAP_MS);
  });
};
