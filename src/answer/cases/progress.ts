import { addMoney, type ClosedMoney, NO_MONEY } from '../../domain/cases/case-money.ts';
import { PHASES, type Phase } from '../../domain/cases/phase.ts';
import type { Fen } from '../../domain/money.ts';
import type { Case } from './case-book.ts';
import type { Unit } from './case-finding.ts';

/** How far a unit, or all of them, have come. */
export interface Progress {
  readonly cases: number;
  /** Of each phase. */
  readonly phases: Readonly<Record<Phase, number>>;
  /** Those that went out, that somebody answered, and that are gone since the list was mended. */
  readonly sent: number;
  readonly answered: number;
  readonly mended: number;
  readonly mendedMoney: Fen;
  /** The most days that one has been open. */
  readonly longest: number | null;
  readonly money: ClosedMoney;
}

export interface UnitProgress extends Progress {
  readonly unit: Unit;
}

/** How far some cases have come. */
export function progressOf(cases: readonly Case[]): Progress {
  const phases = Object.fromEntries(PHASES.map((phase) => [phase, 0])) as Record<Phase, number>;
  let money = NO_MONEY;
  let [sent, answered, mended, mendedMoney] = [0, 0, 0, 0n];
  let longest: number | null = null;
  for (const each of cases) {
    phases[each.phase] += 1;
    if ((each.record?.sent.size ?? 0) > 0) sent += 1;
    if (each.decision !== null) answered += 1;
    if (isMended(each)) mended += 1;
    mendedMoney += each.mended;
    if (each.phase !== 'closed' && each.days !== null) longest = Math.max(longest ?? 0, each.days);
    money = addMoney(money, each.money);
  }
  return { cases: cases.length, phases, sent, answered, mended, mendedMoney, longest, money };
}

/** Is it closed because the list was mended, without an answer? */
const isMended = ({ remark, state, phase }: Case): boolean =>
  remark === 'gone' && state === 'unchecked' && phase === 'closed';

/** The same of every unit: a case of several is one of each of them. */
export function progressByUnit(cases: readonly Case[]): UnitProgress[] {
  const units = new Map<string, { readonly unit: Unit; readonly cases: Case[] }>();
  for (const each of cases) {
    for (const unit of each.units) {
      const key = unit.name;
      const own = units.get(key) ?? { unit, cases: [] };
      own.cases.push(each);
      units.set(key, own);
    }
  }
  return [...units.values()].map(({ unit, cases: own }) => ({ unit, ...progressOf(own) }));
}
