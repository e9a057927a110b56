import { SEVERITIES } from '../../domain/finding.ts';
import { isAmong } from '../../engine/among.ts';
import type { Database } from '../../engine/database.ts';
import type { Lists } from '../../engine/lists.ts';
import type { Judged, KnownRow, RowQuery, RowRule, RowsFrom } from './row-rule.ts';

/** Where rows with findings stand. */
const SOURCES = ['payout', 'any_row', 'non_payout', 'uncomputed'] as const;

/** A query for findings of the rule with this number. */
export interface Search {
  readonly rule: number;
  /** SQL: the number of their severity. */
  readonly severity: string;
  readonly from: (typeof SOURCES)[number];
  /** SQL on its rows, as `p`. */
  readonly where: string;
  readonly judged: Judged | undefined;
  readonly detail: string | null;
}

/** How the rows that a query finds become findings; a campaign's own severity goes over any other. */
export function searchFor(
  campaign: Lists['campaign'],
  index: number,
  rule: RowRule,
  query: RowQuery,
  able: readonly boolean[],
  rows: RowsFrom,
): Search[] {
  const ableLists = able.flatMap((can, list) => (can ? [list] : []));
  const { judged, detail } = query;
  if (ableLists.length === 0 || judged?.isEmpty) return [];
  const from = query.from === undefined || query.from === 'payout' ? rows : query.from;
  const own = SEVERITIES.indexOf(query.severity ?? rule.severity);
  const set = campaign?.rules[rule.id];
  const severity =
    set && set !== 'off'
      ? String(SEVERITIES.indexOf(set))
      : judged
        ? `coalesce(${judged.severity}, ${own})`
        : String(own);
  const someLists = ableLists.length < able.length || from !== rows; // those of lists paid earlier stand there too
  const where = `(${query.where})${someLists ? ` and ${isAmong('p.list', ableLists)}` : ''}`;
  return [{ rule: index, severity, from, where, judged, detail: detail ? JSON.stringify(detail) : null }];
}

/** A row of the table `finding`, but for its money. */
export type StoredRow = readonly [rule: number, severity: number, list: number, row: number, detail: string];

/** How rows that are known become findings. */
export function knownFindings(
  { campaign }: Lists,
  index: number,
  rule: RowRule,
  known: readonly KnownRow[],
  able: readonly boolean[],
): StoredRow[] {
  const set = campaign?.rules[rule.id];
  return known.flatMap(({ list, row, severity = rule.severity, detail }): StoredRow[] => {
    const own = set && set !== 'off' ? set : severity;
    return able[list] ? [[index, SEVERITIES.indexOf(own), list, row, JSON.stringify(detail)]] : [];
  });
}

/** So many answers have room in the bits of a number. */
const MOST_AT_ONCE = 62;

/**
 * Makes the table `finding` of what all searches find, in one statement. Those that ask no more than a row's own columns are
 * answered in one pass over its table.
 */
export async function storeFindings(
  { database }: Lists,
  searches: readonly Search[],
  known: readonly StoredRow[],
): Promise<void> {
  await database.run(`create or replace table finding
    (rule usmallint, severity utinyint, list usmallint, row uinteger, detail varchar, amount bigint)`);
  await database.append(
    'finding',
    known.map((row) => [...row, null]),
  );
  if (searches.length === 0) return;
  await database.run('create or replace temp table search (number integer, detail varchar)');
  await database.append(
    'search',
    searches.map(({ detail }, number) => [number, detail]),
  );
  const numbered = searches.map((search, number) => ({ ...search, number }));
  const plain = SOURCES.flatMap((source) =>
    inParts(numbered.filter(({ judged, from }) => !judged && from === source)).map((all) => ({ from: source, all })),
  );
  const judged = numbered.flatMap(({ judged, ...search }) => (judged ? [{ ...search, judged }] : []));
  const asked = [...plain.map(({ from, all }) => (isOfPayees(from) ? null : { from, where: anyOf(all) })), ...judged];
  const some = await someRows(database, asked);
  const found = [
    ...plain.filter((_, index) => some[index]).map(({ all }) => atOnce(all)),
    ...judged.filter((_, index) => some[plain.length + index]).map(byItself),
  ];
  if (found.length > 0) await database.run(`insert into finding ${found.join(' union all ')}`);
}

function inParts<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / MOST_AT_ONCE) }, (_, part) =>
    all.slice(part * MOST_AT_ONCE, (part + 1) * MOST_AT_ONCE),
  );
}

type Numbered = Search & { readonly number: number };
type JudgedSearch = Numbered & { readonly judged: Judged };

const isOfPayees = (source: Search['from']) => source === 'payout' || source === 'any_row';

const anyOf = (searches: readonly Search[]) => searches.map(({ where }) => `(${where})`).join(' or ');

/**
 * Has each source any row of which this is so? What mostly has none is asked first, since it takes longer to plan than to answer;
 * null is asked in any case.
 */
async function someRows(
  database: Database,
  asked: readonly (Pick<Search, 'from' | 'where'> | null)[],
): Promise<boolean[]> {
  const exists = asked.flatMap((of, index) =>
    of ? [`exists (select 1 from ${of.from} p where ${of.where}) as a${index}`] : [],
  );
  const answers = exists.length > 0 ? await database.one(`select ${exists.join(', ')}`) : {};
  return asked.map((of, index) => of === null || answers[`a${index}`] === true);
}

/** SQL: the money of a row; what was not read as a payout says nothing of it. */
const amountOf = (from: Search['from']) => (isOfPayees(from) ? 'p.amount' : 'null::bigint');

/** SQL: what plain searches of one table find, each of which answers with a bit of its own. */
function atOnce(searches: readonly Numbered[]): string {
  const { from } = searches[0] as Numbered;
  const bits = searches.map(({ where }, bit) => `case when ${where} then ${2n ** BigInt(bit)} else 0 end`);
  const asked = searches.map(
    ({ number, rule, severity }, bit) => `(${number}, ${rule}, ${severity}, ${2n ** BigInt(bit)})`,
  );
  return `select a.rule, a.severity, p.list, p.row, s.detail, p.amount
    from (select list, row, ${amountOf(from)} as amount, ${bits.join(' | ')} as answers from ${from} p) p
    join (values ${asked.join(', ')}) a(number, rule, severity, bit) on p.answers & a.bit <> 0
    join search s on s.number = a.number
    where p.answers <> 0`;
}

function byItself({ rule, severity, from, where, judged: { join, detail } }: JudgedSearch): string {
  return `select ${rule}, ${severity}, p.list, p.row, ${detail}, ${amountOf(from)} from ${from} p ${join} where ${where}`;
}
