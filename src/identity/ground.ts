/**
 * How a row came to its identity: by its valid ID number; by another number and the name; by a number that one mistake was
 * made in; by the known digits of a masked or cut one; by name and bank account; by name and telephone; or it is alone.
 */
export const GROUNDS = ['id', 'number', 'repaired', 'partial', 'account', 'phone', 'alone'] as const;
export type Ground = (typeof GROUNDS)[number];

/** SQL: the number of a ground. */
export const ground = (name: Ground): number => GROUNDS.indexOf(name);
