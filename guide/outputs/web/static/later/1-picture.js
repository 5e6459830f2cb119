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

const startPicture = () => {
  makeDialog();
  $("player").addEventListener("click", (event) => {
    const image = event.target.closest(".picture")?.querySelector("img");
    if (image) enlargePicture({ src: image.src, alt: image.alt, width: image.naturalWidth, height: image.naturalHeight });
  });
  $("zoom").addEventListener("click", () => zoom(!isNear()));
  $("large").addEventListener("click", (event) => zoom(!isNear(), touchedPoint(event)));
  for (const [what, kind] of [[$("close"), "click"], [window, "popstate"]]) what.addEventListener(kind, () => $("dialog").close());
};
