// A picture as large as the screen, or larger: then it is moved by scrolling, with finger or arrow keys.
const enlargePicture = (picture) => {
  const image = $("large");
  image.src = address(picture.src);
  image.alt = picture.alt;
  image.width = picture.width;
  image.height = picture.height;
  zoom(false);
  $("dialog").showModal();
};

const zoom = (near) => {
  $("dialog").classList.toggle("near", near);
  $("zoom").setAttribute("aria-pressed", String(near));
};

const startPicture = () => {
  $("zoom").addEventListener("click", () => zoom(!$("dialog").classList.contains("near")));
  $("large").addEventListener("click", () => zoom(!$("dialog").classList.contains("near")));
  $("close").addEventListener("click", () => $("dialog").close());
};
