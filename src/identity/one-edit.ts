/** Whether two sequences are one element more or less of each other, and more than one in common. */
export function oneInserted(one: readonly string[], other: readonly string[]): boolean {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  if (longer.length !== shorter.length + 1 || shorter.length < 2) return false;
  const place = shorter.findIndex((element, index) => element !== longer[index]);
  return place < 0 || shorter.slice(place).every((element, index) => element === longer[place + index + 1]);
}

/** The places where two sequences of one length differ. */
export function placesThatDiffer(one: readonly string[], other: readonly string[]): number[] {
  return [...one.keys()].filter((place) => one[place] !== other[place]);
}

/** Whether sequences that differ in these places alone have two neighbours swapped. */
export function neighboursSwapped(
  one: readonly string[],
  other: readonly string[],
  places: readonly number[],
): boolean {
  const [first = 0, second = 0] = places;
  return places.length === 2 && second === first + 1 && one[first] === other[second] && one[second] === other[first];
}
