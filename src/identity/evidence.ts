import type { IdClass } from '../domain/people/id-number.ts';
import type { NameLevel } from './name-level.ts';

export type Likeness = (one: string, other: string) => NameLevel;

/** As much as is known of ID numbers, each by a text of its own. */
export interface Numbers {
  /** Null where nothing is known. */
  readonly of: (person: bigint | null, id: string | null, found: IdClass) => string | null;
  readonly contradict: (one: string, other: string) => boolean;
}

/**
 * What names and numbers say of who is who, where they stand open and where they were sealed: the same questions, and, as far as what
 * was sealed can tell, the same answers. What it can't is never taken for the same person.
 */
export interface Evidence {
  /** How alike any two of these names are. */
  readonly likeness: (names: Iterable<string>) => Promise<Likeness>;
  /** What names have in common that differ only in the characters they are written in; null of a name that hides some. */
  readonly nameKeys: (names: Iterable<string>) => Promise<(name: string) => string | null>;
  /** Fills `repair` with the valid numbers that mistyped ones may be; false where there are none. */
  readonly repairs: () => Promise<boolean>;
  readonly numbers: (persons: Iterable<bigint>, ids: Iterable<string>) => Promise<Numbers>;
}
