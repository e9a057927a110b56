import { recordsOf } from './records.mjs';

/**
 * What the program says of each node: its identity, and the identity that it has by what is certain alone. A node that it does
 * not name is somebody of their own.
 */
export async function readIdentities(path, truth) {
  const identity = Int32Array.from({ length: truth.size }, (_, node) => -1 - node);
  const certain = identity.slice();
  const numbers = [new Map(), new Map()];
  const numberOf = (text, known) => known.get(text) ?? known.set(text, known.size).get(text);
  let unknown = 0;
  for await (const record of recordsOf(path)) {
    const node = truth.nodeOf(record.file, record.row, record.person);
    if (node === undefined || !(node < truth.size)) unknown += 1;
    else {
      identity[node] = numberOf(record.identity, numbers[0]);
      certain[node] = numberOf(record.certain ?? record.identity, numbers[1]);
    }
  }
  if (unknown > 0) throw new Error(`${path}: ${unknown} rows that no list has`);
  return { identity, certain };
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
