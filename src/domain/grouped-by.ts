/** Things by what they have in common, in their order. */
export function groupedBy<K, T>(things: Iterable<T>, keyOf: (thing: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group)
      group.push(thing); // a copy for each thing would take the square of their number
    else groups.set(key, [thing]);
  }
  return groups;
}
