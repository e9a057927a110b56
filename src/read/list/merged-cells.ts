import type { ListField } from '../../domain/row/list-field.ts';
import type { Merge } from '../../workbook/read/workbook.ts';
import type { ListHead } from './list-head.ts';

type Fill = (row: number, cells: readonly string[]) => readonly string[];

/** Gives each row, one after another, the text of the merged cells that reach down to it. */
export function filledDown(merges: readonly Merge[], head: ListHead): Fill {
  const tall = merges.filter(({ top, bottom }) => bottom > top);
  const [groups, persons] = [groupsDown(tall, head), personsDown(tall, head)];
  return (row, cells) => persons(row, groups(row, cells));
}

/** Is paid once for each time that it is written. */
const NEVER: readonly ListField[] = ['amount', 'payable', 'goods', 'quantity'];

/** The rows that somebody's name and ID number reach over together. Where only one of them does, nobody can tell whose they are. */
function personRanges(merges: readonly Merge[], { columns }: ListHead): Merge[] {
  const indexOf = (wanted: ListField) => columns.find(({ field }) => field === wanted)?.index;
  const [name, id] = [indexOf('name'), indexOf('id_number')];
  const reaches = new Set(merges.map(keyOf));
  return merges
    .filter(({ left }) => left === (name ?? id))
    .filter((merge) => name === undefined || id === undefined || reaches.has(keyOf({ ...merge, left: id })))
    .sort((a, b) => a.top - b.top);
}

const keyOf = ({ left, top, bottom }: Pick<Merge, 'left' | 'top' | 'bottom'>) => `${left} ${top} ${bottom}`;

/** What a merged cell is about: the group of its rows; or somebody, so that it holds for those rows alone that pay them. */
export type About = 'group' | 'person';

/** What each merged cell is about; null where it is one row's. A column that nothing is known of is taken to be about the group. */
export function aboutOf(merges: readonly Merge[], head: ListHead): (merge: Merge) => About | null {
  const persons = new Set(personRanges(merges, head).map(({ top, bottom }) => `${top} ${bottom}`));
  return ({ left, top, bottom }) => {
    const field = head.columns.find(({ index }) => index === left)?.field ?? null;
    if (field === null || FILLED_DOWN.includes(field)) return 'group';
    return !NEVER.includes(field) && persons.has(`${top} ${bottom}`) ? 'person' : null;
  };
}

/** The columns that say what a row pays. */
export const paidColumns = ({ columns }: ListHead): number[] =>
  columns.flatMap(({ field, index }) => (field !== null && NEVER.includes(field) ? [index] : []));

/**
 * Somebody whose name reaches over several rows is paid what each of them says: all that reaches over the same rows holds for
 * those that have an amount, or goods, of their own.
 */
function personsDown(merges: readonly Merge[], head: ListHead): Fill {
  const ranges = personRanges(merges, head);
  if (ranges.length === 0) return (_, cells) => cells;
  const reaches = new Set(merges.map(keyOf));
  const paid = paidColumns(head);
  let next = 0;
  let first: readonly string[] = [];
  return (row, cells) => {
    // The first row of a range is not seen where it is blank: then nothing holds, and never what held before.
    while ((ranges[next]?.bottom ?? Number.POSITIVE_INFINITY) < row) {
      next += 1;
      first = [];
    }
    const range = ranges[next];
    if (!range || row < range.top) return cells;
    if (row === range.top) first = cells;
    if (row === range.top || !paid.some((index) => (cells[index] ?? '').trim() !== '')) return cells;
    return Array.from({ length: Math.max(cells.length, first.length) }, (_, index) => {
      const holds = !paid.includes(index) && reaches.has(keyOf({ ...range, left: index }));
      return (holds ? first[index] : cells[index]) ?? '';
    });
  };
}

/** What a merged cell says holds for all its rows where it is about the group; an amount is paid once, never filled down. */
const FILLED_DOWN: readonly ListField[] = [
  'department',
  'measure',
  'category',
  'state',
  'subdistrict',
  'committee',
  'household_id',
  'household_size',
  'head',
  'head_id',
];

/** What is about a group of rows, by the merged cells of its column. */
function groupsDown(merges: readonly Merge[], head: ListHead): Fill {
  const columns = head.columns.flatMap(({ index, field }) => {
    if (field === null || !FILLED_DOWN.includes(field)) return [];
    const ranges = merges.filter(({ left }) => left === index).sort((a, b) => a.top - b.top);
    return ranges.length > 0 ? [{ index, ranges, next: 0, text: '' }] : [];
  });
  if (columns.length === 0) return (_, cells) => cells;
  return (row, cells) => {
    const filled = [...cells];
    for (const column of columns) {
      while ((column.ranges[column.next]?.bottom ?? Number.POSITIVE_INFINITY) < row) {
        column.next += 1;
        column.text = '';
      }
      const range = column.ranges[column.next];
      if (!range || row < range.top) continue;
      if (row === range.top) column.text = cells[column.index] ?? '';
      while (filled.length <= column.index) filled.push('');
      filled[column.index] = column.text;
    }
    return filled;
  };
}
