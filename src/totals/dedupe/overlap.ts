import type { Fen } from '../../domain/money.ts';
import { isAmong } from '../../engine/among.ts';
import type { Row } from '../../engine/database.ts';
import type { ResolvedLists } from '../../identity/resolved-lists.ts';

/** People that are paid more than once: how many, by how many rows, and all that they get. */
export interface Overlapping {
  readonly persons: number;
  readonly payouts: number;
  readonly amount: Fen;
}

/** What two departments have in common: people who get from both, and all that they get from the two. */
export interface DepartmentOverlap {
  /** Indexes among the lists' departments. */
  readonly departments: readonly [number, number];
  readonly persons: number;
  readonly amount: Fen;
}

/** 重叠: who is on the lists more than once, lawfully or not. Of lists that were resolved to identities. */
export interface Overlap {
  readonly repeated: Overlapping;
  readonly onSeveralLists: Overlapping;
  readonly ofSeveralDepartments: Overlapping;
  /** In the order of `departments`, each pair once. */
  readonly pairs: readonly DepartmentOverlap[];
  /** People of so many departments that those are not paired: a number that stands for many. */
  readonly unpaired: number;
}

/** Somebody of more departments is nobody: their pairs take the square of their number. */
export const MOST_DEPARTMENTS = 100;

/** `first` are departments (indexes) in the order in which their pairs are to be told, before all others; one of no name is none. */
export async function overlapOf(lists: ResolvedLists, first: readonly number[]): Promise<Overlap> {
  const { database, assignments } = lists;
  const rows = rowsOf(lists);
  const named = [...new Set([...first, ...assignments.departments.keys()])].filter(
    (index) => assignments.departments[index]?.name,
  );
  const placeOf = new Map(named.map((index, place) => [index, place]));
  const unpaired = await peopleOfTooMany(lists, rows);
  const found = await database.all<Row & { one: number; other: number; persons: bigint; amount: bigint | null }>(
    `with paid as (select identity, department, sum(amount) as amount from ${rows} r
      where identity not in (select identity from of_too_many) group by identity, department)
    select a.department as one, b.department as other, count(*) as persons,
      sum(coalesce(a.amount, 0) + coalesce(b.amount, 0)) as amount
    from paid a join paid b on b.identity = a.identity and a.department < b.department group by 1, 2`,
  );
  const pairs = found.flatMap(({ one, other, persons, amount }): DepartmentOverlap[] => {
    const [place, second] = [placeOf.get(one), placeOf.get(other)];
    if (place === undefined || second === undefined) return [];
    return [
      {
        departments: place < second ? [one, other] : [other, one],
        persons: Number(persons),
        amount: (amount ?? 0n) as Fen,
      },
    ];
  });
  const placed = pairs.map((pair) => {
    const [one, other] = pair.departments;
    return { pair, place: (placeOf.get(one) ?? 0) * named.length + (placeOf.get(other) ?? 0) };
  });
  const inOrder = placed.sort((a, b) => a.place - b.place).map(({ pair }) => pair);
  return { ...(await repeatedPeople(lists, rows)), unpaired, pairs: inOrder };
}

/** Makes the table of people of more departments than are paired, and gives how many they are. */
async function peopleOfTooMany({ database }: ResolvedLists, rows: string): Promise<number> {
  await database.run(`create or replace temp table of_too_many as
    with many as (select identity from ${rows} r group by identity having count(*) > ${MOST_DEPARTMENTS})
    select identity from (select distinct identity, department from ${rows} r where identity in (select identity from many))
    group by identity having count(*) > ${MOST_DEPARTMENTS}`);
  const { people } = await database.one<{ people: bigint }>('select count(*) as people from of_too_many');
  return Number(people);
}

/** SQL: rows of people who have several; of what was paid earlier, only to somebody who is to be paid again. */
function rowsOf({ earlier }: ResolvedLists): string {
  if (earlier.length === 0) return 'repeated';
  return '(select * from repeated where identity in (select identity from repeated where not earlier))';
}

const KINDS = { repeated: 'true', onSeveralLists: 'lists', ofSeveralDepartments: 'departments' } as const;

async function repeatedPeople(
  { database, assignments }: ResolvedLists,
  rows: string,
): Promise<Omit<Overlap, 'pairs' | 'unpaired'>> {
  const unnamed = assignments.departments.flatMap(({ name }, index) => (name === '' ? [index] : []));
  const ofNamed = (aggregate: string) => `${aggregate}(department) filter (not ${isAmong('department', unnamed)})`;
  const sums = Object.entries(KINDS).map(
    ([kind, is]) => `count(*) filter (${is}) as ${kind}_persons, sum(rows) filter (${is}) as ${kind}_payouts,
      sum(amount) filter (${is}) as ${kind}_amount`,
  );
  const row = await database.one<Row & Readonly<Record<string, bigint | null>>>(
    `select ${sums.join(', ')} from (
      select count(*) as rows, sum(amount) as amount, min(list) <> max(list) as lists,
        ${ofNamed('min')} <> ${ofNamed('max')} as departments
      from ${rows} r group by identity having count(*) > 1)`,
  );
  const of = (kind: keyof typeof KINDS): Overlapping => ({
    persons: Number(row[`${kind}_persons`] ?? 0n),
    payouts: Number(row[`${kind}_payouts`] ?? 0n),
    amount: (row[`${kind}_amount`] ?? 0n) as Fen,
  });
  return {
    repeated: of('repeated'),
    onSeveralLists: of('onSeveralLists'),
    ofSeveralDepartments: of('ofSeveralDepartments'),
  };
}
