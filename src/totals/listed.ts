import type { Fen } from '../domain/money.ts';
import type { Row } from '../engine/database.ts';
import type { Lists } from '../engine/lists.ts';

/** What stands on lists: payouts and money add up; people and households are distinct counts and do not. */
export interface Listed {
  /** 人次: rows that pay somebody. */
  readonly payouts: number;
  /**
   * 人: distinct people. The same valid ID number is one person; without one, the same number as it is written and the
   * same name; a row without any number is somebody of its own.
   */
  readonly persons: number;
  /** 户: distinct households by their number, else by their head's ID number; null where no row says. */
  readonly households: number | null;
  readonly amount: Fen;
  /** Payouts without an amount that could be read: where there are any, `amount` is a lower bound. */
  readonly withoutAmount: number;
}

interface ListedMeasure extends Listed {
  /** Index among the lists' measures. */
  readonly measure: number;
}

export interface ListedDepartment extends Listed {
  /** Index among the lists' departments. */
  readonly department: number;
  readonly measures: readonly ListedMeasure[];
}

/** 条×块: what one department pays in one subdistrict. */
interface ListedPlace extends Listed {
  readonly department: number;
  /** As the lists write it; empty where they do not. */
  readonly subdistrict: string;
}

export interface ListedTotals {
  readonly total: Listed;
  /** In the order of their first appearance in the campaign, then in the lists. */
  readonly departments: readonly ListedDepartment[];
  /** By subdistrict, then department; only where that was asked for. */
  readonly places: readonly ListedPlace[] | null;
}

interface Counted extends Row {
  readonly department: number | null;
  readonly measure: number | null;
  readonly subdistrict: string | null;
  readonly level: number;
  readonly payouts: bigint;
  readonly persons: bigint;
  readonly nobody: bigint;
  readonly households: bigint;
  readonly amount: bigint | null;
  readonly without: bigint;
}

/** Adds up the lists' payouts. */
export async function listedTotals(
  { database, assignments, campaign }: Lists,
  { bySubdistrict = false }: { readonly bySubdistrict?: boolean } = {},
): Promise<ListedTotals> {
  // GROUPING_ID takes only columns that are grouped by.
  const sets = ['()', '(department)', '(department, measure)', ...(bySubdistrict ? ['(department, subdistrict)'] : [])];
  const level = bySubdistrict
    ? 'grouping_id(department, measure, subdistrict)'
    : '2 * grouping_id(department, measure) + 1';
  const rows = await database.all<Counted>(
    `select department, measure, ${bySubdistrict ? 'subdistrict' : 'null as subdistrict'}, (${level})::integer as level,
      count(*) as payouts, count(distinct person) as persons, count(*) filter (person is null) as nobody,
      count(distinct household) as households, sum(amount) as amount, count(*) filter (amount is null) as without
    from (select department, measure, coalesce(subdistrict, '') as subdistrict, amount, person as person,
      coalesce(household_id, head::varchar, head_id) as household from payout p)
    group by grouping sets (${sets.join(', ')})
    order by level desc, department, measure, subdistrict`,
  );
  const at = (level: number) => rows.filter((row) => row.level === level);
  const [total] = at(0b111);
  const order = (index: number) => {
    const is = assignments.departments[index]?.is;
    const known = is ? (campaign?.departments.indexOf(is) ?? -1) : -1;
    return known < 0 ? Number.MAX_SAFE_INTEGER : known;
  };
  const departments = at(0b011).map((row): ListedDepartment => {
    const department = row.department as number;
    const measures = at(0b001).filter((each) => each.department === department);
    return {
      department,
      ...listed(row),
      measures: measures.map((each) => ({ measure: each.measure as number, ...listed(each) })),
    };
  });
  return {
    total: total ? listed(total) : NOTHING,
    departments: departments.sort((a, b) => order(a.department) - order(b.department) || a.department - b.department),
    places: bySubdistrict
      ? at(0b010).map((row) => ({
          department: row.department as number,
          subdistrict: row.subdistrict ?? '',
          ...listed(row),
        }))
      : null,
  };
}

const NOTHING: Listed = { payouts: 0, persons: 0, households: null, amount: 0n, withoutAmount: 0 };

function listed({ payouts, persons, nobody, households, amount, without }: Counted): Listed {
  return {
    payouts: Number(payouts),
    persons: Number(persons + nobody),
    households: households === 0n ? null : Number(households),
    amount: amount ?? 0n,
    withoutAmount: Number(without),
  };
}
