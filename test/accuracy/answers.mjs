import { recordsOf } from './records.mjs';

/**
 * What the program says of each node: its identity, and the identity that it has by what is certain alone, from a column
 * `certain` or from a run of its own. A node that it does not name is somebody of their own.
 */
export async function readIdentities({ identities, certain }, truth) {
  const identity = await labelsOf(identities, truth, (record) => record.identity);
  const surest = certain
    ? await labelsOf(certain, truth, (record) => record.identity)
    : await labelsOf(identities, truth, (record) => record.certain ?? record.identity);
  return { identity, certain: surest };
}

async function labelsOf(path, truth, identityOf) {
  const labels = Int32Array.from({ length: truth.size }, (_, node) => -1 - node);
  const numbers = new Map();
  for await (const record of recordsOf(path)) {
    const [node] = truth.nodesOf(record.file, record.row, record.person);
    const identity = identityOf(record);
    if (!numbers.has(identity)) numbers.set(identity, numbers.size);
    labels[node] = numbers.get(identity);
  }
  return labels;
}

/** The pairs of people that the program asked about or confirmed, each by a row of either. */
export async function readPairs(path, truth, identity) {
  const pairs = [];
  for await (const record of recordsOf(path)) {
    const ones = truth.nodesOf(record.file, record.row, record.person);
    const others = truth.nodesOf(record.other_file, record.other_row, record.other_person);
    const { one, other, isSame } = whoIsMeant(ones, others, truth.personOf, identity);
    const { band, evidence = '' } = record;
    pairs.push({ one, other, band, posterior: Number(record.posterior), evidence, isSame });
  }
  return pairs;
}

/** Of a couple's row that stands for one of the two: who the program says is the same, else who is. */
function whoIsMeant(ones, others, personOf, identity) {
  const all = ones.flatMap((one) => others.map((other) => ({ one, other, isSame: personOf[one] === personOf[other] })));
  const said = all.filter(({ one, other }) => identity[one] === identity[other]);
  const [first] = said.length > 0 ? said : all;
  return (said.length > 0 ? said : all).find(({ isSame }) => isSame) ?? first;
}
