import type { Day } from '../../domain/calendar.ts';
import type { ClosedMoney } from '../../domain/cases/case-money.ts';
import type { CaseAction, CaseState } from '../../domain/cases/event.ts';
import type { Phase, Remark } from '../../domain/cases/phase.ts';
import type { CaseRecord } from './case-record.ts';

/** What was found to be so is not settled while the lists still show it, where something was to be done about them. */
const CHANGES_LISTS: ReadonlySet<CaseAction | null> = new Set<CaseAction | null>(['stop', 'correct', 'supply']);

interface Settled {
  readonly state: CaseState;
  readonly action: CaseAction | null;
  readonly money: ClosedMoney;
  readonly isGone: boolean;
  readonly isPair: boolean;
}

interface Standing {
  readonly record: CaseRecord | null;
  readonly remark: Remark;
  readonly today: Day;
  /** Whether somebody had decided it before. */
  readonly wasDecided: boolean;
}

/** Where a case is in the loop. */
export function phaseOf({ state, action, money, isGone, isPair }: Settled, standing: Standing): Phase {
  const { record, remark, today, wasDecided } = standing;
  if (state === 'refuted' || state === 'allowed') return 'closed';
  if (state !== 'unchecked') {
    const isStill = !isGone && CHANGES_LISTS.has(action);
    const isDone = isPair || isGone || (action !== null && !isStill);
    return isDone && money.unsettled === 0n ? 'closed' : 'settling';
  }
  if (isGone && money.unsettled === 0n) return 'closed'; // 整改, or part of another case now
  const asked = remark === 'changed' || remark === 'unclear' || remark === 'expired';
  if (wasDecided || (asked && record)) return 'again';
  const sent = [...(record?.sent.values() ?? [])];
  if (sent.length === 0) return 'new';
  return sent.some(({ due }) => due !== '' && due < today) ? 'overdue' : 'waiting';
}
