import { groupedBy } from '../../domain/grouped-by.ts';
import type { Fen } from '../../domain/money.ts';
import type { Row } from '../../engine/database.ts';
import type { ResolvedLists } from '../../identity/resolved-lists.ts';
import { type ListedBatch, listedBatches } from './batches.ts';
import { distinct } from './distinct.ts';
import { type JoinedPeople, joinedPeople } from './joined-people.ts';
import { outliersIn } from './outliers.ts';

/** What stands on lists: payouts and money add up; people and households are distinct counts and do not. */
export interface Listed {
  /** 人次: rows that pay somebody. */
  readonly payouts: number;
  /** 人: distinct people, as rows were resolved to them; of whom nothing else is known is somebody of their own. */
  readonly persons: number;
  /** 户: distinct households, as rows were resolved to them; null where no row says. */
  readonly households: number | null;
  readonly amount: Fen;
  /** Payouts without an amount that could be read: where there are any, `amount` is a lower bound. */
  readonly withoutAmount: number;
  /** Payouts that are out of all proportion, and the money of them that is in `amount`. */
  readonly outliers: { readonly rows: number; readonly amount: Fen };
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
interface ListedSubdistrict extends Listed {
  readonly department: number;
  /** As the lists write it; empty where they do not. */
  readonly subdistrict: string;
}

export interface ListedTotals {
  readonly total: Listed;
  /** How the people in all come to be so many. */
  readonly people: JoinedPeople;
  /** In the order of the campaign, then of their names; so are the measures of each. */
  readonly departments: readonly ListedDepartment[];
  /** By batch, where lists say of which they are. */
  readonly batches: readonly ListedBatch[];
  /** By subdistrict, then department; only where that was asked for. */
  readonly subdistricts: readonly ListedSubdistrict[] | null;
}

/** What adds up, of one measure of one department. */
interface Sum {
  readonly department: number;
  readonly measure: number;
  readonly payouts: number;
  /** Payouts to people who have no other, each somebody of their own. */
  readonly nobody: number;
  readonly amount: Fen;
  readonly without: number;
  readonly outliers: Listed['outliers'];
}

/** SQL for what adds up. */
const SUMS = 'count(*) as payouts, sum(amount) as amount, count(*) filter (amount is null) as without';

/** SQL: the payouts that are made now; and of them those of people who may have others. */
const PAYOUTS = '(select * from resolved where not earlier)';
const REPEATED = '(select * from repeated where not earlier)';
/** Of households that are only probable nobody knows how many they are: those that lists name are counted. */
const AT_HOME = '(select * from resolved where not earlier and household_sure)';

/** Adds up the payouts of lists that were resolved to people. */
export async function listedTotals(
  lists: ResolvedLists,
  { bySubdistrict = false }: { readonly bySubdistrict?: boolean } = {},
): Promise<ListedTotals> {
  const { departments: named, measures } = lists.assignments;
  const inCampaign = lists.campaign?.departments.flatMap((department) => [department, ...department.measures]) ?? [];
  const ofDepartments = (a: number, b: number) => inOrder(named[a], named[b], inCampaign);
  const sums = await sumsByMeasure(lists);
  const persons = await distinct(lists, 'identity', REPEATED);
  const households = await distinct(lists, 'household', AT_HOME);
  const ofEach = groupedBy(sums, ({ department }) => department);
  const departments = [...ofEach].map(([department, mine]): ListedDepartment => {
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
  const total = listed(sums, persons.total, households.total);
  return {
    total,
    people: await joinedPeople(lists, total),
    departments: departments.sort((a, b) => ofDepartments(a.department, b.department)),
    batches: await listedBatches(lists),
    subdistricts: bySubdistrict ? await listedSubdistricts(lists, ofDepartments) : null,
  };
}

async function sumsByMeasure(lists: ResolvedLists): Promise<Sum[]> {
  const { database } = lists;
  const { sums: far } = await outliersIn(lists);
  const rows = await database.all<Row & Pick<Sum, 'department' | 'measure'>>(
    `select department, measure, ${SUMS} from ${PAYOUTS} p group by department, measure`,
  );
  const others = await database.all<Row & { measure: number; rows: bigint }>(
    `select measure, count(*) as rows from ${REPEATED} p group by measure`,
  );
  const outliersOf = new Map(far.map((each) => [`${each.department} ${each.measure}`, each]));
  const repeatedIn = new Map(others.map(({ measure, rows }) => [measure, Number(rows)]));
  return rows.map((row) => {
    const sum = sumOf(row);
    const nobody = sum.payouts - (repeatedIn.get(row.measure) ?? 0);
    const { department, measure } = row;
    const outliers = outliersOf.get(`${department} ${measure}`) ?? NO_OUTLIERS;
    return { department, measure, ...sum, nobody, outliers };
  });
}

/** 条×块: here every count is one of its own, since subdistricts are as many as the lists have names for them. */
async function listedSubdistricts(
  { database }: ResolvedLists,
  ofDepartments: (a: number, b: number) => number,
): Promise<ListedSubdistrict[]> {
  const rows = await database.all<
    Row & { department: number; subdistrict: string; persons: bigint; households: bigint; far: bigint; far_amount: Fen }
  >(
    `select r.department, coalesce(p.subdistrict, '') as subdistrict, count(distinct r.identity) as persons,
      count(distinct r.household) filter (r.household_sure) as households, count(*) as payouts, sum(r.amount) as amount,
      count(*) filter (r.amount is null) as without, count(o.row) as far, coalesce(sum(o.amount), 0) as far_amount
    from ${PAYOUTS} r join payout p on p.list = r.list and p.row = r.row
    left join outlier o on o.list = r.list and o.row = r.row group by 1, 2`,
  );
  const subdistricts = rows.map((row) => ({
    department: row.department,
    subdistrict: row.subdistrict,
    ...listed(
      [{ ...sumOf(row), nobody: 0, outliers: { rows: Number(row.far), amount: row.far_amount } }],
      Number(row.persons),
      Number(row.households),
    ),
  }));
  return subdistricts.sort((a, b) => byText(a.subdistrict, b.subdistrict) || ofDepartments(a.department, b.department));
}

/** The order of assignments: by department, then by measure, each in the order of the campaign, then by name. */
export function inAssignedOrder({ assignments: { departments, measures }, campaign }: ResolvedLists) {
  const known = campaign?.departments.flatMap((department) => [department, ...department.measures]) ?? [];
  type Assigned = { readonly department: number; readonly measure: number };
  return (a: Assigned, b: Assigned) =>
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

const NO_OUTLIERS: Listed['outliers'] = { rows: 0, amount: 0n };

function sumOf({ payouts, amount, without }: Row): Omit<Sum, 'department' | 'measure' | 'nobody' | 'outliers'> {
  return {
    payouts: Number(payouts),
    amount: (amount ?? 0n) as Fen,
    without: Number(without),
  };
}

function listed(sums: readonly Omit<Sum, 'department' | 'measure'>[], persons = 0, households = 0): Listed {
  return sums.reduce<Listed>(
    (all, { payouts, nobody, amount, without, outliers }) => ({
      payouts: all.payouts + payouts,
      persons: all.persons + nobody,
      households: all.households,
      amount: all.amount + amount,
      withoutAmount: all.withoutAmount + without,
      outliers:
        outliers.rows === 0
          ? all.outliers
          : { rows: all.outliers.rows + outliers.rows, amount: all.outliers.amount + outliers.amount },
    }),
    { payouts: 0, persons, households: households || null, amount: 0n, withoutAmount: 0, outliers: NO_OUTLIERS },
  );
}
