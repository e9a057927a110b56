import type { Case } from '../../answer/cases/case-book.ts';
import { type Progress, progressByUnit, progressOf, type UnitProgress } from '../../answer/cases/progress.ts';
import { coverageRate } from '../../domain/coverage-rate.ts';
import type { Fen } from '../../domain/money.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import { type Cell, number, type Report, type Sheet, type Style, text } from '../sheet.ts';
import { type ItemColumn, tableOf } from '../table.ts';
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

/** A row for each unit, and one for all. */
function ofUnits(
  units: readonly UnitProgress[],
  all: Progress,
  say: ExaminedCases['say'],
  title: string,
  columns: readonly ItemColumn<Progress>[],
): Pick<Sheet, 'columns' | 'rows'> {
  const isUnit = (each: Progress): each is UnitProgress => each !== all;
  const name = (each: Progress) => (isUnit(each) ? unitName(each.unit, say) : text(say.all, 'strong'));
  return tableOf([...units, all], [[title, { kind: 'text', width: 26 }, name], ...columns], {
    level: (each) => (isUnit(each) ? 'item' : 'total'),
  });
}

/** Cases of each unit by where they are. */
function progressSheet(units: readonly UnitProgress[], all: Progress, say: ExaminedCases['say']): Sheet {
  const { columns, sheet, below } = say.progress;
  return {
    name: sheet,
    above: [],
    ...ofUnits(units, all, say, columns.unit, [
      [columns.cases, 'count', ({ cases }) => count(cases)],
      [columns.sent, 'count', ({ sent }) => count(sent)],
      [columns.answered, 'count', ({ answered }) => count(answered)],
      [columns.overdue, 'count', ({ phases }) => some(phases.overdue, 'error')],
      [columns.again, { kind: 'count', use: 'wide' }, ({ phases }) => some(phases.again, 'warning')],
      [columns.settling, 'count', ({ phases }) => some(phases.settling, 'warning')],
      [columns.closed, 'count', ({ phases }) => count(phases.closed)],
      [columns.mended, { kind: 'count', use: 'wide' }, ({ mended }) => count(mended)],
      [
        columns.rate,
        { kind: 'text', whole: true },
        ({ phases, cases }) => text(coverageRate(phases.closed, cases), phases.closed === cases ? 'good' : 'strong'),
      ],
      [
        columns.days,
        { kind: 'count', use: 'wide' },
        ({ longest }) => ({ kind: 'count', value: longest === null ? null : BigInt(longest) }),
      ],
    ]),
    below: [below],
  };
}

/** The money of each unit's cases, from risk to recovered: it closes to the fen. */
function moneySheet(units: readonly UnitProgress[], all: Progress, say: ExaminedCases['say']): Sheet {
  const { columns, sheet, unit, below } = say.money;
  const owed = (value: Fen) => money(value, value > 0n ? 'warning' : 'plain');
  return {
    name: sheet,
    above: [unit],
    ...ofUnits(units, all, say, columns.unit, [
      [columns.risk, 'money', ({ money: of }) => money(of.risk)],
      [columns.confirmed, 'money', ({ money: of }) => money(of.confirmed)],
      [columns.refuted, 'money', ({ money: of }) => money(of.refuted)],
      [columns.open, 'money', ({ money: of }) => owed(of.open)],
      [columns.recovered, 'money', ({ money: of }) => money(of.recovered)],
      [columns.irrecoverable, { kind: 'money', use: 'wide' }, ({ money: of }) => money(of.irrecoverable)],
      [columns.unsettled, 'money', ({ money: of }) => owed(of.unsettled)],
      [columns.mended, { kind: 'money', use: 'wide' }, ({ mendedMoney }) => money(mendedMoney)],
    ]),
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
    ...tableOf(cases.slice(0, MOST_AGAIN), [
      [columns.id, { kind: 'text', whole: true }, ({ id }) => number(id)],
      [columns.why, 'text', (each) => remarkOf(each, say)],
      [columns.was, 'text', ({ was }) => (was ? `${was.says} ${say.state[was.state]}` : '')],
      [columns.now, 'text', ({ says }) => says],
      [
        columns.units,
        { kind: 'text', use: 'wide' },
        (each) => each.units.map((unit) => unitName(unit, say)).join(say.separator),
      ],
    ]),
    below: [],
  };
}

/** What is said of a case besides: why it is asked again, why it is closed, what it was. */
export function remarkOf({ remark, from, state }: Case, say: ExaminedCases['say']): string {
  const own = remark === 'gone' && state !== 'unchecked' ? '' : say.remark[remark];
  return [own, ...(from.length > 0 ? [say.from(from.join(say.separator))] : [])].filter(Boolean).join(say.separator);
}
