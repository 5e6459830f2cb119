// A picture as large as the screen, or larger: then it is moved by scrolling, with finger or arrow keys.
const enlargePicture = ({ src, alt, width, height }) => {
  Object.assign($("large"), { src, alt, width, height });
  zoom(false);
  $("dialog").showModal?.();
};

const zoom = (near) => {
  $("dialog").classList.toggle("near", near);
  $("zoom").setAttribute("aria-pressed", String(near));
};

const makeDialog = () => {
  const tool = (name) =>
    make("button", { type: "button", id: name, className: "tool" }, icon(name), worded("span", name, { className: "word" }));
  const tools = make("div", { className: "tools" }, tool("zoom"), tool("close"));
  const sheet = make("div", { className: "sheet" }, make("img", { id: "large", alt: "" }));
  document.body.append(make("dialog", { id: "dialog", "aria-label": say("enlarge"), "data-l": "enlarge" }, tools, sheet));
};

const startPicture = () => {
  makeDialog();
  $("player").addEventListener("click", (event) => {
    const image = event.target.closest(".picture")?.querySelector("img");
    if (image) enlargePicture({ src: image.src, alt: image.alt, width: image.naturalWidth, height: image.naturalHeight });
  });
  $("zoom").addEventListener("click", () => zoom(!$("dialog").classList.contains("near")));
  $("large").addEventListener("click", () => zoom(!$("dialog").classList.contains("near")));
  $("close").addEventListener("click", () => $("dialog").close());
};
