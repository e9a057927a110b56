import type { Fen } from '../money.ts';
import { type CaseMoney, type CaseState, isDecided } from './event.ts';

/**
 * Money of cases as it closes, in fen: `risk` = `confirmed` + `refuted` + `open`, and `confirmed` = `recovered` + `irrecoverable` +
 * `unsettled`.
 */
export interface ClosedMoney {
  readonly risk: Fen;
  readonly confirmed: Fen;
  readonly refuted: Fen;
  /** Nobody has said yet what becomes of it. */
  readonly open: Fen;
  readonly recovered: Fen;
  readonly irrecoverable: Fen;
  /** Confirmed, and neither got back nor given up. */
  readonly unsettled: Fen;
}

export const NO_MONEY: ClosedMoney = {
  risk: 0n,
  confirmed: 0n,
  refuted: 0n,
  open: 0n,
  recovered: 0n,
  irrecoverable: 0n,
  unsettled: 0n,
};

const larger = (a: Fen, b: Fen): Fen => (a > b ? a : b);

/**
 * Closes the money of one case. Nothing is known to be at risk where nobody could say: then it is what was confirmed. Of a case that
 * is asked again, what was confirmed before stays so, however little the finding says now.
 */
export function closedMoney(state: CaseState, { risk, confirmed, recovered, irrecoverable }: CaseMoney): ClosedMoney {
  const [got, lost] = [recovered ?? 0n, irrecoverable ?? 0n];
  const isTrue = state === 'confirmed' && confirmed === null;
  const sure = larger(isTrue ? (risk ?? 0n) : (confirmed ?? 0n), got + lost);
  const whole = larger(risk ?? 0n, sure);
  return {
    risk: whole,
    confirmed: sure,
    refuted: isDecided(state) ? whole - sure : 0n,
    open: isDecided(state) ? 0n : whole - sure,
    recovered: got,
    irrecoverable: lost,
    unsettled: sure - got - lost,
  };
}

export function addMoney(a: ClosedMoney, b: ClosedMoney): ClosedMoney {
  const sum = (key: keyof ClosedMoney) => a[key] + b[key];
  return {
    risk: sum('risk'),
    confirmed: sum('confirmed'),
    refuted: sum('refuted'),
    open: sum('open'),
    recovered: sum('recovered'),
    irrecoverable: sum('irrecoverable'),
    unsettled: sum('unsettled'),
  };
}
