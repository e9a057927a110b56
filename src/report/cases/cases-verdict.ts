import type { Case, Exception } from '../../answer/cases/case-book.ts';
import type { Unit } from '../../answer/cases/case-finding.ts';
import { progressByUnit, progressOf } from '../../answer/cases/progress.ts';
import { coverageRate } from '../../domain/coverage-rate.ts';
import type { Severity } from '../../domain/finding.ts';
import { grouped, yuan } from '../../domain/money.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { VerdictLine } from '../sheet.ts';
import type { ExaminedCases } from './examined-cases.ts';

const figure = (count: number) => grouped(String(count));

/** How a unit is called. */
export const unitName = ({ name }: Unit, { host }: ExaminedCases['say']): string => name || host;

/** What there is to do, what is late first; good only where every case is closed and the register is whole. */
export function casesVerdict(examined: ExaminedCases, catalogue: Catalogue): VerdictLine[] {
  const { book, say } = examined;
  const { verdict } = say;
  const all = progressOf(book.cases);
  const { phases } = all;
  const late = progressByUnit(book.cases).filter((each) => each.phases.overdue > 0);
  const lines: VerdictLine[] = [
    ...registerLines(examined, catalogue),
    ...(phases.overdue > 0
      ? [
          [
            'error',
            verdict.overdue(
              figure(phases.overdue),
              catalogue.list(late.map((each) => `${unitName(each.unit, say)} ${figure(each.phases.overdue)}`)),
            ),
          ] as const,
        ]
      : []),
    ...(phases.new > 0 ? [['warning', verdict.toSend(figure(phases.new))] as const] : []),
    ...(phases.again > 0 ? [['warning', verdict.again(figure(phases.again))] as const] : []),
    ...(phases.settling > 0
      ? [['warning', verdict.settling(figure(phases.settling), grouped(yuan(all.money.unsettled)))] as const]
      : []),
    ...(phases.waiting > 0 ? [['hint', verdict.waiting(figure(phases.waiting))] as const] : []),
    ...notLooked(book.cases, verdict),
    ...exceptionLines(examined, catalogue),
  ];
  const closed: VerdictLine[] =
    all.cases === 0
      ? [['plain', verdict.none]]
      : phases.closed === all.cases
        ? [[lines.length === 0 ? 'good' : 'plain', verdict.allClosed(figure(all.cases))]]
        : [['plain', verdict.closed(figure(phases.closed), figure(all.cases), coverageRate(phases.closed, all.cases))]];
  return [...lines, ...closed];
}

function notLooked(cases: readonly Case[], { unlooked }: ExaminedCases['say']['verdict']): VerdictLine[] {
  const count = cases.filter(({ remark, phase }) => remark === 'unlooked' && phase !== 'closed').length;
  return count > 0 ? [['warning', unlooked(figure(count))]] : [];
}

function exceptionLines({ book, say }: ExaminedCases, catalogue: Catalogue): VerdictLine[] {
  const { verdict } = say;
  const named = (all: readonly Exception[]) =>
    catalogue.list(all.map(({ rule, finding, until }) => verdict.exception(rule, finding, until)));
  return [
    ...(book.idle.length > 0 ? [['warning', verdict.idle(named(book.idle))] as const] : []),
    ...(book.expired.length > 0 ? [['warning', verdict.expired(named(book.expired))] as const] : []),
  ];
}

/** Of so many lines the numbers are said. */
const MOST_LINES = 10;

function registerLines({ register, say }: ExaminedCases, catalogue: Catalogue): VerdictLine[] {
  const { path, faults } = register;
  const half = faults.find(({ fault }) => fault === 'half');
  const lines = [...new Set(faults.flatMap(({ line, fault }) => (fault === 'half' ? [] : [line])))];
  const shown = lines.slice(0, MOST_LINES).map(String);
  const more = lines.length > MOST_LINES ? ['…'] : [];
  return [
    ...(lines.length > 0
      ? [['error', say.verdict.changedLines(path, catalogue.list([...shown, ...more]))] as const]
      : []),
    ...(half ? [['warning', say.verdict.halfLine(path, String(half.line))] as const] : []),
  ];
}

/** What counts for `--fail-on`: answers that are late and a register that was changed are errors; what is to be done, warnings. */
export function casesCounts({ book, register }: ExaminedCases): Record<Severity, number> {
  const { phases } = progressOf(book.cases);
  const changed = new Set(register.faults.flatMap(({ line, fault }) => (fault === 'half' ? [] : [line]))).size;
  return {
    error: phases.overdue + changed,
    warning: phases.new + phases.again + phases.settling + book.idle.length + book.expired.length,
    hint: phases.waiting,
  };
}
