// The list of stops: by tour, with picture, minutes and what was heard already.
const minutes = (seconds) => say("minutes", { n: Math.max(1, Math.round(seconds / 60)) });

const stopLine = (stop) => {
  const closed = guide.closed[keyOf(stop)];
  const notes = make("span", { className: "notes" });
  if (closed) notes.append(closed);
  else if (stop.seconds) notes.append(minutes(stop.seconds));
  if (stop.warning && !closed) notes.append(make("span", { className: "mark" }, icon("warning"), say("with_warning")));
  const heard = make("span", { className: "mark heard" }, icon("check"), say("heard"));
  show(heard, recall("heard", stop.id));
  notes.append(heard);
  const picture = make("span", { className: "thumb" });
  // One that is not on the phone leaves its place empty, without a browser's broken sign.
  const onerror = ({ target }) => target.remove();
  if (stop.thumb) picture.append(make("img", { onerror, alt: "", loading: "lazy", width: 64, height: 48, src: address(stop.thumb) }));
  const name = make("span", { className: "name", lang: tag, dir: page.dir }, stop.title);
  const inside = [make("span", { className: "no" }, make("bdi", {}, stop.number)), picture, make("span", {}, name, notes)];
  if (closed) return make("li", {}, make("div", { className: "stop closed" }, ...inside));
  const link = make("a", { className: "stop", href: addressOf("player", stop), "data-go": "player", "data-stop": stop.id });
  link.append(...inside);
  if (stop.id === now?.stop.id) link.setAttribute("aria-current", "true");
  return make("li", {}, link);
};

const renderStops = () => {
  $("stops").querySelector("h1").textContent = tour()?.title || say("stops_title");
  const sections = new Map();
  for (const stop of walk()) {
    const name = tour() ? "" : guide.sections[stop.section] || "";
    sections.set(name, [...(sections.get(name) || []), stop]);
  }
  $("list").replaceChildren();
  for (const [name, stops] of sections) {
    if (name) $("list").append(make("h2", {}, name));
    $("list").append(make("ol", { className: "stops", role: "list" }, ...stops.map(stopLine)));
  }
  renderTours();
};

const renderTours = () => {
  const choices = guide.tours.filter((each) => each.stops.length);
  show($("tours"), choices.length > 0);
  const whole = guide.tours.find((each) => !each.stops.length);
  const all = { id: "", title: whole?.title || say("all_stops"), minutes: whole?.minutes, stops: guide.stops };
  $("tour").replaceChildren(...[all, ...choices].map((each) => {
    const many = say("stop_count", { n: each.stops.length });
    const details = each.minutes ? say("both", { a: many, b: say("minutes", { n: each.minutes }) }) : many;
    return make("option", { value: each.id, selected: each.id === (tour()?.id || "") }, `${each.title} (${details})`);
  }));
};

// On a desk the list stands beside the keypad; elsewhere it is made when it is looked at.
const desk = matchMedia("(min-width: 56rem)");

onShow.stops = renderStops;
onShow.besideKeypad = () => { if (desk.matches) renderStops(); };

const startStops = () => {
  onShow.besideKeypad();
  desk.addEventListener("change", renderStops);
  $("tour").addEventListener("change", () => {
    remember({ tour: $("tour").value });
    renderStops();
    if (now) showOnward();
  });
};
