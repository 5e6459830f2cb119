// A picture as large as the screen, or larger: then it is moved by scrolling, with finger or arrow keys.
const enlargePicture = ({ src, alt, width, height }) => {
  Object.assign($("large"), { src, alt, width, height });
  zoom(false);
  $("dialog").showModal?.();
};

/** Nearer, with a point of the picture in the middle: shares of its width and height. */
const zoom = (near, [across, down] = [0.5, 0.5]) => {
  $("dialog").classList.toggle("near", near);
  $("zoom").setAttribute("aria-pressed", String(near));
  const sheet = $("large").parentElement;
  sheet.scrollTo(across * sheet.scrollWidth - sheet.clientWidth / 2, down * sheet.scrollHeight - sheet.clientHeight / 2);
};

const isNear = () => $("dialog").classList.contains("near");

/** Where the picture was touched; it stands in the middle of its element. */
const touchedPoint = ({ offsetX, offsetY, target }) => {
  const scale = Math.min(target.width / target.naturalWidth, target.height / target.naturalHeight);
  return [[offsetX, target.width, target.naturalWidth], [offsetY, target.height, target.naturalHeight]]
    .map(([at, room, size]) => (at - (room - size * scale) / 2) / (size * scale));
};

const makeDialog = () => {
  const tool = (name) =>
    make("button", { type: "button", id: name, className: "tool" }, icon(name), worded("span", name, { className: "word" }));
  const tools = make("div", { className: "tools" }, tool("zoom"), tool("close"));
  const sheet = make("div", { className: "sheet", dir: "ltr" }, make("img", { id: "large", alt: "" }));
  document.body.append(make("dialog", { id: "dialog", "aria-label": say("enlarge"), "data-l": "enlarge" }, tools, sheet));
};

/** A picture that cannot be had is told in its place, by the words that stand for it; one without words leaves no place. */
const missPicture = (image) => {
  const frame = image.closest("figure");
  if (!frame || frame.classList.contains("lost")) return;
  frame.classList.add("lost");
  frame.prepend(make("p", { className: "instead" }, image.alt));
  show(frame, image.alt);
};

const findPicture = (image) => {
  const frame = image.closest(".lost img") && image.closest("figure");
  if (!frame) return;
  frame.classList.remove("lost");
  frame.querySelector(".instead").remove();
  show(frame, true);
};

const startMissing = () => {
  const player = $("player");
  player.addEventListener("error", ({ target }) => missPicture(target), true);
  player.addEventListener("load", ({ target }) => findPicture(target), true);
  // One that failed before this was here fails for another of its kind, too.
  for (const image of player.querySelectorAll("figure img")) make("img", { onerror: () => missPicture(image), src: image.src });
  const askForPictures = () => { for (const image of player.querySelectorAll(".lost img")) image.src = image.src; };
  addEventListener("online", askForPictures);
  document.addEventListener("visibilitychange", askForPictures);
};

const startPicture = () => {
  startMissing();
  makeDialog();
  $("player").addEventListener("click", (event) => {
    const image = event.target.closest(".picture")?.querySelector("img");
    if (image) enlargePicture({ src: image.src, alt: image.alt, width: image.naturalWidth, height: image.naturalHeight });
  });
  $("zoom").addEventListener("click", () => zoom(!isNear()));
  $("large").addEventListener("click", (event) => zoom(!isNear(), touchedPoint(event)));
  for (const [what, kind] of [[$("close"), "click"], [window, "popstate"]]) what.addEventListener(kind, () => $("dialog").close());
};
