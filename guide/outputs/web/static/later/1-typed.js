// A number that plays by itself takes the keys away from under the finger: a tap that was still meant for them
// (“Listen” out of habit, the last digit twice) must not skip ten seconds or a sentence in the player behind.
const TAP_MS = 600;

const startTyped = () => {
  $("keys").addEventListener("click", () => {
    if (view !== "player") return;
    page.classList.add("just-typed");
    setTimeout(() => page.classList.remove("just-typed"), TAP_MS);
  });
};
