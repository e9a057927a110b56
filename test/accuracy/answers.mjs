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
    const node = truth.nodeOf(record.file, record.row, record.person);
    if (!(node < truth.size)) throw new Error(`${path}: ${record.file}:${record.row} is in no list`);
    const identity = identityOf(record);
    if (!numbers.has(identity)) numbers.set(identity, numbers.size);
    labels[node] = numbers.get(identity);
  }
  return labels;
}

/** The pairs of people that the program asked about or confirmed, each by a row of either. */
export async function readPairs(path, truth) {
  const pairs = [];
  for await (const record of recordsOf(path)) {
    const one = truth.nodeOf(record.file, record.row, record.person);
    const other = truth.nodeOf(record.other_file, record.other_row, record.other_person);
    if (one === undefined || other === undefined)
      throw new Error(`${path}: ${record.file}:${record.row} is in no list`);
    const { band, evidence = '' } = record;
    const isSame = truth.personOf[one] === truth.personOf[other];
    pairs.push({ one, other, band, posterior: Number(record.posterior), evidence, isSame });
  }
  return pairs;
}
