// Signs that only this half of the page shows, as paths in a square of 24; the others stand in the page.
const SIGNS = {
  sun: "M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0ZM12 2v2m0 16v2M2 12h2m16 0h2M5 5l1.4 1.4m11.2 11.2L19 19M5 19l1.4-1.4M17.6 6.4 19 5",
  check: "m4 12.5 5.5 5.5L20 6.5",
  close: "m5 5 14 14M19 5 5 19",
};

const makeSigns = () => {
  const drawn = (kind, properties) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", kind);
    for (const [name, value] of Object.entries(properties)) element.setAttribute(name, value);
    return element;
  };
  for (const [name, d] of Object.entries(SIGNS)) {
    const symbol = drawn("symbol", { id: `i-${name}`, viewBox: "0 0 24 24" });
    symbol.append(drawn("path", { d }));
    document.querySelector(".sprite").append(symbol);
  }
};
