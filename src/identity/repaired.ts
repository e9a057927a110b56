import type { Row } from '../engine/database.ts';
import type { Lists } from '../engine/lists.ts';
import type { Conflicts } from './conflicts.ts';
import type { Edge } from './edge.ts';
import type { Evidence } from './evidence.ts';
import { isNear } from './name-level.ts';

interface Repair extends Row {
  readonly typo: bigint;
  readonly name: string;
  readonly valid: bigint;
  readonly valid_name: string;
}

/**
 * Numbers with a single mistake and whose they are: somebody of the same name, else the only one of a near name (twins have
 * neighbouring numbers and similar names). Where several could be meant, nobody is.
 */
export async function repairedIds({ database }: Lists, evidence: Evidence, known: Promise<Conflicts>): Promise<Edge[]> {
  if (!(await evidence.repairs())) return [];
  const repairs = await database.all<Repair>(
    `with named as (select distinct person, name from any_person
        where person in (select valid from repair) and name is not null),
      mistyped as (select distinct person, name from unproven where person in (select typo from repair))
    select distinct u.person as typo, u.name, r.valid, p.name as valid_name
    from repair r join named p on p.person = r.valid join mistyped u on u.person = r.typo order by all`,
  );
  const likeness = await evidence.likeness(repairs.flatMap(({ name, valid_name }) => [name, valid_name]));
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
