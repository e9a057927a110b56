import type { Fen } from '../domain/money.ts';
import type { ListTotal } from '../domain/row/list-total.ts';
import type { Database, Row } from './database.ts';
import type { PlainRows } from './plain-rows.ts';

/** A figure in a total row that is the sum of no rows above it, or below. */
export interface WrongTotal {
  readonly row: number;
  readonly of: 'amount' | 'persons' | 'households';
  readonly stated: bigint;
  /** What the rows come to that are probably meant. */
  readonly found: bigint;
}

/** What the payouts of a list come to up to some row: all figures as integers. */
interface Sums {
  readonly amount: bigint;
  readonly payouts: bigint;
  readonly members: bigint;
}

/** What one of them comes to before each total row, and in all. */
interface Running {
  readonly sums: readonly bigint[];
  readonly known: ReadonlySet<bigint>;
}

export interface Beside {
  readonly rows: number;
  readonly households: boolean;
  /** Money in rows that name nobody. */
  readonly nobodys: readonly { readonly row: number; readonly fen: Fen }[];
  /** SQL that joins what only some of the payouts `p` have: only those are meant. */
  readonly only?: string;
}

/** Rows of a list that are looked up together: a page of this many. */
const PAGE = 1024;
/** With so few total rows a row is compared with each; of more it looks its stretch up. */
const MOST_COMPARED = 32;
/** Of the sums to so many total rows before and behind, the nearest is shown. */
const LOOKED_AROUND = 50;

/**
 * Compares what a list's own total rows say with its payouts. A total may be of all rows above it, of those since any total row before or
 * since another village began, or of rows below, with those that name nobody or without: only what is none of these contradicts. `rows` is how many the list has, `households`
 * whether each is of one: how many people those are, only their sizes say.
 */
export async function wrongTotals(
  database: Database,
  plain: PlainRows,
  totals: readonly ListTotal[],
  { rows, households, nobodys, only }: Beside,
): Promise<WrongTotal[]> {
  if (totals.length === 0 || (await anyShifted(database, plain))) return [];
  const { sums, unknown } = await sumsBetween(database, plain, totals, rows, only);
  const withNobodys = amountsWith(sums, totals, nobodys);
  const wrongBeside = (changes: readonly Sums[]): WrongTotal[] => {
    const running = (of: keyof Sums): Running => {
      const each = sums.map((sum) => sum[of]);
      return { sums: each, known: new Set([...each, ...changes.map((sum) => sum[of])]) };
    };
    const [amounts, payouts, members] = [running('amount'), running('payouts'), running('members')];
    return totals.flatMap(({ row, ...says }, index): WrongTotal[] => {
      const far = ({ fen, step }: NonNullable<ListTotal['amount']>, of: Running) => nearestUnless(of, index, fen, step);
      const isOfAll = says.amount === null || unknown || far(says.amount, withNobodys) === null;
      const money = isOfAll || says.amount === null ? null : far(says.amount, amounts);
      const wrong: WrongTotal[] =
        money === null ? [] : [{ row, of: 'amount', stated: says.amount?.fen ?? 0n, found: money }];
      for (const of of ['persons', 'households'] as const) {
        const stated = says[of] === null ? null : BigInt(says[of]);
        if (stated === null || nobodys.length > 0 || (of === 'households' && !households)) continue;
        const areRows = of === 'households' || (!households && says.households === null);
        if (!areRows && !plain.columns.has('household_size')) continue;
        const found = nearestUnless(payouts, index, stated, 1n);
        const isOfMembers = of === 'persons' && nearestUnless(members, index, stated, 1n) === null;
        if (found !== null && !isOfMembers) wrong.push({ row, of, stated, found });
      }
      return wrong;
    });
  };
  const wrong = wrongBeside([]);
  return wrong.length === 0 ? wrong : wrongBeside(await sumsAtPlaces(database, plain, only));
}

/**
 * Null where a figure at the total row of this index is the difference of two sums, as exactly as it is printed; else the nearest
 * that it could be. `sums` are those before the first total row, before the second …, and of all rows.
 */
function nearestUnless({ sums, known }: Running, index: number, stated: bigint, step: Fen): bigint | null {
  const here = sums[index] ?? 0n;
  const isEmpty = here === (sums[index - 1] ?? 0n) || here === sums[index + 1];
  const isDifference = here === stated || known.has(here - stated) || known.has(here + stated);
  if (stated === 0n ? isEmpty : isDifference) return null;
  const all = sums.at(-1) ?? 0n;
  const above = [0n, ...sums.slice(Math.max(0, index - LOOKED_AROUND), index)].map((before) => here - before);
  const below = [...sums.slice(index + 1, index + 1 + LOOKED_AROUND), all].map((behind) => behind - here);
  const off = (sum: bigint) => (sum > stated ? sum - stated : stated - sum);
  const [nearest = 0n] = [...above, ...below]
    .filter((sum) => sum > 0n)
    .toSorted((a, b) => (off(a) < off(b) ? -1 : off(a) > off(b) ? 1 : 0));
  return 2n * off(nearest) < step ? null : nearest;
}

/** Is there a row whose cells are shifted, so that nobody knows what it pays? */
async function anyShifted(database: Database, { list }: PlainRows): Promise<boolean> {
  const { some } = await database.one<{ some: boolean }>(
    `select exists (select 1 from non_payout where list = ${list} and reason in ('too-many-cells', 'cell-too-long')) as some`,
  );
  return some;
}

/** What all rows come to that have an amount. */
function amountsWith(sums: readonly Sums[], totals: readonly ListTotal[], nobodys: Beside['nobodys']): Running {
  let [next, more] = [0, 0n];
  const each = sums.map(({ amount }, index) => {
    const end = totals[index]?.row ?? Number.POSITIVE_INFINITY;
    for (let one = nobodys[next]; one && one.row < end; one = nobodys[next]) {
      more += one.fen;
      next += 1;
    }
    return amount + more;
  });
  return { sums: each, known: new Set(each) };
}

/** What the payouts come to before each total row, and in all; and whether the amount of any is not known. */
async function sumsBetween(
  database: Database,
  { list, table, row, isBody, columns }: PlainRows,
  totals: readonly ListTotal[],
  length: number,
  only = '',
): Promise<{ sums: Sums[]; unknown: boolean }> {
  const column = (name: string) => (columns.has(name) ? name : `null as ${name}`);
  const wanted = ['amount', 'household_size', 'result', 'reason'];
  const isFew = totals.length <= MOST_COMPARED;
  if (!isFew)
    await storeStretches(
      database,
      totals.map((total) => total.row),
      length,
    );
  const number = isFew
    ? `case ${totals.map((total, index) => `when p.row < ${total.row} then ${index}`).join(' ')} else ${totals.length} end`
    : 's.number';
  const found = isFew ? '' : `join stretch s on s.page = p.row // ${PAGE} and p.row between s.first and s.last`;
  const rows = await database.all<
    Row & { number: number; amount: bigint; payouts: bigint; known: bigint; members: bigint }
  >(
    `select ${number} as number, coalesce(sum(p.amount), 0) as amount, count(*) as payouts, count(p.amount) as known,
      coalesce(sum(p.household_size), 0)::bigint as members
    from (select ${row} as row, ${wanted.map(column).join(', ')} from ${table} p where not odd and ${isBody}
      union all select row, ${wanted.join(', ')} from odd_payout where list = ${list}) p ${found} ${only} group by 1`,
  );
  const of = new Map(rows.map((each) => [each.number, each]));
  let [amount, payouts, members] = [0n, 0n, 0n];
  const sums = Array.from({ length: totals.length + 1 }, (_, number): Sums => {
    const more = of.get(number);
    amount += more?.amount ?? 0n;
    payouts += more?.payouts ?? 0n;
    members += more?.members ?? 0n;
    return { amount, payouts, members };
  });
  return { sums, unknown: rows.some(({ known, payouts: all }) => known !== all) };
}

/** What the payouts come to before each row whose subdistrict or committee is not that of the row above it. */
async function sumsAtPlaces(
  database: Database,
  { list, table, row, isBody, columns }: PlainRows,
  only = '',
): Promise<Sums[]> {
  const wanted = ['amount', 'household_size', 'subdistrict', 'committee', 'result', 'reason'];
  const own = wanted.map((name) => (columns.has(name) ? name : `null as ${name}`)).join(', ');
  const before = (sum: string) =>
    `coalesce(${sum} over (order by p.row rows between unbounded preceding and 1 preceding), 0)::bigint`;
  return await database.all<Row & Sums>(
    `select amount, payouts, members from (
      select ${before('sum(p.amount)')} as amount, ${before('count(*)')} as payouts, ${before('sum(p.household_size)')} as members,
        (p.subdistrict, p.committee) is distinct from lag((p.subdistrict, p.committee)) over (order by p.row) as begins
      from (select ${row} as row, ${own} from ${table} p where not odd and ${isBody}
        union all select row, ${wanted.join(', ')} from odd_payout where list = ${list}) p ${only}
    ) where begins`,
  );
}

async function storeStretches(database: Database, totals: readonly number[], rows: number): Promise<void> {
  await database.run(
    'create or replace temp table stretch (page uinteger, first uinteger, last uinteger, number uinteger)',
  );
  await database.append('stretch', stretches(totals, rows));
}

/** The rows between total rows, cut at the ends of pages, so that each row finds its stretch by the page that it is of. */
function* stretches(totals: readonly number[], rows: number): Generator<readonly [number, number, number, number]> {
  let first = 1;
  for (const [number, end] of [...totals, rows + 1].entries()) {
    while (first < end) {
      const page = Math.floor(first / PAGE);
      const last = Math.min(end, (page + 1) * PAGE) - 1;
      yield [page, first, last, number];
      first = last + 1;
    }
    first = end + 1;
  }
}
