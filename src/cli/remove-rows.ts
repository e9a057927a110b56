import { errorRows, type RowsWithErrors } from '../checks/error-rows.ts';
import { type RemovedRow, removedRows } from '../checks/group/removed-rows.ts';
import { GROUP_RULES } from '../checks/group-rules.ts';
import type { RowFinding } from '../checks/row/found-rows.ts';
import { type Fen, grouped } from '../domain/money.ts';
import { printPlace } from '../domain/place.ts';
import type { ExaminedPairs } from '../report/dedupe/examined-pairs.ts';
import type { Context } from './context.ts';
import { type RowsOf, type SplitFolders, splitLists } from './split-lists.ts';

/** So many lists with errors are named; the findings say where all are. */
const MOST_LISTS = 3;

/** What became of the rows of lists. */
export interface Removal {
  /** Rows that are not to be paid, and their money. */
  readonly rows: number;
  readonly amount: Fen;
  /** Rows with errors that stay among those to be paid. */
  readonly withErrors: number;
}

/**
 * Decides which rows are not to be paid and, where `folders.held` says so, which are held back for an error of their own, says how
 * many, and writes the lists without them, and them alone; and says what is still wrong with what stays.
 */
export async function removeRows(
  { lists, pairs, checked }: ExaminedPairs,
  folders: SplitFolders,
  context: Context,
): Promise<Removal> {
  const { catalogue, say } = context;
  const { cli, list: joined } = catalogue;
  const removed = await removedRows(lists, pairs);
  const errors = await errorRows(lists, pairs, removed);
  const isStrict = folders.held !== null;
  const held: RowsOf = isStrict ? errors.own : new Map();
  const { renderHeldReasons } = await import('../render/csv/held.ts');
  const reasons = { folder: 'held' as const, name: `${catalogue.held.sheet}.csv` };
  const data = renderHeldReasons(reasonsOf(checked.stream(), numbersOf(lists), held), catalogue);
  await splitLists(lists, { removed: byList(removed), held }, folders, context, {
    beside: isStrict ? [{ ...reasons, data }] : [],
  });
  const counts = new Map<string, number>();
  for (const { rule } of removed) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const byRule = GROUP_RULES.flatMap(({ id, documentation }) => {
    const count = counts.get(id);
    return count === undefined ? [] : [cli.removedByRule(documentation[catalogue.language].title, figure(count))];
  });
  say(cli.removedRows(figure(removed.length), joined(byRule)));
  if (isStrict) say(cli.heldRows(figure([...held.values()].reduce((sum, { size }) => sum + size, 0)), reasons.name));
  const paid = new Set(
    lists.lists.flatMap(({ source }) => (source.input.paid === undefined ? [] : [source.origin.file])),
  );
  if (paid.size > 0) say(cli.paidNotWritten(joined([...paid])));
  const left = isStrict ? errors.between : errors.all;
  if (left.length > 0) {
    const first = joined(left.slice(0, MOST_LISTS).map((each) => shown(each)));
    const more = left.length - MOST_LISTS;
    say(cli.errorsLeft(figure(countOf(left)), more > 0 ? first + cli.moreLists(figure(more)) : first, isStrict));
  }
  return { rows: removed.length, amount: errors.takenOut, withErrors: countOf(left) };

  function shown({ list, count, first }: RowsWithErrors): string {
    const { origin, sheet } = lists.lists[list]?.source ?? {};
    return cli.rowsOf(
      printPlace({ file: origin?.file ?? '', sheet: sheet ?? null, row: null, column: null }),
      count,
      first,
    );
  }
}

const figure = (count: number) => grouped(String(count));
const countOf = (rows: readonly RowsWithErrors[]) => rows.reduce((sum, { count }) => sum + count, 0);

function byList(rows: readonly RemovedRow[]): RowsOf {
  const rowsOf = new Map<number, Set<number>>();
  for (const { list, row } of rows) rowsOf.set(list, (rowsOf.get(list) ?? new Set()).add(row));
  return rowsOf;
}

const keyOf = (file: string, sheet: string | null) => JSON.stringify([file, sheet]);

/** Lists by their file and sheet; one that was read twice has several. */
function numbersOf({ lists }: ExaminedPairs['lists']): ReadonlyMap<string, number[]> {
  const numbers = new Map<string, number[]>();
  for (const [list, { source }] of lists.entries()) {
    const key = keyOf(source.origin.file, source.sheet);
    numbers.set(key, [...(numbers.get(key) ?? []), list]);
  }
  return numbers;
}

/** The errors of the rows that are held back: findings come worst first. */
async function* reasonsOf(
  findings: AsyncIterable<RowFinding>,
  numbers: ReadonlyMap<string, readonly number[]>,
  held: RowsOf,
): AsyncGenerator<RowFinding> {
  for await (const finding of findings) {
    if (finding.severity !== 'error') return;
    const [place] = finding.places;
    const lists = numbers.get(keyOf(place?.file ?? '', place?.sheet ?? null)) ?? [];
    if (lists.some((list) => held.get(list)?.has(Number(place?.row)))) yield finding;
  }
}
