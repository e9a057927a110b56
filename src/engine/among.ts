/** So many numbers are written out; of more, each has a bit. */
const MOST_WRITTEN = 64;

/**
 * SQL: is a whole number from 0 among these? Of lists with a hundred thousand departments most measures may be asked for: as a list,
 * each time as long to plan as to answer.
 */
export function isAmong(column: string, indexes: readonly number[]): string {
  if (indexes.length === 0) return 'false';
  if (indexes.length <= MOST_WRITTEN) return `${column} in (${indexes.join(', ')})`;
  const length = indexes.reduce((most, index) => Math.max(most, index), 0) + 1;
  const signs = new Uint8Array(length).fill(0x30);
  for (const index of indexes) signs[index] = 0x31;
  const bits = new TextDecoder('latin1').decode(signs);
  return `case when ${column} < ${length} then get_bit('${bits}'::bit, ${column}::integer) = 1 else false end`;
}
