import type { Row } from '../engine/database.ts';
import type { Lists } from '../engine/lists.ts';
import { idIs } from '../engine/payout-sql.ts';
import type { Conflicts } from './conflicts.ts';
import type { Edge } from './edge.ts';
import { repairsOf } from './id-repair.ts';
import { loadNameComparer } from './name-comparer.ts';
import { isNear } from './name-level.ts';

interface Repair extends Row {
  readonly typo: bigint;
  readonly name: string;
  readonly valid: bigint;
  readonly valid_name: string;
}

function* pairsOf(typos: readonly { readonly person: bigint; readonly id: string }[]): Generator<[bigint, bigint]> {
  for (const { person, id } of typos) for (const valid of repairsOf(id)) yield [person, valid];
}

/**
 * Numbers with a single mistake and whose they are: somebody of the same name, else the only one of a near name (twins have
 * neighbouring numbers and similar names). Where several could be meant, nobody is.
 */
export async function repairedIds({ database }: Lists, known: Promise<Conflicts>): Promise<Edge[]> {
  const typos = await database.all<Row & { person: bigint; id: string }>(
    `select distinct p.person, p.id from unproven p
    where p.person < 0 and ${idIs('checksum', 'birth-date', 'malformed')} and length(p.id) = 18`,
  );
  if (typos.length === 0) return [];
  await database.run('create temp table repair (typo bigint, valid bigint)');
  await database.append('repair', pairsOf(typos));
  const repairs = await database.all<Repair>(
    `with named as (select distinct person, name from any_person
        where person in (select valid from repair) and name is not null),
      mistyped as (select distinct person, name from unproven where person in (select typo from repair))
    select distinct u.person as typo, u.name, r.valid, p.name as valid_name
    from repair r join named p on p.person = r.valid join mistyped u on u.person = r.typo order by all`,
  );
  const likeness = await loadNameComparer();
  const conflicts = await known;
  const found = new Map<bigint, { same: Set<bigint>; near: Set<bigint> }>();
  for (const { typo, name, valid, valid_name } of repairs) {
    const likely = found.get(typo) ?? { same: new Set(), near: new Set() };
    found.set(typo, likely);
    const node = conflicts.nodeOf(valid, valid_name);
    if (name === valid_name) likely.same.add(node);
    else if (isNear(likeness(name, valid_name))) likely.near.add(node);
  }
  return [...found].flatMap(([typo, { same, near }]): Edge[] => {
    const [only, ...others] = same.size > 0 ? same : near;
    return only !== undefined && others.length === 0 ? [[typo, only]] : [];
  });
}
