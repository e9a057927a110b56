import type { ListRole } from '../../domain/row/list-role.ts';
import { bareTitle, foldTitle, readTitle } from '../../domain/row/list-title.ts';
import { readAmount } from '../../domain/row/payout-amount.ts';
import { type ColumnTitle, printedTitle } from './column-title.ts';
import { readGiven } from './head-given.ts';
import { findHeader, type HeaderRows } from './head-header-rows.ts';
import type { HeadFault, HeadPart, ListHead } from './list-head.ts';
import type { SaidColumns } from './said-columns.ts';

type Rows = readonly (readonly string[])[];

/** A part for each of several columns that are called after a measure of the campaign, where no other column says what is paid. */
export function namedMeasures(
  rows: Rows,
  said: SaidColumns,
  role?: ListRole,
): (HeadPart & { readonly first: number })[] {
  const names = new Map((said.measureNames ?? []).map((name) => [bareTitle(foldTitle(name)), name]));
  if (names.size < 2 || said.measure !== undefined || role === 'roster' || role === 'return') return [];
  const given = readGiven(new Map([...said.own, ...said.anywhere]));
  const header = findHeader(rows, given.fields);
  const columns = (header?.titles ?? []).map((title, index) => {
    const text = foldTitle(title.lower) || foldTitle(title.upper);
    return { index, text, measure: names.get(bareTitle(text)), ...readTitle(title.upper, title.lower) };
  });
  const called = columns.flatMap(({ index, measure }) => (measure === undefined ? [] : [{ index, measure }]));
  const others = columns.filter(({ measure, text }) => measure === undefined && !SUM.test(text));
  const isSaid = others.some(({ field }) => field === 'amount' || field === 'measure');
  const isOnce = new Set(called.map(({ measure }) => measure)).size === called.length;
  if (!header || called.length < 2 || isSaid || !isOnce || [...said.own.values()].includes('amount')) return [];
  return called.map(({ index, measure }, number) => ({
    number,
    measure,
    title: printedTitle(header.titles[index] as ColumnTitle),
    columns: new Set([...others.map((other) => other.index), index]),
    first: header.first,
  }));
}

/** 合计, 总金额: a column of what others add up to. */
const SUM = /^(?:合计|总计|共计|小计|总额|总金额|合计金额|金额合计|发放合计|实发合计|total)$/;

/** Does a head leave a sum unread, so that its amount may be one of several that the sum adds up? */
export const leavesSum = ({ columns }: Pick<ListHead, 'columns'>): boolean =>
  columns.some(({ field, title }) => field === null && SUM.test(foldTitle(title)));

/**
 * Several columns of amounts beside one that adds them up, on every row that is seen, are a measure each: where the head that was
 * `read` could not tell what is paid, or took one of them for it. Where nothing adds them up, nobody can tell which is paid.
 */
export function ofMeasures(
  rows: Rows,
  { first, rows: height, titles }: HeaderRows,
  read: Pick<ListHead, 'columns'> | { readonly faults: readonly HeadFault[] },
): HeadPart[] {
  const taken = 'faults' in read ? undefined : read.columns.find(({ field }) => field === 'amount')?.index;
  const isOpen =
    'faults' in read &&
    read.faults.some(
      ({ code, ...fault }) => AMOUNT_FAULTS.includes(code) && 'field' in fault && fault.field === 'amount',
    );
  const columns = titles.map((title, index) => ({
    index,
    title: printedTitle(title),
    own: foldTitle(title.lower) || foldTitle(title.upper),
    ...readTitle(title.upper, title.lower),
  }));
  const sums = columns.filter(({ own }) => SUM.test(own));
  const [sum] = sums;
  if ((!isOpen && taken === undefined) || !sum || sums.length > 1) return [];
  const body = rows.slice(first + height);
  const isMeasure = ({ field, how, title }: (typeof columns)[number]) =>
    title !== '' && (field === 'amount' || (field === null && how === 'unknown'));
  for (const measures of besideSum(columns, sum.index, isMeasure)) {
    const indexes = measures.map(({ index }) => index);
    const others = columns.filter((column) => column !== sum && !indexes.includes(column.index));
    if (taken !== undefined && !indexes.includes(taken)) continue;
    if (others.some(({ field }) => field === 'amount') || !addUp(body, indexes, sum.index)) continue;
    return measures.map(({ index, own }, number) => ({
      number,
      columns: new Set([...others.map((column) => column.index), index]),
      title: own,
      measure: own.replace(/\s+|[(（][^)）]*[)）]/g, ''),
    }));
  }
  return [];
}

const AMOUNT_FAULTS: readonly HeadFault['code'][] = ['list-column-ambiguous', 'list-column-missing'];

/** The columns that may be added up, two or more: those before the sum, from the most to the fewest; then those behind it. */
function besideSum<T>(columns: readonly T[], sum: number, isMeasure: (column: T) => boolean): (readonly T[])[] {
  const start = columns.findLastIndex((column, index) => index < sum && !isMeasure(column)) + 1;
  const stop = columns.findIndex((column, index) => index > sum && !isMeasure(column));
  const end = stop < 0 ? columns.length : stop;
  const before = Array.from({ length: Math.max(0, sum - start - 1) }, (_, fewer) => columns.slice(start + fewer, sum));
  const behind = Array.from({ length: Math.max(0, end - sum - 2) }, (_, fewer) => columns.slice(sum + 1, end - fewer));
  return [...before, ...behind];
}

/** Do the cells of some columns add up to that of another, on all rows that have it? */
export function addUp(rows: Rows, parts: readonly number[], sum: number): boolean {
  const fen = (cell = '') => {
    const amount = readAmount(cell, 100n);
    return 'fen' in amount ? amount.fen : 'empty' in amount ? 0n : null;
  };
  const filled = rows.filter((row) => (row[sum] ?? '').trim() !== '');
  return (
    filled.length > 0 &&
    filled.every((row) => {
      const amounts = parts.map((index) => fen(row[index]));
      return amounts.every((each) => each !== null) && amounts.reduce((a, b) => a + b, 0n) === fen(row[sum]);
    })
  );
}
