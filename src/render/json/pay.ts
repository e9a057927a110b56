import type { Decided } from '../../answer/pay/payment-plan.ts';
import { batchStandings } from '../../answer/pay/payment-sums.ts';
import type { PayRecord } from '../../contract/pay.ts';
import { yuan } from '../../domain/money.ts';
import { type Fate, HOLDS, NOT_FOR_BANK, SETTLED } from '../../domain/pay/fate.ts';
import { maskAccount } from '../../domain/people/contact.ts';
import { maskText } from '../../domain/shown/masking.ts';
import type { Shown } from '../../report/findings/pair-row.ts';
import type { ExaminedPayments } from '../../report/pay/examined-payments.ts';
import { heldWords } from '../../report/pay/held-words.ts';
import { AsIs } from '../door.ts';
import type { Made } from './json.ts';
import { inputRecord, sumRecord } from './listed.ts';

/**
 * `relief/pay@1`: what becomes of every payout, which adds up to all of them; the files of the batch with their control figures; what is
 * held back, each with its reasons; what the bank did not pay, and the batches before.
 */
export function payRecord(examined: ExaminedPayments, { showIds }: Shown): Made<PayRecord> {
  const { plan, sums, names, folder, lists, gathered, say } = examined;
  const { corrections, matched } = plan;
  const places = (all: readonly { readonly place: string }[]) => all.map(({ place }) => place);
  const heldRecord = (decided: Decided) => {
    const { department, measureName, name, account, amount, place } = decided.payable;
    return {
      reasons: decided.fate.kind === 'held' ? decided.fate.why.map(({ kind }) => kind) : [],
      ...heldWords(decided, say, (rule) => rule),
      department: maskText(department) || null,
      measure: maskText(measureName) || null,
      name: maskText(name),
      account: showIds ? new AsIs(account) : maskAccount(account),
      amount: amount === null ? null : yuan(amount),
      place,
    };
  };
  const part = <const W extends string>(kind: Fate['kind'], reasons: readonly W[]) => ({
    ...sumRecord(sums.byKind[kind]),
    by: reasons.flatMap((why) =>
      sums.fates.flatMap((each) => (each.kind === kind && each.why === why ? [{ why, ...sumRecord(each) }] : [])),
    ),
  });
  return {
    schema: 'relief/pay@1',
    campaign: lists.campaign && { id: lists.campaign.id, title: lists.campaign.title },
    batch: plan.batch,
    retry: plan.round.isRetry,
    written: folder !== null,
    equation: {
      payouts: sumRecord(sums.total),
      now: sumRecord(sums.byKind.now),
      settled: part('settled', SETTLED),
      held: part('held', HOLDS),
      notForBank: part('not-for-bank', NOT_FOR_BANK),
    },
    files: plan.files.map(({ bank, payments, total }, index) => ({
      bank: bank.name,
      file: names[index] ?? null,
      count: payments.length,
      amount: yuan(total),
    })),
    held: plan.decided.filter(({ fate }) => fate.kind === 'held').map(heldRecord),
    failures: examined.failures.map(({ failure, reason, ...of }) => ({
      failure,
      reason: maskText(reason),
      ...sumRecord(of),
    })),
    batches: batchStandings(plan).map(({ number, time, isWithdrawn, isWhole, files, paid, failed, open, ...of }) => ({
      batch: number,
      time,
      ...sumRecord(of),
      withdrawn: isWithdrawn,
      whole: isWhole,
      paid: sumRecord(paid),
      failed: sumRecord(failed),
      open: sumRecord(open),
      files: files.map(({ file, bank, ...figures }) => ({ bank, file, ...sumRecord(figures) })),
    })),
    onNoList: matched.orphans.flatMap(({ live }) =>
      live ? [{ reference: live.reference, amount: yuan(live.amount) }] : [],
    ),
    corrections: {
      used: corrections.used,
      unused: places(corrections.unused),
      contradicting: places(corrections.contradicting),
    },
    read: gathered,
    inputs: lists.lists.map(inputRecord),
  };
}
