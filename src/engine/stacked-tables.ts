import type { Fen } from '../domain/money.ts';
import { asideReason } from '../domain/row/list-row.ts';
import type { ColumnReading } from '../read/list/column-claims.ts';
import { COLLECTED, collected } from '../read/list/head-columns.ts';
import type { ListHead } from '../read/list/list-head.ts';
import type { Turn } from '../read/list/list-source.ts';
import { columnOf, rolesOf, titlesOf } from './row-roles.ts';

/** A table below the first one of a sheet: its first header row, and its head; null where that can't be read. */
export interface Block {
  readonly row: number;
  readonly head: ListHead | null;
}

/** Says a row more than its table has columns for? */
const isBeyond = (cells: readonly string[], { columns }: ListHead): boolean =>
  cells.slice(columns.length).some((cell) => cell.trim() !== '');

/** A head for all tables of a sheet, and how the rows of each get into its columns. */
export function stackedTables(head: ListHead, blocks: readonly Block[]): { head: ListHead; turn: Turn } {
  const columns: ColumnReading[] = [...head.columns];
  // Of people side by side the first have what stands below all of them.
  const isTheirs = (head.part?.number ?? 0) === 0;
  const turns = blocks.map(({ row, head: own }) => ({
    row,
    turn: !own
      ? unreadTable(row, head)
      : isTheirs
        ? readTable(row, own, head, placed(own, columns))
        : othersTable(row, own, head),
  }));
  let next = 0;
  let current: Turn['turn'] | undefined;
  const turn: Turn['turn'] = (row, cells, isShifted) => {
    for (; (turns[next]?.row ?? Number.POSITIVE_INFINITY) <= row; next += 1) current = turns[next]?.turn;
    if (current) return current(row, cells, isShifted);
    return isShifted && isBeyond(cells, head) ? 'too-many-cells' : cells;
  };
  const joined = new Map([...head.joined, ...collected(columns)]);
  return { head: { ...head, columns, joined, ...partWith(head, columns) }, turn: { width: columns.length, turn } };
}

/** Columns that only a table below has are that part's which has the table. */
function partWith({ part, columns: own }: ListHead, columns: readonly ColumnReading[]): Pick<ListHead, 'part'> {
  if (!part) return {};
  const more = columns.slice(own.length).map(({ index }) => index);
  return { part: { ...part, columns: new Set([...part.columns, ...more]) } };
}

/** A table that is another part's. */
function othersTable(first: number, block: ListHead, head: ListHead): Turn['turn'] {
  const titles = head.columns.map(({ title }) => title);
  return (row) => (row < first + block.header ? titles : []);
}

/** Where the cells of a table go, by their columns. What only this table has gets columns behind the others. */
function placed(block: ListHead, columns: ColumnReading[]): number[] {
  const taken = new Set<number>();
  const add = (column: Omit<ColumnReading, 'index'>) => columns.push({ ...column, index: columns.length }) - 1;
  const to = block.columns.map(({ field, title, how }) => {
    if (field === null) return undefined;
    const isSame = (column: ColumnReading) =>
      column.field === field && (!COLLECTED.has(field) || column.title === title);
    const known = columns.find((column) => isSame(column) && !taken.has(column.index));
    const at = known?.index ?? add({ field, title, how });
    taken.add(at);
    return at;
  });
  return block.columns.map(({ index, title }) => {
    const isFree = columns[index]?.field === null && !taken.has(index);
    const at = to[index] ?? (isFree ? index : add({ field: null, title, how: 'unknown' }));
    taken.add(at);
    return at;
  });
}

function readTable(first: number, block: ListHead, head: ListHead, to: readonly number[]): Turn['turn'] {
  const titles = head.columns.map(({ title }) => title);
  const [roles, ownTitles, amount] = [rolesOf(block), titlesOf(block), columnOf(block, 'amount')];
  return (row, cells, isShifted) => {
    if (row < first + block.header) return titles;
    if (isShifted && isBeyond(cells, block)) return 'too-many-cells';
    const reason = asideReason(cells, roles, ownTitles);
    const isAside = reason !== null && reason !== 'no-person';
    const turned: string[] = [];
    const put = (at: number, text: string) => {
      while (turned.length < at) turned.push('');
      turned[at] = text;
    };
    // What a row that is no payout says of itself stays before everything else.
    if (isAside) put(0, cells.find((cell, index) => index !== amount && cell.trim() !== '' && !isNumber(cell)) ?? '');
    for (const [index, text] of cells.entries()) {
      const at = to[index];
      if (at === undefined || text === '' || (isAside && index !== amount)) continue;
      put(at, index === amount ? inUnit(text, block.unit, head.unit) : text);
    }
    return turned;
  };
}

function unreadTable(first: number, head: ListHead): Turn['turn'] {
  const titles = head.columns.map(({ title }) => title);
  return (row) => (row === first ? titles : 'unread-header');
}

const isNumber = (text: string) => /^[\d.,\s]*$/.test(text);

/** An amount of a table whose unit is not the first one's says its own. */
function inUnit(text: string, unit: Fen, first: Fen): string {
  if (unit === first || text.trim() === '' || !isNumber(text)) return text;
  const scale = UNITS.get(unit);
  return scale === undefined ? text : text + scale;
}

const UNITS: ReadonlyMap<Fen, string> = new Map([
  [100n, '元'],
  [1_000_000n, '万元'],
]);
