import { wholeNumber } from '../domain/people/id-number.ts';
import type { Database, Row } from '../engine/database.ts';
import type { Lists } from '../engine/lists.ts';
import { idIs } from '../engine/payout-sql.ts';
import type { AllEvidence } from './all-evidence.ts';
import { Clusters } from './clusters.ts';
import { repairsOf } from './id-repair.ts';
import { knownFacts } from './known-facts.ts';
import { loadNameComparer } from './name-comparer.ts';
import { isProven } from './node.ts';
import { partialIds } from './partial.ts';
import { contradict, patternOf } from './partial-id.ts';
import { setVagueApart } from './vague-numbers.ts';

/** What open lists say. */
export function openEvidence(lists: Lists): AllEvidence {
  const { database } = lists;
  return {
    likeness: loadNameComparer,
    nameKeys: async () => (await import('./compare-key.ts')).nameKey,
    repairs: () => fillRepairs(database),
    setVagueApart: () => setVagueApart(lists),
    partials: (known) => partialIds(lists, known),
    people: async (conflicts, edges, year) => new Clusters(isProven, await knownFacts(lists, conflicts, edges, year)),
    numbers: async () => ({
      of: (person, id, found) => {
        if (person !== null && person > 0n) return wholeNumber(person);
        return id === null ? null : patternOf(found, id);
      },
      contradict,
    }),
  };
}

async function fillRepairs(database: Database): Promise<boolean> {
  const typos = await database.all<Row & { person: bigint; id: string }>(
    `select distinct p.person, p.id from unproven p
    where p.person < 0 and ${idIs('checksum', 'birth-date', 'malformed')} and length(p.id) = 18`,
  );
  if (typos.length === 0) return false;
  await database.run('create temp table repair (typo bigint, valid bigint)');
  await database.append('repair', pairsOf(typos));
  return true;
}

function* pairsOf(typos: readonly { readonly person: bigint; readonly id: string }[]): Generator<[bigint, bigint]> {
  for (const { person, id } of typos) for (const valid of repairsOf(id)) yield [person, valid];
}
