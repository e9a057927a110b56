import type { Lists } from '../engine/lists.ts';
import type { AllEvidence, People } from './all-evidence.ts';
import { type Conflicts, conflictsIn } from './conflicts.ts';
import { sharedContacts } from './contacts.ts';
import type { Edge } from './edge.ts';
import { type Ground, ground } from './ground.ts';
import { isSplit, NODE, PROVEN } from './node.ts';
import { sharedNumbers } from './other-numbers.ts';
import { repairedIds } from './repaired.ts';

/** What one ground tells to be one. */
interface Step {
  readonly how: Ground;
  readonly edges: readonly Edge[];
}

/**
 * Looks for people under one number, and for rows that are one person's, best grounds first; for all at once: while the
 * database answers one query, what came of another is compared.
 */
export async function foundCertain(
  lists: Lists,
  evidence: AllEvidence,
): Promise<{ conflicts: Conflicts; steps: readonly Step[] }> {
  // Few rows have no valid ID number of their own: they are looked for once.
  await lists.database.run(`create temp table unproven as
    select ${NODE} as node, p.person, p.id, p.id_class, p.name, p.account, p.phone, p.birth, p.age, p.male from any_person p
    where p.name is not null and not coalesce(${PROVEN}, false)`);
  const known = conflictsIn(lists, evidence);
  const step = async (how: Ground, edges: Promise<readonly Edge[]>): Promise<Step> => ({ how, edges: await edges });
  const steps = [
    step('number', sharedNumbers(lists, evidence, known)),
    step('repaired', repairedIds(lists, evidence, known)),
    step('partial', evidence.partials(known)),
    step('account', sharedContacts(lists, 'account', evidence, known)),
    step('phone', sharedContacts(lists, 'phone', evidence, known)),
  ];
  // Where one fails the others are waited for: no query may still run when its database is closed.
  await Promise.allSettled([known, ...steps]);
  return { conflicts: await known, steps: await Promise.all(steps) };
}

/** Joins what is one person; of each node that was joined, how. */
export function joinAll(clusters: People, steps: readonly Step[]): Map<bigint, number> {
  const grounds = new Map<bigint, number>();
  for (const { how, edges } of steps) {
    clusters.join(edges);
    for (const node of clusters.joined()) {
      const known = clusters.of(node);
      for (const one of known > 0n || isSplit(known) ? [node] : [node, known]) {
        if (!grounds.has(one)) grounds.set(one, ground(how));
      }
    }
  }
  return grounds;
}
