// The order of a visit: the stops of the chosen tour, or all.
const tour = () => guide.tours.find((each) => each.id === memory.tour && each.stops.length);
const walk = () => (tour() ? tour().stops.map(stopOf).filter(Boolean) : guide.stops);
const open = (stop) => !(keyOf(stop) in guide.closed);

/** The stop after this one in the visitor's tour that is not closed. */
const stopAfter = (stop) => {
  const ordered = walk();
  const at = ordered.findIndex((each) => each.id === stop.id);
  return at < 0 ? undefined : ordered.slice(at + 1).find(open);
};
