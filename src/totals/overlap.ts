import type { Fen } from '../domain/money.ts';
import type { Row } from '../engine/database.ts';
import type { Lists } from '../engine/lists.ts';

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
}

/** `departments` are indexes in the order in which pairs are to be told; a department of no name is none. */
export async function overlapOf({ database, assignments }: Lists, departments: readonly number[]): Promise<Overlap> {
  const named = departments.filter((index) => assignments.departments[index]?.name);
  const rows = await database.all<Row & { one: number; other: number; persons: bigint; amount: bigint | null }>(
    `with paid as (select identity, department, sum(amount) as amount from repeated r where ${NEW} group by identity, department)
    select a.department as one, b.department as other, count(*) as persons,
      sum(coalesce(a.amount, 0) + coalesce(b.amount, 0)) as amount
    from paid a join paid b on b.identity = a.identity and a.department < b.department group by 1, 2`,
  );
  const pairs = rows.flatMap(({ one, other, persons, amount }): DepartmentOverlap[] => {
    const [first, second] = [named.indexOf(one), named.indexOf(other)];
    if (first < 0 || second < 0) return [];
    return [
      {
        departments: first < second ? [one, other] : [other, one],
        persons: Number(persons),
        amount: (amount ?? 0n) as Fen,
      },
    ];
  });
  const order = ({ departments: [one, other] }: DepartmentOverlap) =>
    named.indexOf(one) * named.length + named.indexOf(other);
  return {
    repeated: await overlapping(database, 'count(*) > 1'),
    onSeveralLists: await overlapping(database, 'min(list) <> max(list)'),
    ofSeveralDepartments: await overlapping(
      database,
      `count(distinct department) filter (department in (${[...named, -1].join(', ')})) > 1`,
    ),
    pairs: pairs.sort((a, b) => order(a) - order(b)),
  };
}

/** What was paid earlier is only compared with. */
const NEW = 'not r.earlier';

async function overlapping(database: Lists['database'], having: string): Promise<Overlapping> {
  const { persons, payouts, amount } = await database.one<
    Row & { persons: bigint; payouts: bigint | null; amount: bigint | null }
  >(
    `select count(*) as persons, sum(rows) as payouts, sum(amount) as amount from (
      select count(*) as rows, sum(amount) as amount from repeated r where ${NEW} group by identity having ${having})`,
  );
  return { persons: Number(persons), payouts: Number(payouts ?? 0n), amount: (amount ?? 0n) as Fen };
}
