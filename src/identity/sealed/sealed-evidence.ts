import type { Database } from '../../engine/database.ts';
import type { Lists } from '../../engine/lists.ts';
import { sealedPerson } from '../../engine/load-sealed.ts';
import { idIs } from '../../engine/payout-sql.ts';
import type { AllEvidence } from '../all-evidence.ts';
import { Clusters } from '../clusters.ts';
import { isProven } from '../node.ts';
import { sealedFacts } from './sealed-facts.ts';
import { SealedNames } from './sealed-names.ts';
import { SealedNumbers } from './sealed-numbers.ts';
import { sealedPartials, setSealedApart } from './sealed-partials.ts';

/** What sealed lists say. */
export function sealedEvidence(lists: Lists): AllEvidence {
  const { database } = lists;
  return {
    likeness: async (names) => (await SealedNames.of(database, names)).likeness,
    nameKeys: async (names) => (await SealedNames.of(database, names)).formOf,
    repairs: () => fillRepairs(database),
    setVagueApart: () => setSealedApart(lists),
    partials: (known) => sealedPartials(lists, known),
    people: async (conflicts, edges) => new Clusters(isProven, await sealedFacts(lists, conflicts, edges)),
    numbers: (persons, ids) => SealedNumbers.of(database, persons, ids),
  };
}

async function fillRepairs(database: Database): Promise<boolean> {
  await database.run(`create temp table repair as select distinct typo, ${sealedPerson('token')} as valid from (
    select distinct p.person as typo, unnest(list_concat(s.repairs, s.swaps)) as token from unproven p
      join (select distinct text, repairs, swaps from sealed_row) s on s.text = p.id
      where p.person < 0 and ${idIs('checksum', 'birth-date', 'malformed')})`);
  const { repairs } = await database.one<{ repairs: bigint }>('select count(*) as repairs from repair');
  return repairs > 0n;
}
