import type { Day } from '../../domain/calendar.ts';
import { SEVERITIES, type Severity } from '../../domain/finding.ts';
import type { Fen } from '../../domain/money.ts';
import { everyList, type Lists } from '../../engine/lists.ts';
import type { LoadedList } from '../../engine/load.ts';
import { outliersIn } from '../../totals/lists/outliers.ts';
import { type Excepted, Exceptions } from '../excepted.ts';
import amountOutlier from './amount-outlier.ts';
import { foundRows, type RowFinding, type Which } from './found-rows.ts';
import { ROW_RULES } from './index.ts';
import latePayout from './late-payout.ts';
import { type PassedOverRows, passedOverRows } from './passed-over.ts';
import type { NotApplicable, RowRule, RowsFrom } from './row-rule.ts';
import { searchIn } from './row-search.ts';
import { knownFindings, type Search, type StoredRow, searchFor, storeFindings } from './store-findings.ts';
import unknownDepartment from './unknown-department.ts';
import unknownMeasure from './unknown-measure.ts';
import { isAsked } from './where-checked.ts';

/** Findings of one rule in one list. */
export interface FindingGroup {
  readonly rule: RowRule;
  readonly severity: Severity;
  readonly list: LoadedList;
  readonly count: number;
  /** Money in those rows, in fen. */
  readonly amount: Fen;
  /** The first few, in the order of rows. */
  readonly first: readonly RowFinding[];
}

/** A rule that did not run, or not on every list: silence is no pass. */
interface NotChecked {
  readonly rule: RowRule;
  readonly why: NotApplicable | 'no-column';
  /** Those without a column that it needs; all where `why` is something else. */
  readonly lists: readonly LoadedList[];
}

/** What the row rules found. The findings stand in the database, where a million of them fit. */
export interface CheckedRows {
  readonly counts: Readonly<Record<Severity, number>>;
  readonly groups: readonly FindingGroup[];
  readonly notChecked: readonly NotChecked[];
  /** Payouts that rules which did run could not judge. */
  readonly passedOver: readonly PassedOverRows[];
  /** Rules that the campaign turns off. */
  readonly off: readonly string[];
  readonly excepted: readonly Excepted[];
  /**
   * Every finding, or those on rows of one department, or only so many of the first; worst first, then in the order of the rules, the lists
   * and their rows.
   */
  readonly stream: (department?: number, how?: Pick<Which, 'whose' | 'most'>) => AsyncGenerator<RowFinding>;
  /** The departments (indexes) that have rows with findings. */
  readonly departments: () => Promise<ReadonlySet<number>>;
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
  lists: Lists,
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
  const notChecked: NotChecked[] = [];
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
  const counts = { error: 0, warning: 0, hint: 0 };
  for (const { severity, count } of groups) counts[severity] += count;
  const stream: CheckedRows['stream'] = (department, how) => everyFinding(lists, from, department, how);
  return { counts, groups, notChecked, passedOver, off, excepted, stream, departments: () => departmentsWith(lists) };
}

function hasColumns({ fields }: LoadedList, { needs }: RowRule): boolean {
  return needs.every((need) => [need].flat().some((field) => fields.has(field)));
}

/** Takes the findings that the campaign excepts, with a reason and a day until which, out of the table. */
async function takeExceptions(lists: Lists, from: RowsFrom, today: Day): Promise<CheckedRows['excepted']> {
  const { campaign, database } = lists;
  // What sealed rows show is the same of many: an exception for one would be one for all.
  const exceptions = new Exceptions((!lists.isSealed && campaign?.exceptions) || [], today);
  const excepted: Excepted[] = [];
  const taken: (readonly [rule: number, list: number, row: number])[] = [];
  for (const [index, { id }] of ROW_RULES.entries()) {
    if (!exceptions.has(id)) continue;
    for await (const { finding, list, row } of foundRows(lists, { from, where: `f.rule = ${index}` })) {
      const exception = exceptions.covering(finding, [finding.payout]);
      if (!exception) continue;
      taken.push([index, list, row]);
      excepted.push({ finding, reason: exception.reason, until: exception.until });
    }
  }
  if (taken.length === 0) return excepted;
  await database.run('create or replace temp table excepted_row (rule usmallint, list usmallint, row uinteger)');
  await database.append('excepted_row', taken);
  await database.run('delete from finding where (rule, list, row) in (select (rule, list, row) from excepted_row)');
  return excepted;
}

async function groupsOf(
  lists: Lists,
  all: readonly LoadedList[],
  from: RowsFrom,
  shownFirst: number,
): Promise<FindingGroup[]> {
  const rows = await lists.database.all<{
    rule: number;
    severity: number;
    list: number;
    count: bigint;
    amount: bigint;
  }>(
    `select rule, severity, list, count(*) as count, coalesce(sum(amount), 0) as amount
    from finding group by all order by severity, rule, list`,
  );
  const first = new Map<string, RowFinding[]>();
  const keyOf = (severity: Severity, rule: string, list: number) => `${severity} ${rule} ${list}`;
  for await (const { finding, list } of foundRows(lists, { from, first: shownFirst })) {
    const key = keyOf(finding.severity, finding.rule, list);
    first.set(key, [...(first.get(key) ?? []), finding]);
  }
  return rows.flatMap(({ rule: index, severity: at, list: number, count, amount }): FindingGroup[] => {
    const [rule, severity, list] = [ROW_RULES[index], SEVERITIES[at], all[number]];
    if (!rule || !severity || !list) return [];
    const shown = first.get(keyOf(severity, rule.id, number)) ?? [];
    return [{ rule, severity, list, count: Number(count), amount, first: shown }];
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
