import { keyOf } from '../../checks/group/removed-rows.ts';
import type { PaymentBank } from '../../domain/campaign/payment-banks.ts';
import { type Corrected, type Correction, correctionsFor } from '../../domain/pay/corrections.ts';
import { failureOf } from '../../domain/pay/failure.ts';
import type { Fate, Round, ToDecide } from '../../domain/pay/fate.ts';
import type { MatchedChain, MatchedChains } from '../../domain/pay/match-chains.ts';
import { nextBatch } from '../../domain/pay/payment-ledger.ts';
import { type BatchTerms, type Planned, type PlannedRound, planRound } from '../../domain/pay/plan-round.ts';
import { accountFault } from '../../domain/people/account-fault.ts';
import { contactKey } from '../../domain/people/contact.ts';
import type { KeyedLedger, KnownPayout } from '../../totals/reconcile/known-payouts.ts';
import type { FoundHolds } from './found-holds.ts';
import { ownHolds } from './own-holds.ts';
import type { Payable } from './payables.ts';

/** What people have said of rows in the register of cases, by `keyOf` of a row. */
export interface SaidInCases {
  /** 停发. */
  readonly stopped: ReadonlySet<string>;
  /** 更正: its account is right now. */
  readonly corrected: ReadonlySet<string>;
}

export interface PaymentInputs {
  readonly payables: readonly Payable[];
  readonly matched: MatchedChains<KnownPayout>;
  readonly found: FoundHolds;
  readonly said: SaidInCases;
  readonly keyed: KeyedLedger;
  readonly corrections: readonly Correction[];
  readonly round: Round;
  readonly banks: readonly PaymentBank[];
  /** The campaign's letters in references. */
  readonly code: string;
  readonly unfit: BatchTerms<Payable>['unfit'];
}

/** What became of a payout. */
export interface Decided {
  readonly payable: Payable;
  readonly fate: Fate;
  readonly chain: MatchedChain | null;
  /** Rules that found an error between it and other rows, which holds nothing back. */
  readonly between: readonly string[];
}

export interface PaymentPlan {
  readonly batch: number;
  readonly round: Round;
  readonly decided: readonly Decided[];
  readonly files: PlannedRound<Payable>['files'];
  readonly matched: MatchedChains<KnownPayout>;
  readonly keyed: KeyedLedger;
  readonly corrections: Pick<Corrected<Payable>, 'unused' | 'contradicting'> & { readonly used: number };
}

/** What becomes of every payout in this round, and the batch of those that are paid now. */
export function paymentPlan(inputs: PaymentInputs): PaymentPlan {
  const { payables, matched, found, keyed, round, banks, code, unfit } = inputs;
  const chains = new Map([...matched.byPayout].map(([payout, chain]) => [keyOf(payout), chain]));
  const chainOf = (payable: Payable) => chains.get(keyOf(payable)) ?? null;
  const corrected = correctionsOf(inputs, chainOf);
  const batch = nextBatch(keyed.ledger);
  const pairs = payables.map((payable) => {
    const correction = corrected.byPayout.get(payable) ?? null;
    const payout = correction ? withCorrection(payable, correction) : payable;
    return { payable, payout, toDecide: toDecide(payable, payout, correction, chainOf(payable), inputs) };
  });
  const { fates, files } = planRound(pairs, round, { banks, code, batch, unfit });
  return {
    batch,
    round,
    files,
    matched,
    keyed,
    decided: pairs.map(({ payable, payout }) => ({
      payable,
      fate: fates.get(payout) as Fate,
      chain: chainOf(payable),
      between: found.between.get(keyOf(payable)) ?? [],
    })),
    corrections: { ...corrected, used: corrected.byPayout.size },
  };
}

/** Corrections are for what the bank did not pay. */
function correctionsOf({ payables, corrections }: PaymentInputs, chainOf: (payable: Payable) => MatchedChain | null) {
  const failed = payables
    .filter(({ state }) => state === 'failed' || state === 'reversed')
    .map((payable) => ({
      payable,
      references: chainOf(payable)?.chain.payments.map(({ reference }) => reference) ?? [],
      person: payable.person,
      name: payable.name,
    }));
  const { byPayout, ...others } = correctionsFor(failed, corrections, onePerson(payables));
  return { byPayout: new Map([...byPayout].map(([{ payable }, one]) => [payable, one])), ...others };
}

/** Whether all who have a name are one person: by the number, or, where none is said, by the account. */
function onePerson(payables: readonly Payable[]): (name: string) => boolean {
  const people = new Map<string, Set<string>>();
  for (const { name, person, payee } of payables)
    people.set(name, (people.get(name) ?? new Set()).add(person || payee));
  return (name) => people.get(name)?.size === 1;
}

/** A payout to the account that somebody has corrected. */
function withCorrection(payable: Payable, { account, holder, bank }: Correction): Payable {
  return {
    ...payable,
    account,
    accountFault: accountFault(account),
    holder: holder || payable.holder,
    // What the list says of another account's bank is nothing of this one's.
    bank: bank || (isSameAccount(account, payable.account) ? payable.bank : ''),
  };
}

function toDecide(
  payable: Payable,
  payout: Payable,
  correction: Correction | null,
  matched: MatchedChain | null,
  { found, said, keyed: { key } }: PaymentInputs,
): ToDecide {
  const own = keyOf(payable);
  const { state, reason, returned, isPaidList, amount, notForBank } = payable;
  const hasOtherAccount = correction !== null && !isSameAccount(correction.account, payable.account);
  const failedWith = matched?.isSure ? matched.chain.live : null;
  const isOther = failedWith
    ? key.payee(payout.account) !== failedWith.payee
    : returned !== '' && !isSameAccount(payout.account, returned);
  const wrong = ownHolds(payout, !hasOtherAccount && found.wrongAccounts.has(own));
  const stopped = said.stopped.has(own) ? [{ kind: 'stopped', detail: '' } as const] : [];
  return {
    isPaidList,
    matched,
    bank: state,
    failure: failureOf(reason),
    reason,
    amount,
    notForBank,
    // What is wrong with a corrected account itself is wrong all the same.
    holds: [
      ...stopped,
      ...(found.holds.get(own) ?? []),
      ...wrong.map((hold) => (hasOtherAccount ? { ...hold, ofAccount: false } : hold)),
    ],
    isCorrected: correction !== null || isOther || said.corrected.has(own),
    hasOtherAccount,
  };
}

const isSameAccount = (one: string, other: string): boolean =>
  contactKey({ text: one, damaged: false }) === contactKey({ text: other, damaged: false });

export type PlannedPayment = Planned<Payable>;
