/**
 * Whoever a row may be before identities are resolved: by a valid ID number, or another one with the name, the payout's
 * `person`; where a row says nothing of the kind, it is a node of its own.
 */

const OWN = 2n ** 60n;
const ROWS = 2n ** 32n;

/** SQL on payouts, as `p`: the node of a row. */
export const NODE = `coalesce(p.person, -(${OWN} + p.list::bigint * ${ROWS} + p.row))`;

/** SQL on payouts, as `p`: has the row a valid ID number? */
export const PROVEN = 'p.person > 0';

/** A group of names under an ID number that several people use, by its order. No row's own number is so low. */
export const splitNode = (order: number): bigint => -SPLIT - BigInt(order);
const SPLIT = 2n ** 62n;

/** SQL: is somebody, by a column, such a group? */
export const isSplitSql = (column: string): string => `${column} < -${SPLIT}`;

/** SQL on `resolved`, as `r`: is a row of such a group? */
export const IS_SPLIT = isSplitSql('r.certain');

export const isSplit = (node: bigint): boolean => node < -SPLIT;

/** Does a valid ID number say who it is? */
export const isProven = (node: bigint): boolean => node > 0n || isSplit(node);
