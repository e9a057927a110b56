import { SEVERITIES } from '../../domain/finding.ts';
import { isAmong } from '../../engine/among.ts';
import type { Lists } from '../../engine/lists.ts';
import type { Judged, KnownRow, RowQuery, RowRule, RowsFrom } from './row-rule.ts';

/** A query for findings of the rule with this number. */
export interface Search {
  readonly rule: number;
  /** SQL: the number of their severity. */
  readonly severity: string;
  readonly from: RowsFrom | 'unpaid' | 'uncomputed';
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
  if (ableLists.length === 0) return [];
  const { judged, detail } = query;
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
 * Makes the table `finding` of what all searches find, in one statement. Those that ask no more than a payout's own columns are
 * answered in one pass over the payouts.
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
  const isPlain = ({ from, judged }: Search) => isOfRows(from) && !judged;
  const plain = numbered.filter(isPlain);
  const parts = Array.from({ length: Math.ceil(plain.length / MOST_AT_ONCE) }, (_, part) =>
    atOnce(plain.slice(part * MOST_AT_ONCE, (part + 1) * MOST_AT_ONCE)),
  );
  const others = numbered.filter((search) => !isPlain(search)).map(byItself);
  await database.run(`insert into finding ${[...parts, ...others].join(' union all ')}`);
}

/** Are these rows that are read whole, with an amount? */
const isOfRows = (from: Search['from']): from is RowsFrom => from === 'payout' || from === 'any_row';

type Numbered = Search & { readonly number: number };

/** SQL: what plain searches find, each of which answers with a bit of its own. */
function atOnce(searches: readonly Numbered[]): string {
  const bits = searches.map(({ where }, bit) => `case when ${where} then ${2n ** BigInt(bit)} else 0 end`);
  const asked = searches.map(
    ({ number, rule, severity }, bit) => `(${number}, ${rule}, ${severity}, ${2n ** BigInt(bit)})`,
  );
  return `select a.rule, a.severity, p.list, p.row, s.detail, p.amount
    from (select list, row, amount, ${bits.join(' | ')} as answers from ${searches[0]?.from} p) p
    join (values ${asked.join(', ')}) a(number, rule, severity, bit) on p.answers & a.bit <> 0
    join search s on s.number = a.number
    where p.answers <> 0`;
}

function byItself({ number, rule, severity, from, where, judged }: Numbered): string {
  return `select ${rule}, ${severity}, p.list, p.row, ${judged?.detail ?? 's.detail'}, ${isOfRows(from) ? 'p.amount' : 'null'}
    from ${from} p ${judged?.join ?? `join search s on s.number = ${number}`} where ${where}`;
}
