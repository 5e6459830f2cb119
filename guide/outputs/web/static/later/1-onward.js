// The way on below each text: whoever reads never comes to the end of a sound.
const showOnward = () => {
  const next = stopAfter(now.stop);
  show($("onward"), Boolean(next));
  if (!next) return;
  const link = make("a", { href: addressOf("player", next), "data-go": "player", "data-stop": next.id });
  link.append(say("next_stop", { title: nameOf(next) }));
  $("onward").replaceChildren(link);
};

const startOnward = () => $("text").after(make("p", { id: "onward", className: "line", hidden: true }));
