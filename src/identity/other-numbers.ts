import type { Row } from '../engine/database.ts';
import { everyList, type Lists } from '../engine/lists.ts';
import { idIs } from '../engine/payout-sql.ts';
import type { Conflicts } from './conflicts.ts';
import type { Edge } from './edge.ts';
import type { Evidence } from './evidence.ts';
import { groupsOfNames } from './name-groups.ts';
import { NODE } from './node.ts';

/** A shorter number is that of many. */
const SHORTEST = 6;
/** A number that more names than this share is a household's or a school's. */
const MOST_NAMES = 10;

/** SQL on people, as `p`: another number of a person: of its own column (工号, 优抚证号), or a passport's in that of ID numbers. */
const NUMBER = `coalesce(p.other_id, case when ${idIs('other-document')} then ltrim(p.id, '0') end)`;

/** SQL: the same where it is long enough to be one person's. */
export const OTHER_NUMBER = `case when length(${NUMBER}) >= ${SHORTEST} then ${NUMBER} end`;

const SHARERS = `
with numbered as materialized (
  select ${NUMBER} as number, p.name, ${NODE} as node, p.person from any_person p
  where p.name is not null and length(${NUMBER}) >= ${SHORTEST}
)
select distinct number, name, node, person from numbered where number in (
  select number from numbered group by number
  having count(distinct node) > 1 and count(distinct name) <= ${MOST_NAMES}
) order by all`;

/** Rows with the same number of another kind, a passport's or one of whoever keeps the list, and near names are one person's. */
export async function sharedNumbers(lists: Lists, evidence: Evidence, known: Promise<Conflicts>): Promise<Edge[]> {
  const { database } = lists;
  const isAny = everyList(lists).some(({ fields, opaqueIds }) => opaqueIds || fields.has('other_id'));
  if (!isAny && !(await anyDocument(lists))) return [];
  const rows = await database.all<Row & { number: string; name: string; node: bigint; person: bigint | null }>(SHARERS);
  if (rows.length === 0) return [];
  const likeness = await evidence.likeness(rows.map(({ name }) => name));
  const conflicts = await known;
  const ofNumbers = new Map<string, Map<string, bigint[]>>();
  for (const { number, name, node, person } of rows) {
    const named = ofNumbers.get(number) ?? new Map<string, bigint[]>();
    ofNumbers.set(number, named);
    const own = person !== null && person > 0n ? conflicts.nodeOf(person, name) : node;
    const nodes = named.get(name);
    if (nodes) nodes.push(own);
    else named.set(name, [own]);
  }
  return [...ofNumbers.values()].flatMap((named) =>
    groupsOfNames([...named.keys()], likeness).flatMap((names): Edge[] => {
      const [first, ...others] = names.flatMap((name) => named.get(name) ?? []);
      return first === undefined ? [] : others.map((other): Edge => [first, other]);
    }),
  );
}

async function anyDocument({ database }: Lists): Promise<boolean> {
  const { documents } = await database.one<{ documents: bigint }>(
    `select count(*) as documents from odd_payout p where ${idIs('other-document')}`,
  );
  return documents > 0n;
}
