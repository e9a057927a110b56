const pairsAmong = (count) => (count * (count - 1)) / 2;

/** Pairs over clusters: how many pairs there are, and how many of them are one person's. */
export function countPairs(labels, personOf) {
  return { pairs: pairsAlike(labels), hits: pairsAlike(combined(labels, personOf)), truths: pairsAlike(personOf) };
}

/** How many pairs have the same number, without going through them. */
function pairsAlike(numbers) {
  const sorted = Float64Array.from(numbers).sort();
  let pairs = 0;
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    while (end < sorted.length && sorted[end] === sorted[start]) end += 1;
    pairs += pairsAmong(end - start);
  }
  return pairs;
}

function combined(labels, personOf) {
  const most = personOf.reduce((sofar, person) => Math.max(sofar, person), 0) + 1;
  return Float64Array.from(labels, (label, node) => label * most + personOf[node]);
}

/** Clusters that grow by edges, and know how many of their pairs are true. */
export class Growing {
  #parent;
  #members;
  #personOf;
  pairs = 0;
  hits = 0;

  constructor(labels, personOf) {
    this.#personOf = personOf;
    this.#parent = Int32Array.from(labels, (_, node) => node);
    this.#members = new Map();
    const first = new Map();
    for (const [node, label] of labels.entries()) {
      if (first.has(label)) this.join(first.get(label), node);
      else first.set(label, node);
    }
  }

  find(node) {
    const parent = this.#parent;
    let root = node;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  join(one, other) {
    let [big, small] = [this.find(one), this.find(other)];
    if (big === small) return;
    let [many, few] = [this.#counts(big), this.#counts(small)];
    if (many.size < few.size) [big, small, many, few] = [small, big, few, many];
    this.pairs += total(many) * total(few);
    for (const [person, count] of few) {
      this.hits += count * (many.get(person) ?? 0);
      many.set(person, (many.get(person) ?? 0) + count);
    }
    this.#members.set(big, many);
    this.#members.delete(small);
    this.#parent[small] = big;
  }

  /** How many rows of which people are in a cluster; whoever is alone is not kept. */
  #counts(root) {
    return this.#members.get(root) ?? new Map([[this.#personOf[root], 1]]);
  }

  labels() {
    return this.#parent.map((_, node) => this.find(node));
  }
}

function total(counts) {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}

export function scores({ pairs, hits }, truths) {
  const precision = pairs === 0 ? 1 : hits / pairs;
  const recall = truths === 0 ? 1 : hits / truths;
  return { precision, recall, f1: hits === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}
