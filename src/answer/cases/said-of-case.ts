import { type CaseAction, type CaseState, isDecided } from '../../domain/cases/event.ts';
import { readAction, readPairState, readState } from '../../domain/cases/words.ts';
import type { Fen } from '../../domain/money.ts';
import { readAmount } from '../../domain/row/payout-amount.ts';
import { AMOUNTS, type AnswerRow, isBlank } from './answer-rows.ts';
import { type Case, PAIR_RULE } from './case-book.ts';
import { type Refused, refuse } from './refusal.ts';

/** What a row says of its case. */
export interface Said {
  readonly state: CaseState;
  readonly action: CaseAction | null;
  readonly confirmed: Fen | null;
  readonly recovered: Fen | null;
  readonly irrecoverable: Fen | null;
}

/** What a row says of its case, or why that is refused. */
export function saidOf({ cells, merged, twice }: AnswerRow, each: Case): Said | Refused {
  const unclear = [...twice].find((column) => !['by', 'note', 'says', 'own', 'other', 'risk'].includes(column));
  if (unclear) return refuse('twice', cells[unclear]);
  const both = AMOUNTS.find((amount) => merged.has(amount));
  if (both) return refuse('merged', cells[both]);
  if (isBlank(cells.state)) return refuse('no-state', cells.action || cells.note);
  const state = (each.rule === PAIR_RULE ? readPairState : readState)(cells.state);
  if (state === null || !isDecided(state)) return refuse('state-unknown', cells.state);
  const action = isBlank(cells.action) ? null : readAction(cells.action);
  if (action === null && !isBlank(cells.action)) return refuse('action-unknown', cells.action);
  const amounts: (Fen | null)[] = [];
  for (const amount of AMOUNTS) {
    const fen = amountIn(cells[amount]);
    if (fen === undefined) return refuse('amount-unreadable', cells[amount]);
    amounts.push(fen);
  }
  const [confirmed = null, recovered = null, irrecoverable = null] = amounts;
  return agreeing(cells, each, { state, action, confirmed, recovered, irrecoverable });
}

/** Does what it says go together, and does its money close? */
function agreeing(cells: AnswerRow['cells'], { finding, record, rule }: Case, said: Said): Said | Refused {
  const { state, confirmed, recovered, irrecoverable, action } = said;
  if (rule === PAIR_RULE) return { ...said, confirmed: null, recovered: null, irrecoverable: null };
  const risk = finding ? finding.amount : (record?.last.risk ?? null);
  const spent = (recovered ?? 0n) + (irrecoverable ?? 0n);
  if (state === 'refuted' || state === 'allowed') {
    const isDone = action !== null && action !== 'explain';
    if ((confirmed ?? 0n) > 0n || spent > 0n || isDone)
      return refuse('not-true-but-money', cells.confirmed || cells.recovered || cells.action);
    return { ...said, confirmed: null, recovered: null, irrecoverable: null };
  }
  if (state === 'partly' && confirmed === null && risk !== null) return refuse('amount-missing', cells.state);
  const sure = confirmed ?? (state === 'confirmed' ? risk : null);
  if ((risk !== null && (sure ?? 0n) > risk) || spent > (sure ?? 0n))
    return refuse('too-much', cells.confirmed || cells.recovered || cells.irrecoverable);
  if ((irrecoverable ?? 0n) > 0n && isBlank(cells.note)) return refuse('reason-missing', cells.irrecoverable);
  return { ...said, confirmed: sure };
}

/** An amount in yuan; null where there is none, undefined where it can't be read or is below zero. */
function amountIn(cell: string): Fen | null | undefined {
  const amount = readAmount(cell, 100n);
  if ('empty' in amount) return null;
  return 'fen' in amount && amount.fen >= 0n ? amount.fen : undefined;
}
