import type { Clusters } from './clusters.ts';
import type { Conflicts } from './conflicts.ts';
import type { Edge } from './edge.ts';
import type { Evidence } from './evidence.ts';

/** People as they are joined. */
export type People = Pick<Clusters, 'join' | 'joined' | 'of'>;

/** The steps in which open lists and sealed ones are asked in ways of their own. */
export interface AllEvidence extends Evidence {
  /** Sets apart who shares a number that does not tell its bearers from others. */
  readonly setVagueApart: () => Promise<void>;
  /** Masked and cut numbers, and whose they are. */
  readonly partials: (known: Promise<Conflicts>) => Promise<readonly Edge[]>;
  /** Everybody by themselves, with what is known of whom `edges` may join; `year` is the one in which lists say how old people are. */
  readonly people: (conflicts: Conflicts, edges: readonly Edge[], year: number) => Promise<People>;
}
