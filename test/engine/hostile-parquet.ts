/** Types of Apache Thrift's compact protocol, in which the footer of a Parquet file is written. */
const [INTEGER, LONG, TEXT, LIST, STRUCT] = [5, 6, 8, 9, 12];
/** What numbers stand for in it: a column of integers, and one that may be empty. */
const [INT32, OPTIONAL] = [1, 1];

const varint = (value: number): number[] =>
  value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...varint(Math.floor(value / 0x80))];
const number = (value: number) => varint(2 * value);
const structs = (count: number) => [0xf0 | STRUCT, ...varint(count)];
/** A field, which is named by how many come between. */
const field = (step: number, type: number, ...value: readonly number[]) => [(step << 4) | type, ...value];
const NAME = field(1, TEXT, 1, 0x61);

const column = [...field(1, INTEGER, ...number(INT32)), ...field(2, INTEGER, ...number(OPTIONAL)), ...NAME, 0];
const group = (members: number) => [
  ...field(3, INTEGER, ...number(OPTIONAL)),
  ...NAME,
  ...field(1, INTEGER, ...number(members)),
  0,
];

/** A file without rows: its schema and, around that, what makes it one. */
function parquet(schema: readonly (readonly number[])[]): Buffer {
  const footer = Buffer.from([
    ...field(1, INTEGER, ...number(1)),
    ...field(1, LIST, ...structs(schema.length)),
    ...schema.flat(),
    ...field(1, LONG, ...number(0)),
    ...field(1, LIST, ...structs(0)),
    0,
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(footer.length);
  return Buffer.concat([Buffer.from('PAR1'), footer, length, Buffer.from('PAR1')]);
}

/** A column in a group in a group …: whoever follows them down runs out of stack. */
export const deepParquet = (depth: number): Buffer => parquet([...Array(depth).fill(group(1)), column]);

/** Columns of one name, each of which DuckDB compares with all others. */
export const wideParquet = (columns: number): Buffer => parquet([group(columns), ...Array(columns).fill(column)]);
