/** Two nodes that are said to be one person. */
export type Edge = readonly [bigint, bigint];

/** An edge to the only one who may be meant. */
export function onlyOne(person: bigint, [only, ...others]: Iterable<bigint>): Edge[] {
  return only !== undefined && others.length === 0 ? [[person, only]] : [];
}
