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

const startPicture = () => {
  $("player").addEventListener("click", (event) => {
    const image = event.target.closest(".picture")?.querySelector("img");
    if (image) enlargePicture({ src: image.src, alt: image.alt, width: image.naturalWidth, height: image.naturalHeight });
  });
  $("zoom").addEventListener("click", () => zoom(!$("dialog").classList.contains("near")));
  $("large").addEventListener("click", () => zoom(!$("dialog").classList.contains("near")));
  $("close").addEventListener("click", () => $("dialog").close());
};
