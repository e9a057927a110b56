import { grouped } from '../../domain/money.ts';
import { type DepartmentOverlap, MOST_DEPARTMENTS } from '../../totals/dedupe/overlap.ts';
import { type Shown, seenText } from '../findings/pair-row.ts';
import { type Cell, type Row, type Sheet, text } from '../sheet.ts';
import type { ExaminedPairs } from './examined-pairs.ts';

/** More departments than this do not fit beside each other. */
const WIDEST = 12;
/** A list of more pairs is no longer read. */
const PAIRS_SHOWN = 30;

/** A department as the lists name it. */
export function departmentName(index: number, { lists, say }: ExaminedPairs, shown: Shown): string {
  const name = lists.assignments.departments[index]?.name ?? '';
  return seenText(name, shown) || say.workbook.noDepartment;
}

/** Pairs of departments, those with the most people in common first. */
export function pairsByPeople({ overlap }: ExaminedPairs): DepartmentOverlap[] {
  return overlap.pairs.toSorted((a, b) => b.persons - a.persons || Number(b.amount - a.amount));
}

/** Which departments pay the same people, a line for each two. */
export function overlapSheet(examined: ExaminedPairs, shown: Shown): Sheet {
  const { columns, sheet, none, more } = examined.say.overlap;
  const all = pairsByPeople(examined);
  const pairs = all.slice(0, PAIRS_SHOWN);
  return {
    name: sheet,
    above: [],
    columns: [
      { title: columns.one, kind: 'text' },
      { title: columns.other, kind: 'text' },
      { title: columns.persons, kind: 'count' },
      { title: columns.amount, kind: 'money' },
    ],
    rows: pairs.map(({ departments, persons, amount }) => ({
      level: 'item',
      cells: [...departments.map((index) => text(departmentName(index, examined, shown))), ...figures(persons, amount)],
    })),
    below: [
      ...notPlaced(examined),
      ...(all.length === 0 && isWhole(examined) ? [none] : []),
      ...namedByFile(examined),
      ...(all.length > pairs.length ? [more(all.length - pairs.length)] : []),
      ...unpairedPeople(examined),
    ],
  };
}

/** Are all departments known, and all paired that anybody is of? */
const isWhole = ({ overlap, uncompared }: ExaminedPairs) => overlap.unpaired === 0 && uncompared.unplaced.people === 0;

/** Of whom a list does not say which department pays. */
function notPlaced({ uncompared: { unplaced }, say }: ExaminedPairs): string[] {
  return unplaced.people > 0 ? [say.overlap.unplaced(grouped(String(unplaced.people)))] : [];
}

/** Who is of too many departments to be paired. */
function unpairedPeople({ overlap: { unpaired }, say }: ExaminedPairs): string[] {
  return unpaired > 0 ? [say.overlap.unpaired(grouped(String(unpaired)), MOST_DEPARTMENTS)] : [];
}

/** Whose department is only what their file is called. */
function namedByFile({ lists, say }: ExaminedPairs): string[] {
  const files = [...lists.lists, ...lists.earlier].flatMap(({ source: { input, head } }) => {
    const hasColumn = head.columns.some(({ field }) => field === 'department');
    const isCalled = !input.isForm && input.departmentElse !== undefined && input.file.includes(input.departmentElse);
    return isCalled && !hasColumn ? [input.file] : [];
  });
  return files.length > 0 ? [say.overlap.byFile([...new Set(files)])] : [];
}

function figures(persons: number, amount: bigint): Cell[] {
  return [
    { kind: 'count', value: BigInt(persons) },
    { kind: 'money', value: amount },
  ];
}

/** The same as a matrix, people above money; the list where there are too many departments, or none in common. */
export function overlapMatrix(examined: ExaminedPairs, shown: Shown): Sheet {
  const { totals, overlap, say } = examined;
  const { sheet, department, persons, money, own } = say.overlap;
  const inPairs = new Set(overlap.pairs.flatMap(({ departments }) => departments));
  const named = totals.departments.filter(({ department: index }) => inPairs.has(index));
  if (named.length > WIDEST || overlap.pairs.length === 0) return overlapSheet(examined, shown);
  const pairOf = (one: number, other: number) =>
    overlap.pairs.find(({ departments }) => departments.includes(one) && departments.includes(other));
  const band = (words: string): Row => ({
    level: 'band',
    cells: [text(words), ...named.map(() => text(''))],
  });
  const block = (cell: (of: { persons: number; amount: bigint }) => Cell): Row[] =>
    named.map((row) => ({
      level: 'item',
      cells: [
        text(departmentName(row.department, examined, shown), 'strong'),
        ...named.map((column): Cell => {
          if (row === column) return { ...cell(row), style: 'muted' };
          const pair = pairOf(row.department, column.department);
          return pair ? cell(pair) : text('');
        }),
      ],
    }));
  return {
    name: sheet,
    above: [],
    columns: [
      { title: department, kind: 'text' },
      ...named.map((column) => ({
        title: departmentName(column.department, examined, shown),
        kind: 'count' as const,
      })),
    ],
    rows: [
      band(persons),
      ...block(({ persons }) => ({ kind: 'count', value: BigInt(persons) })),
      band(money),
      ...block(({ amount }) => ({ kind: 'money', value: amount })),
    ],
    below: [own, ...notPlaced(examined), ...unpairedPeople(examined)],
  };
}
