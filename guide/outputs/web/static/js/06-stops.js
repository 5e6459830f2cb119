// The order of a visit: the stops of the chosen tour, or all.
const tour = () => guide.tours.find((each) => each.id === memory.tour && each.stops.length);
const walk = () => (tour() ? tour().stops.map(stopOf).filter(Boolean) : guide.stops);
const open = (stop) => !(keyOf(stop) in guide.closed);

/** The stop after this one that is not closed: in the visitor's tour, or for a stop outside it in the whole visit. */
const stopAfter = (stop) => {
  const ordered = walk().some((each) => each.id === stop.id) ? walk() : guide.stops;
  return ordered.slice(ordered.findIndex((each) => each.id === stop.id) + 1).find(open);
};
