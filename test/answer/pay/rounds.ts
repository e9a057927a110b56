import type { PaymentPlan } from '../../../src/answer/pay/payment-plan.ts';
import { batchStandings, paymentSums } from '../../../src/answer/pay/payment-sums.ts';
import { paymentLedger } from '../../../src/domain/pay/payment-ledger.ts';
import { random } from '../../random.ts';
import { SimulatedCampaign } from './simulated-campaign.ts';

/** An assertion that costs nothing: it is asked millions of times. */
function same(got: unknown, wanted: unknown, what: string): void {
  if (got !== wanted) throw new Error(`${what}: ${String(got)}, and not ${String(wanted)}`);
}

/** How many payments there were, and how many had to be tried again: a test that pays nobody says nothing. */
export interface Told {
  rounds: number;
  payments: number;
  retries: number;
}

/** Lives through campaigns, each of so many rounds, and looks at everything after each round. */
export function liveThrough(campaigns: number, rounds: number, seed: number): Told {
  const told = { rounds: 0, payments: 0, retries: 0 };
  for (let nth = 0; nth < campaigns; nth += 1) {
    const draw = random(seed + nth);
    const campaign = new SimulatedCampaign(draw, 6 + Math.floor(draw() * 8));
    for (let round = 0; round < rounds; round += 1) {
      const plan = campaign.plan(draw() < 0.5);
      checkPlan(plan, campaign);
      campaign.send(plan);
      checkNobodyTwice(campaign);
      campaign.bankReturns();
      campaign.editLists();
      told.rounds += 1;
      told.payments += plan.files.reduce((sum, { payments }) => sum + payments.length, 0);
      told.retries += plan.round.isRetry ? plan.files.reduce((sum, { payments }) => sum + payments.length, 0) : 0;
    }
    told.rounds += checkNobodyDropped(campaign);
  }
  return told;
}

/** Every payout has one fate, the sums are those of all, and the files hold just what is paid now. */
function checkPlan(plan: PaymentPlan, { dues, events }: SimulatedCampaign): void {
  const listed = dues.filter(({ isListed }) => isListed);
  const sums = paymentSums(plan);
  same(plan.decided.length, listed.length, 'payouts with a fate');
  const parts = Object.values(sums.byKind);
  same(
    parts.reduce((sum, { count }) => sum + count, 0),
    listed.length,
    'payouts of all fates',
  );
  same(
    parts.reduce((sum, { amount }) => sum + amount, 0n),
    listed.reduce((sum, { amount }) => sum + amount, 0n),
    'money of all fates',
  );
  const payments = plan.files.flatMap((file) => file.payments);
  same(payments.length, sums.byKind.now.count, 'payments');
  for (const { payments: own, total, bank } of plan.files) {
    same(
      own.reduce((sum, { amount }) => sum + amount, 0n),
      total,
      'total of a file',
    );
    same(own.length <= (bank.maxRows ?? own.length), true, 'room in a file');
  }
  same(
    plan.files.reduce((sum, { total }) => sum + total, 0n),
    sums.byKind.now.amount,
    'total of the batch',
  );
  same(new Set(payments.map(({ reference }) => reference)).size, payments.length, 'references');
  for (const batch of batchStandings(plan)) {
    const filed = events.filter(({ kind, batch: number }) => kind === 'filed' && number === batch.number);
    same(
      filed.reduce((sum, { count }) => sum + count, 0),
      batch.count,
      'payments filed',
    );
    same(
      filed.reduce((sum, { amount }) => sum + amount, 0n),
      batch.amount,
      'money filed',
    );
    same(batch.isWhole, true, 'a whole batch');
  }
}

function checkNobodyTwice(campaign: SimulatedCampaign): void {
  for (const due of campaign.dues) {
    const times = campaign.timesPaid(due);
    same(times <= 1, true, `${due.name} ${due.id} is paid ${times} times`);
  }
}

/** So often everything is put right, tried, and tried again. */
const LAST_ROUNDS = 8;
/** What somebody has to look at, or the bank has answered last. */
const WAITING: readonly string[] = ['perhaps-paid', 'other-amount', 'failed', 'reversed', 'uncorrected'];

/** Where everything is put right at last, everybody is paid, or is waiting for somebody who can tell people apart. */
function checkNobodyDropped(campaign: SimulatedCampaign): number {
  for (const due of campaign.dues) Object.assign(due, { isListed: true, isWrong: false });
  for (let round = 0; round < LAST_ROUNDS; round += 1) {
    campaign.bankReturns(1);
    for (const isRetry of [false, true]) campaign.send(campaign.plan(isRetry, 1));
    checkNobodyTwice(campaign);
  }
  const plan = campaign.plan(false);
  for (const { payable, fate } of plan.decided) {
    const due = campaign.dues.find((each) => each.account === payable.account && each.measure === payable.measure);
    const paid = due ? campaign.timesPaid(due) : 0;
    if (paid > 0 || fate.kind === 'now') continue;
    const why = fate.kind === 'held' ? fate.why.map(({ kind }) => kind) : [fate.kind];
    same(WAITING.includes(why[0] ?? ''), true, `${payable.name} waits for ${why[0]}`);
  }
  same(paymentLedger(campaign.events).chains.length > 0, true, 'anybody is paid');
  return 2 * LAST_ROUNDS;
}
