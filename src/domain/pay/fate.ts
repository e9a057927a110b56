import type { SlotState } from '../settlement.ts';
import { type Failure, needsCorrection } from './failure.ts';
import type { MatchedChain } from './match-chains.ts';

/** Why a payout is settled: its list says that the money has left; it arrived; the bank has not decided; it is in a batch. */
export const SETTLED = ['paid-list', 'arrived', 'pending', 'in-batch'] as const;
/** Why it is nothing for a bank: goods, visits and cash by hand; nothing is paid; a row that takes money back. */
export const NOT_FOR_BANK = ['by-hand', 'nothing', 'takes-back'] as const;
/**
 * Why a payout is held back, what is worst first.
 *
 * - `perhaps-paid`, `other-amount`: what may be it, or another amount of it, is in a batch.
 * - `failed`, `reversed`: the bank did not pay it, or took it back; it waits for the second round. `uncorrected`: it is the second round,
 *   and nobody has corrected or confirmed its account.
 * - `stopped`: a case was answered with 停发. `not-this-round`: the second round pays what failed, and no more.
 * - `removed`: dedupe takes it out. `double`: it may be one with a row that is paid. `blocked`, `taken-back`, `row-error`.
 * - `no-amount`, `no-name`, `no-account`, `account-masked`, `account-wrong`.
 * - `no-bank`: no entry of the campaign's banks is for it. `unfit`: it has no room in the bank's layout, or can't be written in it.
 */
export const HOLDS = [
  'perhaps-paid',
  'other-amount',
  'reversed',
  'failed',
  'uncorrected',
  'stopped',
  'removed',
  'double',
  'blocked',
  'taken-back',
  'row-error',
  'no-amount',
  'no-name',
  'no-account',
  'account-masked',
  'account-wrong',
  'no-bank',
  'unfit',
  'not-this-round',
] as const;
export type HoldKind = (typeof HOLDS)[number];

export interface Hold {
  readonly kind: HoldKind;
  /** The rules, the bank's words, a reference, the row that is paid instead: whatever is to be said with it. */
  readonly detail: string;
  /** Whether it is about the account, and gone where that is corrected. */
  readonly ofAccount?: boolean;
}

export type Fate =
  | { readonly kind: 'now' }
  | { readonly kind: 'settled'; readonly why: (typeof SETTLED)[number] }
  | { readonly kind: 'not-for-bank'; readonly why: (typeof NOT_FOR_BANK)[number] }
  | { readonly kind: 'held'; readonly why: readonly [Hold, ...Hold[]] };

/** All that decides what becomes of a payout. */
export interface ToDecide {
  readonly isPaidList: boolean;
  /** What was in a batch and is it, or may be. */
  readonly matched: MatchedChain | null;
  /** The bank's last word on it, and its reason. */
  readonly bank: SlotState;
  readonly failure: Failure;
  readonly reason: string;
  readonly amount: bigint | null;
  /** Why no bank is to pay it; null where one is. */
  readonly notForBank: (typeof NOT_FOR_BANK)[number] | null;
  /** What speaks against paying it, whether or not it was in a batch. */
  readonly holds: readonly Hold[];
  /** Whether its account is another than the one that failed, or somebody has confirmed it. */
  readonly isCorrected: boolean;
  /** Whether the account comes from a list of corrections, so that what is wrong with the list's own does not matter. */
  readonly hasOtherAccount: boolean;
}

export interface Round {
  /** Whether it pays what failed, or what no batch has had yet. */
  readonly isRetry: boolean;
  /** Whether what is only doubted is paid as well. */
  readonly paysDoubts: boolean;
}

const DOUBTS: ReadonlySet<HoldKind> = new Set(['double', 'perhaps-paid']);
const settled = (why: (typeof SETTLED)[number]): Fate => ({ kind: 'settled', why });
const held = (first: Hold, ...others: readonly Hold[]): Fate => ({ kind: 'held', why: [first, ...others] });

/** What becomes of a payout in a round: exactly one of paid now, settled, held and not for the bank. */
export function fateOf(payout: ToDecide, round: Round): Fate {
  const { matched, bank, amount, notForBank } = payout;
  const hasFailed = bank === 'failed' || bank === 'reversed';
  // Whoever writes down that the money has left does not know yet what comes back.
  if (payout.isPaidList && !hasFailed) return settled('paid-list');
  if (bank === 'paid') return settled('arrived');
  if (bank === 'pending') return settled('pending');
  const live = matched?.isSure ? matched.chain.live : null;
  if (live && !hasFailed) {
    if (live.amount === amount) return settled('in-batch');
    return held({ kind: 'other-amount', detail: live.reference });
  }
  if (notForBank !== null) return { kind: 'not-for-bank', why: notForBank };
  const against = holdsOf(payout, round);
  if (hasFailed) return secondRound(payout, round, against);
  const [first, ...others] = against;
  if (first) return held(first, ...others);
  return round.isRetry ? held({ kind: 'not-this-round', detail: '' }) : { kind: 'now' };
}

/** What speaks against it, the worst first, but for what only doubts where doubts are paid. */
function holdsOf({ holds, matched, hasOtherAccount }: ToDecide, { paysDoubts }: Round): Hold[] {
  const last = matched && !matched.isSure ? matched.chain.live : null;
  const all: Hold[] = [...holds, ...(last ? [{ kind: 'perhaps-paid', detail: last.reference } as const] : [])];
  return all
    .filter(({ kind, ofAccount }) => !(paysDoubts && DOUBTS.has(kind)) && !(hasOtherAccount && ofAccount))
    .sort((a, b) => HOLDS.indexOf(a.kind) - HOLDS.indexOf(b.kind));
}

function secondRound(payout: ToDecide, { isRetry }: Round, against: readonly Hold[]): Fate {
  const { bank, failure, reason, isCorrected } = payout;
  const kind = bank === 'reversed' ? 'reversed' : 'failed';
  if (!isRetry) return held({ kind, detail: reason }, ...against);
  const [first, ...others] = against;
  if (first) return held(first, ...others);
  const waits = !isCorrected && (bank === 'reversed' || needsCorrection(failure));
  return waits ? held({ kind: 'uncorrected', detail: reason }) : { kind: 'now' };
}
