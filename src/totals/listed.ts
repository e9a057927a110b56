import type { Fen } from '../domain/money.ts';
import type { Row } from '../engine/database.ts';
import type { Lists } from '../engine/lists.ts';
import { AS_WRITTEN, type Counted, distinct } from './distinct.ts';

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
  /** In the order of the campaign, then of their names; so are the measures of each. */
  readonly departments: readonly ListedDepartment[];
  /** By subdistrict, then department; only where that was asked for. */
  readonly places: readonly ListedPlace[] | null;
}

/** What adds up, of one measure of one department. */
interface Sum {
  readonly department: number;
  readonly measure: number;
  readonly payouts: number;
  /** Payouts to people of whom nothing is known, each somebody of their own. */
  readonly nobody: number;
  readonly amount: Fen;
  readonly without: number;
}

/** SQL for what adds up. */
const SUMS = 'count(*) as payouts, sum(amount) as amount, count(*) filter (amount is null) as without';

/** Adds up the lists' payouts. */
export async function listedTotals(
  lists: Lists,
  {
    bySubdistrict = false,
    counted = AS_WRITTEN,
  }: { readonly bySubdistrict?: boolean; readonly counted?: Counted } = {},
): Promise<ListedTotals> {
  const { departments: named, measures } = lists.assignments;
  const inCampaign = lists.campaign?.departments.flatMap((department) => [department, ...department.measures]) ?? [];
  const ofDepartments = (a: number, b: number) => inOrder(named[a], named[b], inCampaign);
  const sums = await sumsByMeasure(lists, counted);
  const persons = await distinct(lists, counted.person, counted.repeated);
  const households = await distinct(lists, counted.household, counted.from);
  const departments = [...new Set(sums.map(({ department }) => department))].map((department): ListedDepartment => {
    const mine = sums.filter((sum) => sum.department === department);
    return {
      department,
      ...listed(mine, persons.ofDepartment[department], households.ofDepartment[department]),
      measures: mine
        .map((sum) => ({
          measure: sum.measure,
          ...listed([sum], persons.ofMeasure[sum.measure], households.ofMeasure[sum.measure]),
        }))
        .sort((a, b) => inOrder(measures[a.measure]?.measure, measures[b.measure]?.measure, inCampaign)),
    };
  });
  return {
    total: listed(sums, persons.total, households.total),
    departments: departments.sort((a, b) => ofDepartments(a.department, b.department)),
    places: bySubdistrict ? await listedPlaces(lists, ofDepartments) : null,
  };
}

async function sumsByMeasure({ database }: Lists, { from, repeated }: Counted): Promise<Sum[]> {
  const rows = await database.all<Row & Pick<Sum, 'department' | 'measure'>>(
    `select department, measure, ${SUMS} from ${from} p group by department, measure`,
  );
  const others = await database.all<Row & { measure: number; rows: bigint }>(
    `select measure, count(*) as rows from ${repeated} p group by measure`,
  );
  const repeatedIn = new Map(others.map(({ measure, rows }) => [measure, Number(rows)]));
  return rows.map((row) => {
    const sum = sumOf(row);
    const nobody = sum.payouts - (repeatedIn.get(row.measure) ?? 0);
    return { department: row.department, measure: row.measure, ...sum, nobody };
  });
}

/** 条×块: here every count is one of its own, since places are as many as the lists have names for them. */
async function listedPlaces(
  { database }: Lists,
  ofDepartments: (a: number, b: number) => number,
): Promise<ListedPlace[]> {
  const rows = await database.all<
    Row & { department: number; subdistrict: string; persons: bigint; households: bigint }
  >(
    `select department, coalesce(subdistrict, '') as subdistrict, count(distinct ${AS_WRITTEN.person}) + count(*) filter (${AS_WRITTEN.person} is null) as persons,
      count(distinct ${AS_WRITTEN.household}) as households, ${SUMS}
    from ${AS_WRITTEN.from} p group by 1, 2`,
  );
  const places = rows.map((row) => ({
    department: row.department,
    subdistrict: row.subdistrict,
    ...listed([{ ...sumOf(row), nobody: 0 }], Number(row.persons), Number(row.households)),
  }));
  return places.sort((a, b) => byText(a.subdistrict, b.subdistrict) || ofDepartments(a.department, b.department));
}

/** Orders payouts' places: by department, then by measure, each in the order of the campaign, then by name. */
export function inPlaceOrder({ assignments: { departments, measures }, campaign }: Lists) {
  const known = campaign?.departments.flatMap((department) => [department, ...department.measures]) ?? [];
  type Placed = { readonly department: number; readonly measure: number };
  return (a: Placed, b: Placed) =>
    inOrder(departments[a.department], departments[b.department], known) ||
    inOrder(measures[a.measure]?.measure, measures[b.measure]?.measure, known);
}

/** What the campaign knows first, in its order, then by name. */
function inOrder<T>(
  a: { readonly is: T | null; readonly name: string } | undefined,
  b: { readonly is: T | null; readonly name: string } | undefined,
  campaign: readonly unknown[],
): number {
  const at = (is: T | null | undefined) => (is ? campaign.indexOf(is) : campaign.length);
  return at(a?.is) - at(b?.is) || byText(a?.name ?? '', b?.name ?? '');
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function sumOf({ payouts, amount, without }: Row): Omit<Sum, 'department' | 'measure' | 'nobody'> {
  return {
    payouts: Number(payouts),
    amount: (amount ?? 0n) as Fen,
    without: Number(without),
  };
}

function listed(sums: readonly Omit<Sum, 'department' | 'measure'>[], persons = 0, households = 0): Listed {
  return sums.reduce<Listed>(
    (all, { payouts, nobody, amount, without }) => ({
      payouts: all.payouts + payouts,
      persons: all.persons + nobody,
      households: all.households,
      amount: all.amount + amount,
      withoutAmount: all.withoutAmount + without,
    }),
    { payouts: 0, persons, households: households || null, amount: 0n, withoutAmount: 0 },
  );
}
