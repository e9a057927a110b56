import type { Day } from '../../domain/calendar.ts';
import type { Row } from '../../engine/database.ts';
import { everyList, type Lists } from '../../engine/lists.ts';
import type { LoadedList } from '../../engine/load.ts';
import type { ResolvedLists } from '../../identity/resolved-lists.ts';
import { outliersIn } from '../../totals/lists/outliers.ts';
import {
  countsOf,
  exceptedOf,
  hasColumns,
  type NotChecked,
  type RuleFindings,
  type RuleSummary,
  summariesOf,
} from '../rule-findings.ts';
import amountOutlier from './amount-outlier.ts';
import { foundRows, type RowFinding, type Which } from './found-rows.ts';
import { ROW_RULES } from './index.ts';
import latePayout from './late-payout.ts';
import { type PassedOverRows, passedOverRows } from './passed-over.ts';
import type { RowRule, RowsFrom } from './row-rule.ts';
import { searchIn } from './row-search.ts';
import { knownFindings, type Search, type StoredRow, searchFor, storeFindings } from './store-findings.ts';
import unknownDepartment from './unknown-department.ts';
import unknownMeasure from './unknown-measure.ts';
import { isAsked } from './where-checked.ts';

/** Findings of one rule in one list, of one severity: in the order of rows. */
export interface RowSummary extends RuleSummary<RowRule, RowFinding> {
  readonly list: LoadedList;
}

/** What the row rules found. */
export interface CheckedRows extends RuleFindings<RowRule, RowFinding> {
  readonly groups: readonly RowSummary[];
  /** Payouts that rules which did run could not judge. */
  readonly passedOver: readonly PassedOverRows[];
  /**
   * Every finding, or those on rows of one department, or only so many of the first; worst first, then in the order of the rules, the lists
   * and their rows.
   */
  readonly stream: (department?: number, how?: Pick<Which, 'whose' | 'most'>) => AsyncGenerator<RowFinding>;
}

const SHOWN_FIRST = 3;

/** The rules that ask of a row only what stands open in a sealed list; the others were asked before it was sealed. */
const ASKED_OF_SEALED: readonly RowRule[] = [amountOutlier, unknownDepartment, unknownMeasure, latePayout];

/** Of what is to be told. */
export interface RowOptions {
  /** Only these rules, by id. */
  readonly rules?: readonly string[] | undefined;
  /** Only rows of these departments (indexes). */
  readonly departments?: readonly number[] | undefined;
  /** So many of the first of each rule and list are kept. */
  readonly first?: number | undefined;
  /** Whether rosters and bank returns are asked too, as far as a rule is about such. */
  readonly everyList?: boolean | undefined;
  /** Is shown all that was found, before what exceptions cover is taken out. */
  readonly beforeExceptions?: ((all: AsyncIterable<RowFinding>) => Promise<void>) | undefined;
}

/** Runs every row rule on the lists. `today` decides which exceptions still hold. */
export async function checkRows(
  lists: ResolvedLists,
  today: Day,
  { rules, departments, first = SHOWN_FIRST, everyList: besides = false, beforeExceptions }: RowOptions = {},
): Promise<CheckedRows> {
  const { database, campaign } = lists;
  const all = besides ? everyList(lists) : lists.lists;
  const from = all.length > lists.lists.length ? 'any_row' : 'payout';
  const off = ROW_RULES.flatMap(({ id }) => (campaign?.rules[id] === 'off' ? [id] : []));
  const isRun = (id: string) => !off.includes(id) && (!rules || rules.includes(id));
  const canAsk = (rule: RowRule) => !lists.isSealed || ASKED_OF_SEALED.includes(rule);
  const search = searchIn(lists, { today, from, isRun });
  const notChecked: NotChecked<RowRule>[] = [];
  const searches: Search[] = [];
  const known: StoredRow[] = [];
  for (const [index, rule] of ROW_RULES.entries()) {
    if (!isRun(rule.id)) continue;
    if (!all.some((list) => isAsked(rule, list))) continue;
    if (!canAsk(rule)) {
      notChecked.push({ rule, why: 'sealed', lists: lists.lists });
      continue;
    }
    const found = await rule.find(search);
    if (typeof found === 'string') {
      notChecked.push({ rule, why: found, lists: lists.lists });
      continue;
    }
    const asked = all.map((list) => isAsked(rule, list));
    const able = all.map((list, number) => asked[number] === true && hasColumns(list, rule));
    const unable = all.filter((_, list) => asked[list] && !able[list]);
    if (unable.length > 0) notChecked.push({ rule, why: 'no-column', lists: unable });
    if ('known' in found) known.push(...knownFindings(lists, index, rule, found.known, able));
    else for (const query of found) searches.push(...searchFor(campaign, index, rule, query, able, from));
  }
  await storeFindings(lists, searches, known);
  const passedOver = await passedOverRows(
    lists,
    ROW_RULES.filter((rule) => isRun(rule.id) && canAsk(rule)),
    search,
  );
  if ((await outliersIn(lists)).sums.length > 0) {
    // What is out of all proportion counts where it is told: it would hide what else is large.
    await database.run(`update finding as f set amount = null from outlier o
      where o.list = f.list and o.row = f.row and f.rule <> ${ROW_RULES.indexOf(amountOutlier)}`);
  }
  if (departments) {
    await database.run(`delete from finding as f where not exists (select 1 from payout p
      where p.list = f.list and p.row = f.row and p.department in (${[...departments, -1].join(', ')}))`);
  }
  await beforeExceptions?.(everyFinding(lists, from, undefined, { whose: true }));
  const excepted = await takeExceptions(lists, from, today);
  const groups = await groupsOf(lists, all, from, first);
  const stream: CheckedRows['stream'] = (department, how) => everyFinding(lists, from, department, how);
  const counts = countsOf(groups);
  return { counts, groups, notChecked, passedOver, off, excepted, stream, departments: () => departmentsWith(lists) };
}

/** Takes the findings that the campaign excepts out of the table. */
async function takeExceptions(lists: Lists, from: RowsFrom, today: Day): Promise<CheckedRows['excepted']> {
  const { database } = lists;
  const { excepted, taken } = await exceptedOf(
    lists,
    today,
    ROW_RULES,
    (rule) => foundRows(lists, { from, where: `f.rule = ${rule}` }),
    ({ payout }) => [payout],
  );
  if (taken.length === 0) return excepted;
  await database.run('create or replace temp table excepted_row (rule usmallint, list usmallint, row uinteger)');
  await database.append(
    'excepted_row',
    taken.map(({ rule, list, row }) => [rule, list, row]),
  );
  await database.run('delete from finding where (rule, list, row) in (select (rule, list, row) from excepted_row)');
  return excepted;
}

async function groupsOf(
  lists: Lists,
  all: readonly LoadedList[],
  from: RowsFrom,
  first: number,
): Promise<RowSummary[]> {
  const counted = await lists.database.all<
    Row & { rule: number; severity: number; list: number; count: bigint; amount: bigint }
  >(
    `select rule, severity, list, count(*) as count, coalesce(sum(amount), 0) as amount
    from finding group by all order by severity, rule, list`,
  );
  const summaries = await summariesOf(counted, ROW_RULES, foundRows(lists, { from, first }));
  return summaries.flatMap(({ list: number, ...summary }) => {
    const list = number === undefined ? undefined : all[number];
    return list ? [{ ...summary, list }] : [];
  });
}

async function* everyFinding(
  lists: Lists,
  from: RowsFrom,
  department?: number,
  how: Pick<Which, 'whose' | 'most'> = {},
): AsyncGenerator<RowFinding> {
  const of = department === undefined ? 'true' : `p.department = ${department}`;
  for await (const { finding } of foundRows(lists, { ...how, from, of })) yield finding;
}

async function departmentsWith({ database }: Lists): Promise<ReadonlySet<number>> {
  const rows = await database.all<{ department: number }>(
    'select distinct p.department from finding f join payout p on p.list = f.list and p.row = f.row',
  );
  return new Set(rows.map(({ department }) => department));
}
