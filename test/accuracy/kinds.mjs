/** Whom somebody was taken for, the nearest first. */
export const KINDS = ['twin', 'sibling', 'parent and child', 'spouse', 'household', 'namesake', 'stranger'];

function kindOf(one, other, people) {
  const [a, b] = [people[one], people[other]];
  if (a.twin === String(other) || b.twin === String(one)) return 'twin';
  if ((a.father && a.father === b.father) || (a.mother && a.mother === b.mother)) return 'sibling';
  if (isAncestor(a, other, people) || isAncestor(b, one, people)) return 'parent and child';
  if (a.spouse === String(other)) return 'spouse';
  if (a.household === b.household) return 'household';
  return a.name === b.name ? 'namesake' : 'stranger';
}

/** Parents and grandparents. */
function isAncestor({ father, mother }, person, people) {
  const parents = [father, mother].filter(Boolean);
  return parents.some((parent) => {
    const { father: theirs, mother: hers } = people[parent];
    return [parent, theirs, hers].includes(String(person));
  });
}

/** The false pairs of rows in clusters, by kind. */
export function falsePairs(labels, personOf, people) {
  const found = Object.fromEntries(KINDS.map((kind) => [kind, 0]));
  for (const counts of mixedClusters(labels, personOf)) {
    const persons = [...counts];
    for (const [place, [one, count]] of persons.entries()) {
      for (const [other, others] of persons.slice(place + 1)) found[kindOf(one, other, people)] += count * others;
    }
  }
  return found;
}

/** Of every cluster with several people, how many rows each has. */
function mixedClusters(labels, personOf) {
  const order = Int32Array.from(labels, (_, node) => node).sort((a, b) => labels[a] - labels[b]);
  const mixed = [];
  for (let start = 0, end = 0; start < order.length; start = end) {
    const counts = new Map();
    for (; end < order.length && labels[order[end]] === labels[order[start]]; end += 1) {
      const person = personOf[order[end]];
      counts.set(person, (counts.get(person) ?? 0) + 1);
    }
    if (counts.size > 1) mixed.push(counts);
  }
  return mixed;
}

/** For each two lists, how many true pairs of rows there are, and how many of them are together by each of the labellings. */
export function byLists({ files, fileOf, personOf }, labellings) {
  const order = Int32Array.from(personOf, (_, node) => node).sort((a, b) => personOf[a] - personOf[b]);
  const found = new Map();
  for (let start = 0, end = 0; start < order.length; start = end) {
    while (end < order.length && personOf[order[end]] === personOf[order[start]]) end += 1;
    for (let one = start; one < end; one += 1) {
      for (let other = one + 1; other < end; other += 1) {
        const [a, b] = [order[one], order[other]];
        const lists = [files[fileOf[a]], files[fileOf[b]]].sort().join(' + ').replaceAll('.csv', '');
        const line = found.get(lists) ?? { pairs: 0, together: labellings.map(() => 0) };
        line.pairs += 1;
        for (const [place, labels] of labellings.entries()) if (labels[a] === labels[b]) line.together[place] += 1;
        found.set(lists, line);
      }
    }
  }
  return [...found].map(([lists, line]) => ({ lists, ...line })).sort((a, b) => b.pairs - a.pairs);
}
