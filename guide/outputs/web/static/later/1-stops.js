// The list of stops comes when it is looked at; on a desk it stands beside the keypad.
const desk = matchMedia("(min-width: 56rem)");
let list = null;

const loadList = (from) => {
  list ||= (site.single ? Promise.resolve() : loadScript(site.list)).then(() => {
    startList();
    // Who has gone on meanwhile is not called back.
    showList(document.activeElement.matches("h1") ? from : undefined);
  }).catch(() => {
    list = null;
    setTimeout(showList, 2000, from);
  });
};

const showList = (from) => (view === "stops" || (view === "keypad" && desk.matches)) && onShow.stops(from);

onShow.stops = loadList;
onShow.besideKeypad = showList;

const startStops = () => {
  showList();
  desk.addEventListener("change", () => { if (view === "keypad") showList(); });
};
