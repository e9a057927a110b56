import type { Day } from '../../domain/calendar.ts';
import { type Finding, SEVERITIES, type Severity } from '../../domain/finding.ts';
import { checkDigit, ID_CLASSES } from '../../domain/id-number.ts';
import { maskedPerson } from '../../domain/masking.ts';
import type { Fen } from '../../domain/money.ts';
import type { Row } from '../../engine/database.ts';
import type { Lists } from '../../engine/lists.ts';
import type { LoadedList } from '../../engine/load.ts';
import { fingerprint } from '../fingerprint.ts';
import { ROW_RULES } from './index.ts';
import type { Detail, Judged, NotApplicable, PayoutRow, RowQuery, RowRule, RowSearch } from './row-rule.ts';

/** Findings of one rule in one list. */
export interface FindingGroup {
  readonly rule: RowRule;
  readonly severity: Severity;
  readonly list: LoadedList;
  readonly count: number;
  /** Money in those rows, in fen. */
  readonly amount: Fen;
  /** The first few, in the order of rows. */
  readonly first: readonly Finding[];
}

/** A rule that did not run, or not on every list: silence is no pass. */
export interface NotChecked {
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
  /** Rules that the campaign turns off. */
  readonly off: readonly string[];
  readonly excepted: readonly { readonly finding: Finding; readonly reason: string; readonly until: Day }[];
  /** Every finding, worst first, then in the order of the rules, the lists and their rows. */
  readonly stream: () => AsyncGenerator<Finding>;
}

const SHOWN_FIRST = 3;

/** Runs every row rule on the lists. `today` decides which exceptions still hold. */
export async function checkRows(lists: Lists, today: Day): Promise<CheckedRows> {
  const { database, campaign } = lists;
  await database.run(
    'create or replace table finding (rule usmallint, severity utinyint, list usmallint, row uinteger, detail varchar)',
  );
  const off = ROW_RULES.flatMap(({ id }) => (campaign?.rules[id] === 'off' ? [id] : []));
  const search = searchIn(lists, today);
  const notChecked: NotChecked[] = [];
  for (const [index, rule] of ROW_RULES.entries()) {
    if (off.includes(rule.id)) continue;
    const found = await rule.find(search);
    if (typeof found === 'string') {
      notChecked.push({ rule, why: found, lists: lists.lists });
      continue;
    }
    const able = lists.lists.map((list) => hasColumns(list, rule));
    const unable = lists.lists.filter((_, list) => !able[list]);
    if (unable.length > 0) notChecked.push({ rule, why: 'no-column', lists: unable });
    for (const query of found) await store(lists, index, rule, query, able);
  }
  const excepted = await takeExceptions(lists, today);
  const groups = await groupsOf(lists);
  const counts = { error: 0, warning: 0, hint: 0 };
  for (const { severity, count } of groups) counts[severity] += count;
  return { counts, groups, notChecked, off, excepted, stream: () => findings(lists) };
}

function hasColumns({ fields }: LoadedList, { needs }: RowRule): boolean {
  return needs.every((need) => [need].flat().some((field) => fields.has(field)));
}

/** Puts the rows that a query finds into the table of findings; a campaign's own severity goes over any other. */
async function store(
  { database, campaign, lists }: Lists,
  index: number,
  rule: RowRule,
  query: RowQuery,
  able: boolean[],
) {
  const able_ = able.flatMap((can, list) => (can ? [list] : []));
  if (able_.length === 0) return;
  const own = SEVERITIES.indexOf(query.severity ?? rule.severity);
  const set = campaign?.rules[rule.id];
  const severity =
    set && set !== 'off'
      ? String(SEVERITIES.indexOf(set))
      : query.judged
        ? `coalesce(${query.judged.severity}, ${own})`
        : String(own);
  const from = query.from ?? 'payout';
  await database.run(
    `insert into finding select ${index}, ${severity}, p.list, p.row, ${query.judged?.detail ?? '$1'}
    from ${from} p ${query.judged?.join ?? ''}
    where (${query.where}) ${able_.length < lists.length ? `and p.list in (${able_.join(', ')})` : ''}`,
    query.judged ? [] : [query.detail ? JSON.stringify(query.detail) : null],
  );
}

function searchIn({ database, campaign, assignments }: Lists, today: Day): RowSearch {
  let tables = 0;
  return {
    campaign,
    assignments,
    today,
    judge: async (columns, where, verdict): Promise<Judged> => {
      tables += 1;
      const table = `judged_${tables}`;
      const names = Object.keys(columns) as (keyof typeof columns & string)[];
      const combined = `create or replace temp table ${table} as select row_number() over () as number, * from
        (select distinct ${names.map((name) => `${columns[name]} as ${name}`).join(', ')} from payout p where ${where})`;
      await database.run(combined);
      const verdicts: [number, number | null, string][] = [];
      for await (const batch of database.stream<Row & { number: bigint }>(`select * from ${table}`)) {
        for (const { number, ...combination } of batch) {
          const found = verdict(combination as Readonly<Record<keyof typeof columns & string, unknown>>);
          if (!found) continue;
          const severity = found.severity ? SEVERITIES.indexOf(found.severity) : null;
          verdicts.push([Number(number), severity, JSON.stringify(found.detail ?? {})]);
        }
      }
      await database.run(
        `create or replace temp table ${table}_found (number integer, severity utinyint, detail varchar)`,
      );
      await database.append(`${table}_found`, verdicts);
      const same = names.map((name) => `(${columns[name]}) is not distinct from ${table}.${name}`).join(' and ');
      return {
        join: `join (select * from ${table} join ${table}_found using (number)) ${table} on ${same} and (${where})`,
        severity: `${table}.severity`,
        detail: `${table}.detail`,
      };
    },
  };
}

/** Takes the findings that the campaign excepts, with a reason and a day until which, out of the table. */
async function takeExceptions(lists: Lists, today: Day): Promise<CheckedRows['excepted']> {
  const { campaign, database } = lists;
  const excepted: { finding: Finding; reason: string; until: Day }[] = [];
  for (const { rule: id, finding: print, reason, until } of campaign?.exceptions ?? []) {
    const index = ROW_RULES.findIndex((rule) => rule.id === id);
    if (index < 0 || until < today) continue;
    const covered: Finding[] = [];
    for await (const finding of findings(lists, `f.rule = ${index}`)) {
      if (finding.fingerprint === print) covered.push(finding);
    }
    for (const finding of covered) {
      const [place] = finding.places;
      const list = lists.lists.findIndex(
        ({ source }) => source.origin.file === place?.file && source.sheet === place.sheet,
      );
      await database.run('delete from finding where rule = $1 and list = $2 and row = $3', [
        index,
        list,
        place?.row as number,
      ]);
      excepted.push({ finding, reason, until });
    }
  }
  return excepted;
}

async function groupsOf(lists: Lists): Promise<FindingGroup[]> {
  const rows = await lists.database.all<{
    rule: number;
    severity: number;
    list: number;
    count: bigint;
    amount: bigint;
  }>(
    `select f.rule, f.severity, f.list, count(*) as count, coalesce(sum(p.amount), 0)::bigint as amount
    from finding f left join payout p on p.list = f.list and p.row = f.row
    group by all order by f.severity, f.rule, f.list`,
  );
  const first = new Map<string, Finding[]>();
  for await (const finding of findings(lists, undefined, SHOWN_FIRST)) {
    const key = `${finding.severity} ${finding.rule} ${finding.places[0]?.file} ${finding.places[0]?.sheet}`;
    first.set(key, [...(first.get(key) ?? []), finding]);
  }
  return rows.flatMap(({ rule: index, severity: at, list: number, count, amount }): FindingGroup[] => {
    const [rule, severity, list] = [ROW_RULES[index], SEVERITIES[at], lists.lists[number]];
    if (!rule || !severity || !list) return [];
    const key = `${severity} ${rule.id} ${list.source.origin.file} ${list.source.sheet}`;
    return [{ rule, severity, list, count: Number(count), amount, first: first.get(key) ?? [] }];
  });
}

interface StoredFinding extends Row {
  readonly rule: number;
  readonly severity: number;
  readonly list: number;
  readonly row: number;
  readonly detail: string | null;
}

/** Stored findings as they are shown; of each rule and list only the first so many, where that is asked. */
async function* findings(lists: Lists, where = 'true', first?: number): AsyncGenerator<Finding> {
  const stored = lists.database.stream<StoredFinding>(
    `select f.rule, f.severity, f.list, f.row, f.detail, p.* exclude (list, row), u.reason from
    (select * from finding f where ${where}
      ${first === undefined ? '' : `qualify row_number() over (partition by rule, severity, list order by row) <= ${first}`}) f
    left join payout p on p.list = f.list and p.row = f.row
    left join unpaid u on u.list = f.list and u.row = f.row
    order by f.severity, f.rule, f.list, f.row`,
  );
  for await (const batch of stored) {
    for (const row of batch) yield finding(lists, row);
  }
}

function finding(lists: Lists, stored: StoredFinding): Finding {
  const rule = ROW_RULES[stored.rule] as RowRule;
  const source = lists.lists[stored.list]?.source;
  const row = payoutRow(lists, stored);
  const data = rule.show(row, stored.detail === null ? {} : (JSON.parse(stored.detail) as Detail));
  const person = maskedPerson(row.name, row.id);
  return {
    rule: rule.id,
    severity: SEVERITIES[stored.severity] as Severity,
    data,
    places: [
      {
        file: source?.origin.file ?? '',
        sheet: source?.sheet ?? null,
        row: stored.row,
        column: columnOf(rule, source),
      },
    ],
    people: person === '' ? [] : [person],
    amount: row.amount,
    get fingerprint() {
      return fingerprint(rule.id, { ...data, person });
    },
  };
}

/** The title of the column that a rule looks at first. */
function columnOf({ needs }: RowRule, source: LoadedList['source'] | undefined): string | null {
  const [first] = needs.flat().flatMap((need) => source?.head.columns.find(({ field }) => field === need) ?? []);
  return first?.title ?? null;
}

function payoutRow({ assignments: { departments, measures } }: Lists, stored: Row): PayoutRow {
  const text = (name: string) => (stored[name] ?? null) as string | null;
  return {
    name: text('name'),
    id: idOf(stored),
    idClass: ID_CLASSES[stored.id_class as number] ?? 'missing',
    amount: (stored.amount ?? null) as Fen | null,
    amountText: text('amount_text'),
    department: departments[stored.department as number]?.name ?? '',
    measure: measures[stored.measure as number]?.measure.name ?? '',
    male: (stored.male ?? null) as boolean | null,
    birth: text('birth'),
    age: (stored.age ?? null) as number | null,
    paidOn: stored.paid_on instanceof Date ? stored.paid_on.toISOString().slice(0, 10) : null,
    hasAccount: stored.has_account === true,
    rejection: text('reason'),
  };
}

/** A valid number from the 17 digits that are kept of it, any other as it was written. */
function idOf({ person, id }: Row): string | null {
  if (typeof id === 'string') return id;
  if (typeof person !== 'bigint' || person < 0n) return null;
  return `${person}${checkDigit(String(person))}`;
}
