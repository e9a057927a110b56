import type { Fen } from '../domain/money.ts';
import type { Lists } from '../engine/lists.ts';
import type { CheckedGroups } from './group/check-groups.ts';
import type { RemovedRow } from './group/removed-rows.ts';
import { rowsOfGroups, severityIs } from './group/store-groups.ts';

/** Rows of one list that have errors: how many, and the first few, as the spreadsheet counts. */
export interface RowsWithErrors {
  readonly list: number;
  readonly count: number;
  readonly first: readonly number[];
}

/** Rows with errors that stay when others are taken out. */
export interface ErrorRows {
  /** The rows with an error of their own, which row rules found, by the index of their list. */
  readonly own: ReadonlyMap<number, ReadonlySet<number>>;
  /** All of them, and only those whose error lies between rows: no removal has settled it. */
  readonly all: readonly RowsWithErrors[];
  readonly between: readonly RowsWithErrors[];
  /** The money of the rows that are taken out. */
  readonly takenOut: Fen;
}

const SHOWN_FIRST = 5;
const ERROR = severityIs('error');

/** The rows with errors that stay when `removed` are taken out, of lists that are still to be paid. */
export async function errorRows(
  { database, lists }: Lists,
  { ran }: CheckedGroups,
  removed: readonly RemovedRow[],
): Promise<ErrorRows> {
  await database.run('create or replace temp table removed_row (list usmallint, row uinteger)');
  await database.append(
    'removed_row',
    removed.map(({ list, row }) => [list, row]),
  );
  const unpaid = lists.flatMap(({ source }, list) => (source.input.paid === undefined ? [list] : []));
  const groups = `select *, rowid as finding from found_group where severity = ${ERROR}`;
  await database.run(`create or replace temp table error_row as
    with grouped as materialized (select finding, list, row from (${rowsOfGroups(ran, groups)})),
      settled as (select finding from grouped semi join removed_row using (list, row))
    select list, row, bool_or(own) as own from (
      select list, row, true as own from finding where severity = ${ERROR}
      union all select list, row, false from grouped where finding not in (from settled)) e
    anti join removed_row using (list, row)
    where list in (${[...unpaid, -1].join(', ')}) group by all`);
  const byList = async (which: string) => {
    const rows = await database.all<{ list: number; count: bigint; first: number[] }>(
      `select list, count(*) as count, list_sort(list(row))[:${SHOWN_FIRST}] as first from error_row where ${which} group by list order by list`,
    );
    return rows.map(({ count, ...rest }) => ({ ...rest, count: Number(count) }));
  };
  const own = new Map<number, Set<number>>();
  for await (const batch of database.stream<{ list: number; row: number }>(
    'select list, row from error_row where own order by list, row',
  )) {
    for (const { list, row } of batch) own.set(list, (own.get(list) ?? new Set()).add(row));
  }
  const { amount } = await database.one<{ amount: Fen }>(
    'select coalesce(sum(amount), 0) as amount from payout semi join removed_row using (list, row)',
  );
  return { own, all: await byList('true'), between: await byList('not own'), takenOut: amount };
}
