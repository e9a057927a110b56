import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { DedupeWords } from '../../text/zh/dedupe.ts';
import type { AnyExamined, ExaminedPairs } from '../dedupe/examined-pairs.ts';
import { departmentName } from '../dedupe/overlap-sheet.ts';
import {
  type Cell,
  type Column,
  type LongSheet,
  number,
  type Row,
  type Style,
  text,
  type WideColumn,
} from '../sheet.ts';
import type { Compared } from './pair-differences.ts';
import { everyFinding, type SeenFinding, wholeMessage } from './pair-finding.ts';
import { amountCell } from './pair-findings-sheet.ts';
import { type SeenRow, type Shown, shortPlaces } from './pair-row.ts';

/** Every finding with all its rows, to be sorted and filtered. */
export function pairRowsSheet(examined: AnyExamined, catalogue: Catalogue, shown: Shown): LongSheet {
  const { columns, findings, workbook } = examined.say;
  return {
    name: findings.sheet,
    above: [workbook.differences],
    columns: [...readColumns(columns), ...lookedUpColumns(columns), spare(columns.fingerprint, 18)],
    rows: rows(examined, catalogue, shown, ({ read, lookedUp, found }) => [
      ...read,
      ...lookedUp,
      number(found.finding.fingerprint, 'muted'),
    ]),
    below: [],
  };
}

/**
 * The findings that touch one department, to be sent back to it: its rows, which stand out, those of others, and columns to
 * fill in.
 */
export function departmentRowsSheet(
  department: number,
  examined: ExaminedPairs,
  catalogue: Catalogue,
  shown: Shown,
): LongSheet {
  const { columns, workbook } = examined.say;
  const name = departmentName(department, examined, shown);
  return {
    name,
    above: [workbook.forDepartment(name), workbook.differences],
    columns: [
      ...readColumns(columns),
      column(columns.verified, 9),
      column(columns.opinion, 9),
      ...lookedUpColumns(columns),
    ],
    rows: rows(examined, catalogue, shown, ({ read, lookedUp }) => [...read, text(''), text(''), ...lookedUp], {
      index: department,
      name,
    }),
    below: [],
  };
}

/** Widths that leave a printed page of A4 readable. */
const column = (title: string, width: number, kind: Column['kind'] = 'text'): WideColumn => ({ title, width, kind });
const unbroken = (title: string, width: number): WideColumn => ({ ...column(title, width), whole: true });
const spare = (...[title, width, kind]: Parameters<typeof column>): WideColumn => ({
  ...column(title, width, kind),
  use: 'wide',
});

/** What is read, on paper too. */
function readColumns(columns: DedupeWords['columns']): WideColumn[] {
  return [
    ...[column(columns.number, 6, 'count'), column(columns.severity, 6), column(columns.rule, 12)],
    ...[column(columns.message, 30), column(columns.place, 20), column(columns.name, 8), unbroken(columns.id, 20)],
    ...[column(columns.department, 10), column(columns.measure, 13), column(columns.amount, 11, 'money')],
    unbroken(columns.paidOn, 12),
  ];
}

/** What is added up or looked up, on a screen: where it matters, the message says it. */
function lookedUpColumns({ atStake, account, phone, household }: DedupeWords['columns']): WideColumn[] {
  return [spare(atStake, 12, 'money'), spare(account, 20), spare(phone, 13), spare(household, 10)];
}

/** One row of one finding, as it is read and as it is looked up. */
interface Parts {
  readonly found: SeenFinding;
  readonly read: readonly Cell[];
  readonly lookedUp: readonly Cell[];
}

async function* rows(
  examined: AnyExamined,
  catalogue: Catalogue,
  shown: Shown,
  cells: (parts: Parts) => readonly Cell[],
  own: { readonly index: number; readonly name: string } | null = null,
): AsyncGenerator<Row> {
  const say = examined.say.findings;
  const place = shortPlaces(examined.lists, say.row);
  let nth = 0;
  for await (const found of everyFinding(examined, catalogue, shown, { department: own?.index })) {
    nth += 1;
    for (const [index, row] of found.rows.entries()) {
      const isFirst = index === 0;
      const read = [
        ...findingCells(found, nth, isFirst, catalogue, say),
        ...rowCells(found, row, { place: place(row.place), own: own?.name }, say),
      ];
      yield {
        level: isFirst ? 'item' : 'detail',
        cells: cells({ found, read, lookedUp: lookedUp(found, row, isFirst) }),
      };
    }
  }
}

/** The message stands once; by the rest, which is on every row, one can filter. */
function findingCells(
  found: SeenFinding,
  nth: number,
  isFirst: boolean,
  catalogue: Catalogue,
  say: DedupeWords['findings'],
): Cell[] {
  const { finding, title } = found;
  const each = (value: string, style: Style): Cell =>
    isFirst ? text(value, style) : { kind: 'text', text: value, style: 'muted', again: true };
  return [
    { kind: 'count', value: BigInt(nth), style: isFirst ? 'plain' : 'muted' },
    each(catalogue.severity[finding.severity], finding.severity),
    each(title, 'plain'),
    text(isFirst ? wholeMessage(found, say) : ''),
  ];
}

function rowCells(
  { differs }: SeenFinding,
  row: SeenRow,
  { place, own }: { readonly place: string; readonly own: string | undefined },
  say: DedupeWords['findings'],
): Cell[] {
  const style = (compared: Compared): Style => (differs.has(compared) ? 'different' : 'plain');
  const whose = row.role === 'roster' ? row.livesIn : row.department;
  return [
    text(place),
    text(row.name, style('name')),
    number(row.id, style('id')),
    text([say.roles[row.role], whose].filter(Boolean).join('·'), row.department === own ? 'strong' : 'plain'),
    text(row.measure, style('measure')),
    row.role === 'roster' ? text('') : amountCell(row, style('amount'), say),
    text(row.paidOn, style('paidOn')),
  ];
}

/** Money at stake stands once, to be added up. */
function lookedUp({ finding, differs }: SeenFinding, row: SeenRow, isFirst: boolean): Cell[] {
  const style = (compared: Compared): Style => (differs.has(compared) ? 'different' : 'plain');
  const { amount } = finding;
  return [
    isFirst && amount !== null ? { kind: 'money', value: amount, in: 'yuan' } : text(''),
    number(row.account, style('account')),
    number(row.phone, style('phone')),
    text(row.household),
  ];
}
