// Before a warning a visitor may choose to read: the text comes, nothing sounds. Where there is no sound, that is all there is.
const showReading = () => show($("warning-read"), Boolean(audioPath()));

const startWarning = () => {
  $("warning-accept").after(" ", wordButton("warning-read", "plain", true));
  $("warning-read").addEventListener("click", () => acceptWarning(false));
  $("headphones-ok").addEventListener("click", () => { remember({ headphones: 1 }); page.classList.add("asked"); });
  // These go away when they are pressed: a keyboard goes on at the button beside which it will be wanted, or at the text.
  const heirs = { "from-start": "play", "headphones-ok": "play", "warning-accept": "play", "warning-read": "title" };
  for (const [id, heir] of Object.entries(heirs)) {
    $(id).addEventListener("click", () => $(audioPath() ? heir : "title").focus());
  }
};
