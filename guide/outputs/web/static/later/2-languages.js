// What changes the language comes when the choice is looked at, or at the latest when one is chosen.
let changer = null;

const loadChanger = () => {
  changer ||= (site.single ? Promise.resolve() : loadScript(site.changer)).then(() => startChanging());
  changer.catch(() => { changer = null; });
  return changer;
};

const tellAway = (language) => tell(say("not_on_phone", { language: language.name, current: languageOf(tag).name }));

const markLanguage = () => {
  for (const link of document.querySelectorAll("#languages a")) {
    if (link.dataset.tag === tag) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
};

const startLanguages = () => {
  onShow.languages = () => {
    markLanguage();
    loadChanger();
  };
  $("languages").addEventListener("click", (event) => {
    const link = event.target.closest("a[data-tag]");
    if (!link) return;
    event.preventDefault();
    link.setAttribute("aria-busy", "true");
    loadChanger().then(() => { if (view === "languages") switchLanguage(link); }, () => {
      link.removeAttribute("aria-busy");
      tellAway(languageOf(link.dataset.tag));
    });
  });
};
