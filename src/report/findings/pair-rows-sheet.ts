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
import { everyFinding, type SeenFinding } from './pair-finding.ts';
import { amountCell } from './pair-findings-sheet.ts';
import { type SeenRow, type Shown, shortPlaces } from './pair-row.ts';

/** Every finding with all its rows, to be sorted and filtered. */
export function pairRowsSheet(examined: AnyExamined, catalogue: Catalogue, shown: Shown): LongSheet {
  const { columns, findings, workbook } = examined.say;
  return {
    name: findings.sheet,
    above: [workbook.differences],
    columns: [...findingColumns(columns), ...rowColumns(columns), column(columns.fingerprint, 18)],
    rows: rows(examined, catalogue, shown, ({ own, row, found }) => [
      ...own,
      ...row,
      number(found.finding.fingerprint, 'muted'),
    ]),
    below: [],
  };
}

/** The findings that touch one department, to be sent back to it: its rows and those of others, and columns to fill in. */
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
      ...findingColumns(columns),
      column(columns.whose, 9),
      ...rowColumns(columns),
      column(columns.verified, 15),
      column(columns.opinion, 15),
    ],
    rows: rows(
      examined,
      catalogue,
      shown,
      ({ own, row, seen }) => [
        ...own,
        seen.department === name ? text(workbook.own, 'strong') : text(workbook.other, 'muted'),
        ...row,
        text(''),
        text(''),
      ],
      department,
    ),
    below: [],
  };
}

/** Widths that leave a printed page of A4 readable. */
const column = (title: string, width: number, kind: Column['kind'] = 'text'): WideColumn => ({ title, width, kind });

function findingColumns({ number, severity, rule, message, atStake }: DedupeWords['columns']): WideColumn[] {
  return [
    column(number, 7, 'count'),
    column(severity, 6),
    column(rule, 13),
    column(message, 30),
    column(atStake, 12, 'money'),
  ];
}

function rowColumns(columns: DedupeWords['columns']): WideColumn[] {
  const { place, name, id, department, measure, amount, paidOn, account, phone, household, remark } = columns;
  return [
    ...[column(place, 20), column(name, 9), column(id, 20), column(department, 11), column(measure, 15)],
    ...[column(amount, 11, 'money'), column(paidOn, 11), column(account, 20), column(phone, 12), column(household, 8)],
    column(remark, 10),
  ];
}

/** One row of one finding: the cells on the finding, and those on the row. */
interface Parts {
  readonly found: SeenFinding;
  readonly seen: SeenRow;
  readonly own: readonly Cell[];
  readonly row: readonly Cell[];
}

async function* rows(
  examined: AnyExamined,
  catalogue: Catalogue,
  shown: Shown,
  cells: (parts: Parts) => readonly Cell[],
  department?: number,
): AsyncGenerator<Row> {
  const { say } = examined;
  const place = shortPlaces(examined.lists, say.findings.row);
  let nth = 0;
  for await (const found of everyFinding(examined, catalogue, shown, department)) {
    nth += 1;
    for (const [index, seen] of found.rows.entries()) {
      const own = findingCells(found, nth, index === 0, catalogue);
      yield { level: 'item', cells: cells({ found, seen, own, row: rowCells(found, seen, place(seen.place), say) }) };
    }
  }
}

/** Message and money stand once, the latter to be added up; by the rest, which is on every row, one can filter. */
function findingCells(
  { finding, title, message }: SeenFinding,
  nth: number,
  isFirst: boolean,
  catalogue: Catalogue,
): Cell[] {
  const { severity, amount } = finding;
  const style = (first: Style): Style => (isFirst ? first : 'muted');
  return [
    { kind: 'count', value: BigInt(nth), style: style('plain') },
    text(catalogue.severity[severity], style(severity)),
    text(title, style('plain')),
    text(isFirst ? message : ''),
    isFirst && amount !== null ? { kind: 'money', value: amount, in: 'yuan' } : text(''),
  ];
}

function rowCells(
  { differs, hidden }: SeenFinding,
  row: SeenRow,
  place: string,
  { findings: say }: DedupeWords,
): Cell[] {
  const style = (compared: Compared): Style => (differs.has(compared) ? 'different' : 'plain');
  const remarks = [
    ...[say.roles[row.role]].filter(Boolean),
    ...hidden.map(({ of, positions }) => say.positions(of, positions)),
  ];
  return [
    text(place),
    text(row.name, style('name')),
    number(row.id, style('id')),
    text(row.role === 'roster' ? row.livesIn : row.department),
    text(row.measure, style('measure')),
    row.role === 'roster' ? text('') : amountCell(row, style('amount'), say),
    text(row.paidOn, style('paidOn')),
    number(row.account, style('account')),
    number(row.phone, style('phone')),
    text(row.household),
    text(remarks.join(say.separator)),
  ];
}
