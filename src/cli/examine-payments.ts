import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { foundHolds } from '../answer/pay/found-holds.ts';
import { payables } from '../answer/pay/payables.ts';
import { paymentPlan } from '../answer/pay/payment-plan.ts';
import { paymentSums } from '../answer/pay/payment-sums.ts';
import { saidInCases } from '../answer/pay/said-in-cases.ts';
import { checkGroups } from '../checks/group/check-groups.ts';
import { PAYOUT_RULES } from '../checks/group/index.ts';
import { keyOf } from '../checks/group/removed-rows.ts';
import blockedPayee from '../checks/roster/blocked-payee.ts';
import { checkRows } from '../checks/row/check-rows.ts';
import type { PaymentBank } from '../domain/campaign/payment-banks.ts';
import type { Round } from '../domain/pay/fate.ts';
import { referenceCode } from '../domain/pay/reference.ts';
import { registerBeside } from '../read/register/beside.ts';
import { PaymentKey } from '../read/register/payment-key.ts';
import { readRegister } from '../read/register/register.ts';
import { hasReferences } from '../render/pay/payment-columns.ts';
import { type BatchFacts, unfitFor } from '../render/pay/payment-file.ts';
import type { ExaminedPayments } from '../report/pay/examined-payments.ts';
import { wordsFor } from '../text/words.ts';
import { enrol } from '../totals/cover/enrolment.ts';
import { nonPayoutsOf } from '../totals/lists/non-payouts.ts';
import { KEPT_FOR_PAYMENTS } from '../totals/reconcile/payments.ts';
import { reconciliationOf } from '../totals/reconcile/reconciliation.ts';
import type { Examined } from './campaigns.ts';
import type { Context } from './context.ts';
import { readCorrections } from './corrections.ts';
import type { ListFlags } from './list-flags.ts';
import type { LedgerAt } from './payment-ledger.ts';
import { whileResolved } from './resolved-lists.ts';
import { type ReturnFlags, returnsFor } from './returns.ts';

export interface PayOptions extends ListFlags, ReturnFlags {
  readonly roster?: readonly string[];
  readonly blocked?: readonly string[];
  /** Lists of corrected accounts. */
  readonly accounts?: readonly string[];
}

/** What a round is made with. */
export interface PayTerms {
  readonly at: LedgerAt;
  readonly round: Round;
  /** Those of the campaign, or one for all accounts where it has none. */
  readonly banks: readonly PaymentBank[];
  readonly facts: BatchFacts;
}

/**
 * Reads all that belongs to a campaign, and decides of every payout what becomes of it in this round. Nothing is written. The caller
 * closes the lists' database.
 */
export async function examinePayments(
  given: readonly string[],
  { source, budget }: Examined,
  { at, round, banks, facts }: PayTerms,
  options: PayOptions,
  context: Context,
): Promise<ExaminedPayments> {
  const campaign = { path: source.file.path, campaign: source.campaign };
  const today = context.io.today();
  const columns = options.column ?? new Map<string, string>();
  const returns = returnsFor(campaign, options, columns, today);
  // Where nothing is written, nothing that is made with it is kept.
  const key = at.key ?? new PaymentKey(randomBytes(32).toString('hex'));
  const keyed = { ledger: at.ledger, folder: at.folder, key };
  const corrections = await readCorrections(options.accounts ?? [], columns, key);
  const say = await wordsFor('pay', context.catalogue.language);
  const resolving = { ...options, returned: returns.inputs, keeps: KEPT_FOR_PAYMENTS, withBanks: true };
  return whileResolved(given, campaign, resolving, context, async ({ lists, gathered, rosters, words }) => {
    const enrolment = lists.rosters.length > 0 ? await enrol(lists, rosters) : null;
    const { batched, failures } = await reconciliationOf(lists, returns.entries, budget, keyed);
    const matched = batched ?? { byPayout: new Map(), orphans: [] };
    const checked = await checkRows(lists, today);
    const among = enrolment ? [...PAYOUT_RULES, blockedPayee] : PAYOUT_RULES;
    const pairs = await checkGroups(lists, today, { among, enrolment, certain: options.certain });
    const all = await payables(lists, keyed);
    const places = new Map(all.map((each) => [keyOf(each), each.place]));
    const placeOf = (row: { readonly list: number; readonly row: number }) => places.get(keyOf(row)) ?? '';
    const inBatches = [...matched.byPayout].flatMap(([payout, { chain }]) => (chain.live ? [keyOf(payout)] : []));
    const paid = all.flatMap((each) => (each.state === 'paid' || each.state === 'pending' ? [keyOf(each)] : []));
    const left = new Set([...inBatches, ...paid]);
    const plan = paymentPlan({
      payables: all,
      matched,
      found: await foundHolds(lists, pairs, (row) => left.has(keyOf(row)), placeOf),
      said: await saidInCases(lists, eventsOf(campaign.path, source.campaign.id), placeOf),
      keyed,
      corrections,
      round,
      banks,
      code: codeOf(source.campaign.id),
      unfit: (payout, bank) => {
        const cell = unfitFor(payout, bank, facts);
        return cell && { kind: 'unfit', detail: `${cell.unfit} ${cell.field}` };
      },
    });
    const used = new Set(plan.files.map(({ bank }) => bank));
    return {
      lists,
      gathered,
      nonPayouts: await nonPayoutsOf(lists),
      checked,
      words,
      plan,
      sums: paymentSums(plan),
      failures,
      names: [],
      withoutReferences: [...used].filter((bank) => !hasReferences(bank)).map(({ name }) => name),
      folder: null,
      say,
    };
  });
}

/** The letters by which a campaign's references are known from those of others. */
function codeOf(id: string): string {
  const { hash } = process.getBuiltinModule('node:crypto');
  return referenceCode(hash('sha256', id));
}

function eventsOf(path: string, campaign: string) {
  const register = registerBeside(path);
  return existsSync(register) ? readRegister(register, campaign).events : [];
}
