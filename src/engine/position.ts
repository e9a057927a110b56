/** Rows of one list are fewer: a list and a row make one number, in the order of the lists. */
const ROWS = 4_294_967_296n;

/** SQL: where a row stands, as one number; `of` is the relation that has its `list` and `row`. */
export const position = (of: string) => `(${of}.list::bigint * ${ROWS} + ${of}.row)`;

/** Where a row stands, as that number. */
export const positionOf = ({ list, row }: { readonly list: number; readonly row: number }): bigint =>
  BigInt(list) * ROWS + BigInt(row);

/** SQL: the list, and the row, that such a number is of. */
export const listAt = (position: string) => `${position} // ${ROWS}`;
export const rowAt = (position: string) => `${position} % ${ROWS}`;
