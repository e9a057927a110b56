import type { Case } from '../../answer/cases/case-book.ts';
import { type Progress, progressByUnit, progressOf, type UnitProgress } from '../../answer/cases/progress.ts';
import { coverageRate } from '../../domain/coverage-rate.ts';
import type { Fen } from '../../domain/money.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import { type Cell, number, type Report, type Row, type Sheet, type Style, text } from '../sheet.ts';
import { casesVerdict, unitName } from './cases-verdict.ts';
import type { ExaminedCases } from './examined-cases.ts';

const count = (value: number, style: Style = 'plain'): Cell => ({ kind: 'count', value: BigInt(value), style });
const some = (value: number, style: Style): Cell => count(value, value > 0 ? style : 'plain');
const money = (value: Fen, style: Style = 'plain'): Cell => ({ kind: 'money', value, in: 'yuan', style });

/** So many cases are listed where people read on a screen; a workbook has all. */
const MOST_AGAIN = 20;

/** Where the cases of a campaign are in the loop, as people read it. */
export function casesReport(examined: ExaminedCases, catalogue: Catalogue): Report {
  const { campaign, today, say } = examined;
  const again = againSheet(examined);
  return {
    title: say.title(campaign.title, today),
    verdict: casesVerdict(examined, catalogue),
    sheets: [...progressSheets(examined).sheets, ...(again ? [again] : [])],
  };
}

/** How far each unit is, those first that have to be asked after, of `all` units so many; and what its cases come to. */
export function progressSheets({ book, say }: ExaminedCases, most?: number): { all: number; sheets: Sheet[] } {
  const units = progressByUnit(book.cases).sort(mostToDo);
  const shown = units.slice(0, most);
  const whole = progressOf(book.cases);
  return { all: units.length, sheets: [progressSheet(shown, whole, say), moneySheet(shown, whole, say)] };
}

/** Whoever is late comes first, then whoever has most to do. */
function mostToDo(a: UnitProgress, b: UnitProgress): number {
  const open = ({ cases, phases }: UnitProgress) => cases - phases.closed;
  return b.phases.overdue - a.phases.overdue || open(b) - open(a) || b.cases - a.cases;
}

/** Cases of each unit by where they are. */
function progressSheet(units: readonly UnitProgress[], all: Progress, say: ExaminedCases['say']): Sheet {
  const { columns, sheet, below } = say.progress;
  const cells = ({ cases, sent, answered, mended, phases, longest }: Progress): Cell[] => [
    count(cases),
    count(sent),
    count(answered),
    some(phases.overdue, 'error'),
    some(phases.again, 'warning'),
    some(phases.settling, 'warning'),
    count(phases.closed),
    count(mended),
    text(coverageRate(phases.closed, cases), phases.closed === cases ? 'good' : 'strong'),
    { kind: 'count', value: longest === null ? null : BigInt(longest) },
  ];
  return {
    name: sheet,
    above: [],
    columns: [
      { title: columns.unit, kind: 'text', width: 26 },
      { title: columns.cases, kind: 'count' },
      { title: columns.sent, kind: 'count' },
      { title: columns.answered, kind: 'count' },
      { title: columns.overdue, kind: 'count' },
      { title: columns.again, kind: 'count', use: 'wide' },
      { title: columns.settling, kind: 'count' },
      { title: columns.closed, kind: 'count' },
      { title: columns.mended, kind: 'count', use: 'wide' },
      { title: columns.rate, kind: 'text', whole: true },
      { title: columns.days, kind: 'count', use: 'wide' },
    ],
    rows: [
      ...units.map((each): Row => ({ level: 'item', cells: [text(unitName(each.unit, say)), ...cells(each)] })),
      { level: 'total', cells: [text(say.all, 'strong'), ...cells(all)] },
    ],
    below: [below],
  };
}

/** The money of each unit's cases, from risk to recovered: it closes to the fen. */
function moneySheet(units: readonly UnitProgress[], all: Progress, say: ExaminedCases['say']): Sheet {
  const { columns, sheet, unit, below } = say.money;
  const cells = ({ money: of, mendedMoney }: Progress): Cell[] => [
    money(of.risk),
    money(of.confirmed),
    money(of.refuted),
    money(of.open, of.open > 0n ? 'warning' : 'plain'),
    money(of.recovered),
    money(of.irrecoverable),
    money(of.unsettled, of.unsettled > 0n ? 'warning' : 'plain'),
    money(mendedMoney),
  ];
  return {
    name: sheet,
    above: [unit],
    columns: [
      { title: columns.unit, kind: 'text', width: 26 },
      { title: columns.risk, kind: 'money' },
      { title: columns.confirmed, kind: 'money' },
      { title: columns.refuted, kind: 'money' },
      { title: columns.open, kind: 'money' },
      { title: columns.recovered, kind: 'money' },
      { title: columns.irrecoverable, kind: 'money', use: 'wide' },
      { title: columns.unsettled, kind: 'money' },
      { title: columns.mended, kind: 'money', use: 'wide' },
    ],
    rows: [
      ...units.map((each): Row => ({ level: 'item', cells: [text(unitName(each.unit, say)), ...cells(each)] })),
      { level: 'total', cells: [text(say.all, 'strong'), ...cells(all)] },
    ],
    below: [below],
  };
}

/** Cases that were answered and have to be asked again, or that several have become: what it was, and what it is now. */
function againSheet({ book, say }: ExaminedCases): Sheet | null {
  const { columns, sheet } = say.again;
  const cases = book.cases.filter(({ phase, was, from }) => phase === 'again' || was !== null || from.length > 0);
  if (cases.length === 0) return null;
  return {
    name: sheet,
    above: [],
    columns: [
      { title: columns.id, kind: 'text', whole: true },
      { title: columns.why, kind: 'text' },
      { title: columns.was, kind: 'text' },
      { title: columns.now, kind: 'text' },
      { title: columns.units, kind: 'text', use: 'wide' },
    ],
    rows: cases.slice(0, MOST_AGAIN).map((each) => ({
      level: 'item',
      cells: [
        number(each.id),
        text(remarkOf(each, say)),
        text(each.was ? `${each.was.says} ${say.state[each.was.state]}` : ''),
        text(each.says),
        text(each.units.map((unit) => unitName(unit, say)).join(say.separator)),
      ],
    })),
    below: [],
  };
}

/** What is said of a case besides: why it is asked again, why it is closed, what it was. */
export function remarkOf({ remark, from, state }: Case, say: ExaminedCases['say']): string {
  const own = remark === 'gone' && state !== 'unchecked' ? '' : say.remark[remark];
  return [own, ...(from.length > 0 ? [say.from(from.join(say.separator))] : [])].filter(Boolean).join(say.separator);
}
