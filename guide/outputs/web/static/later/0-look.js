// Light or dark, and three sizes of type on top of the browser's own zoom.
const darkPhone = matchMedia("(prefers-color-scheme: dark)");

const dark = () => (memory.theme ? memory.theme === "dark" : darkPhone.matches);

const applyLook = () => {
  if (memory.theme) page.dataset.theme = memory.theme;
  else delete page.dataset.theme;
  page.dataset.size = memory.size || "1";
  setIcon($("theme"), dark() ? "sun" : "moon");
  const other = say(dark() ? "light" : "dark");
  $("theme").querySelector(".word").textContent = other;
  $("theme").setAttribute("aria-label", labelled("look", other));
  $("language").setAttribute("aria-label", labelled("language", languageOf(tag).name));
  for (const input of document.querySelectorAll("input[name=theme]")) input.checked = input.value === (memory.theme || "");
  for (const input of document.querySelectorAll("input[name=size]")) input.checked = input.value === page.dataset.size;
  const paper = getComputedStyle(page).getPropertyValue("--paper").trim();
  for (const colour of document.querySelectorAll("meta[name=theme-color]")) colour.content = paper;
};

const choice = (name, values) => {
  const lines = values.map(([value, key]) => {
    const input = make("input", { type: "radio", name, value });
    return make("label", { className: "check" }, input, " ", worded("span", key));
  });
  return make("fieldset", {}, worded("legend", name === "size" ? "text_size" : "look"), ...lines);
};

const makeSettings = () => {
  const sizes = choice("size", [["1", "size_1"], ["2", "size_2"], ["3", "size_3"]]);
  const themes = choice("theme", [["", "as_phone"], ["dark", "dark"], ["light", "light"]]);
  // Who speaks to a computer, or brushes its keys, can have single digits do nothing (WCAG 2.1.4).
  const box = make("input", { type: "checkbox", id: "digits", checked: memory.digits !== false });
  box.addEventListener("change", () => remember({ digits: box.checked }));
  const digits = make("label", { className: "check" }, box, " ", worded("span", "digits"));
  show(digits, site.home === "keypad");
  $("answers").after(make("div", { className: "settings" }, sizes, themes, digits));
};

const startLook = () => {
  makeSettings();
  $("theme").addEventListener("click", () => { remember({ theme: dark() ? "light" : "dark" }); applyLook(); });
  $("size").addEventListener("click", () => {
    remember({ size: String((Number(memory.size || 1) % 3) + 1) });
    applyLook();
    showBar();
    whisper(labelled("text_size", say(`size_${memory.size}`)));
  });
  document.addEventListener("change", ({ target }) => {
    if (target.name === "theme" || target.name === "size") { remember({ [target.name]: target.value }); applyLook(); }
  });
  darkPhone.addEventListener("change", applyLook);
};
