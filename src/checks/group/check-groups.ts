import type { Day } from '../../domain/calendar.ts';
import type { Row } from '../../engine/database.ts';
import type { ResolvedLists } from '../../identity/resolved-lists.ts';
import type { Enrolment } from '../../totals/cover/enrolment.ts';
import { GROUP_RULES } from '../group-rules.ts';
import {
  countsOf,
  exceptedOf,
  hasColumns,
  type RuleFindings,
  type RuleSummary,
  summariesOf,
} from '../rule-findings.ts';
import { foundGroups, type GroupFinding, type RanQuery } from './found-groups.ts';
import type { GroupRule, GroupSearch, Reconciled } from './group-rule.ts';
import { PAYOUT_RULES } from './index.ts';
import { createGroups, rowsOfGroups, storeGroups } from './store-groups.ts';
import { doubts } from './surely-one.ts';
import { TouchedDepartments } from './touched-departments.ts';
import { leaveOutliersOut } from './usual-stakes.ts';

/** Findings of one rule between rows, of one severity: the most money first. */
export type GroupSummary = RuleSummary<GroupRule, GroupFinding>;

/** What the rules between rows found. */
export interface CheckedGroups extends RuleFindings<GroupRule, GroupFinding> {
  readonly groups: readonly GroupSummary[];
  /**
   * Every finding, or those with a row of one department, or only so many of the first; worst first, then in the order of the rules, the
   * most money first.
   */
  readonly stream: (department?: number, most?: number) => AsyncGenerator<GroupFinding>;
  /** What ran and found something, for whoever looks up the rows of groups in the database: to plan that for any other takes as long. */
  readonly ran: readonly RanQuery[];
}

export interface GroupOptions {
  /** Which rules there are to run: those between payouts, where nothing is said. */
  readonly among?: readonly GroupRule[];
  /** The rosters that were compared with the lists. */
  readonly enrolment?: Enrolment | null;
  /** The bank returns that were compared with them. */
  readonly reconciled?: Reconciled | null;
  /** Whether people were only resolved as far as that is certain. */
  readonly certain?: boolean | undefined;
  /** Only these rules, by id. */
  readonly rules?: readonly string[] | undefined;
  /** Only findings with a row of one of these departments (indexes). */
  readonly departments?: readonly number[] | undefined;
  /** So many of the first are kept of each rule. */
  readonly first?: number | undefined;
  /** Is shown all that was found, before what exceptions cover is taken out. */
  readonly beforeExceptions?: ((all: AsyncIterable<GroupFinding>) => Promise<void>) | undefined;
}

/** Runs rules between rows on lists that were resolved. `today` decides which exceptions still hold. */
export async function checkGroups(
  lists: ResolvedLists,
  today: Day,
  {
    among = PAYOUT_RULES,
    enrolment = null,
    reconciled = null,
    certain = false,
    rules,
    departments,
    first = 3,
    beforeExceptions,
  }: GroupOptions = {},
): Promise<CheckedGroups> {
  const { campaign } = lists;
  const all = [...lists.lists, ...lists.earlier];
  await createGroups(lists);
  const doubted = await doubts(lists);
  const asked = [...GROUP_RULES.entries()].flatMap(([index, rule]) =>
    among.includes(rule) && (!rules || rules.includes(rule.id)) ? [{ index, rule, set: campaign?.rules[rule.id] }] : [],
  );
  const off = asked.filter(({ set }) => set === 'off').map(({ rule }) => rule.id);
  const search: GroupSearch = { lists, campaign, today, enrolment, reconciled, certain };
  for (const make of new Set(asked.flatMap(({ rule, set }) => (set === 'off' ? [] : (rule.tables ?? [])))))
    await make(search);
  const notChecked: CheckedGroups['notChecked'][number][] = [];
  const ran: RanQuery[] = [];
  for (const { index, rule, set } of asked) {
    if (set === 'off') continue;
    const queries = await rule.find(search);
    if (typeof queries === 'string') {
      notChecked.push({ rule, why: queries, lists: all });
      continue;
    }
    const unable = all.filter((list) => !hasColumns(list, rule));
    if (unable.length > 0) notChecked.push({ rule, why: 'no-column', lists: unable });
    if (unable.length > 0 && unable.length === all.length) continue;
    for (const [query, of] of queries.entries()) {
      const count = await storeGroups(lists, { rule: index, query, own: rule.severity }, of, set, doubted);
      if (count > 0) ran.push({ rule: index, query, of });
    }
  }
  if (departments) await keepDepartments(lists, ran, departments);
  await leaveOutliersOut(lists, ran);
  await beforeExceptions?.(everyGroup(lists, ran));
  const excepted = await takeExceptions(lists, ran, today);
  const groups = await groupsOf(lists, ran, first);
  return { counts: countsOf(groups), groups, notChecked, off, excepted, ...found(lists, ran) };
}

/** The findings of queries, wherever they are shown. */
function found(lists: ResolvedLists, ran: readonly RanQuery[]): Pick<CheckedGroups, 'ran' | 'stream' | 'departments'> {
  const touched = new TouchedDepartments(lists, ran);
  const stream = async function* (department?: number, most?: number) {
    yield* everyGroup(lists, ran, department === undefined ? undefined : await touched.having(department), most);
  };
  return { ran, stream, departments: () => touched.all() };
}

async function* everyGroup(
  lists: ResolvedLists,
  ran: readonly RanQuery[],
  where?: string,
  most?: number,
): AsyncGenerator<GroupFinding> {
  for await (const { finding } of foundGroups(lists, ran, { where, most })) yield finding;
}

/** What some of the rules found, of all that ran together. */
export function groupsAmong(all: CheckedGroups, lists: ResolvedLists, rules: readonly GroupRule[]): CheckedGroups {
  const isAmong = ({ rule }: { readonly rule: GroupRule }) => rules.includes(rule);
  const ids = new Set(rules.map(({ id }) => id));
  const groups = all.groups.filter(isAmong);
  const ran = all.ran.filter(({ rule }) => rules.includes(GROUP_RULES[rule] as GroupRule));
  return {
    counts: countsOf(groups),
    groups,
    notChecked: all.notChecked.filter(isAmong),
    off: all.off.filter((id) => ids.has(id)),
    excepted: all.excepted.filter(({ finding }) => ids.has(finding.rule)),
    ...found(lists, ran),
  };
}

async function keepDepartments({ database }: ResolvedLists, ran: readonly RanQuery[], departments: readonly number[]) {
  await database.run(`delete from found_group where rowid not in (
    select g.finding from (${rowsOfGroups(ran, 'select *, rowid as finding from found_group')}) g
    join resolved r on r.list = g.list and r.row = g.row where r.department in (${[...departments, -1].join(', ')}))`);
}

/** Takes the findings that the campaign excepts out of the table. */
async function takeExceptions(
  lists: ResolvedLists,
  ran: readonly RanQuery[],
  today: Day,
): Promise<CheckedGroups['excepted']> {
  const { excepted, taken } = await exceptedOf(
    lists,
    today,
    GROUP_RULES,
    (rule) => foundGroups(lists, ran, { where: `f.rule = ${rule}` }),
    ({ rows }) => rows.map(({ payout }) => payout),
  );
  const numbers = taken.map(({ number }) => number);
  if (taken.length > 0) await lists.database.run(`delete from found_group where rowid in (${numbers.join(', ')})`);
  return excepted;
}

async function groupsOf(lists: ResolvedLists, ran: readonly RanQuery[], first: number): Promise<GroupSummary[]> {
  const counted = await lists.database.all<Row & { rule: number; severity: number; count: bigint; amount: bigint }>(
    `select rule, severity, count(*) as count, coalesce(sum(at_stake), 0) as amount from found_group
    group by all order by severity, rule`,
  );
  return summariesOf(counted, GROUP_RULES, foundGroups(lists, ran, { first }));
}
