/** The index of the first of some ordered places that starts at an offset or later. */
export function firstFrom<Place>(offset: number, places: readonly Place[], startOf: (place: Place) => number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const place = places[middle];
    if (place !== undefined && startOf(place) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
