import type { PaymentBank } from '../domain/campaign/payment-banks.ts';
import { ledgerBeside } from '../read/register/beside.ts';
import type { ExaminedPayments } from '../report/pay/examined-payments.ts';
import { wordsFor } from '../text/words.ts';
import type { PayWords } from '../text/zh/pay.ts';
import { newPaymentKey } from '../write/register/new-payment-key.ts';
import { examine } from './campaigns.ts';
import type { Context } from './context.ts';
import { UsageError } from './errors.ts';
import { examinePayments, type PayOptions } from './examine-payments.ts';
import { sortInputs } from './list-flags.ts';
import { ledgerAt } from './payment-ledger.ts';
import { withdrawBatch } from './withdraw-batch.ts';
import { batchNames, writeBatch } from './write-batch.ts';

export interface RoundOptions extends PayOptions {
  readonly output?: string;
  readonly retry?: boolean;
  readonly payDoubts?: boolean;
  readonly withdraw?: string;
  readonly note?: string;
}

/** For all accounts of a campaign that says nothing of banks. */
const ANY_BANK: PaymentBank = { name: '', match: [] };

/**
 * One round: decides, and, where a folder is named, writes the batch. The caller closes the lists' database.
 * @returns null where a batch was withdrawn, and that was all.
 * @throws InvalidInput; UsageError.
 */
export async function payRound(
  files: readonly string[],
  { output, retry = false, payDoubts = false, withdraw, note = '', ...options }: RoundOptions,
  context: Context,
): Promise<ExaminedPayments | null> {
  const { catalogue, outputs, io } = context;
  const say = await wordsFor('pay', catalogue.language);
  const { refused } = say;
  const { campaigns, lists } = sortInputs(files, 'campaign');
  const [path, another] = campaigns;
  if (path === undefined || path === '-') throw new UsageError(refused.needsCampaign);
  if (another !== undefined) throw new UsageError(catalogue.cli.oneCampaign);
  if (options.accounts && !retry) throw new UsageError(refused.accountsNeedRetry);
  if (withdraw !== undefined && (output !== undefined || retry)) throw new UsageError(refused.withdrawsAlone);
  if (output !== undefined && isFile(output)) throw new UsageError(refused.needsFolder(output));
  const number = withdraw === undefined ? null : batchNumber(withdraw, refused);
  const [plan] = await examine([path], context);
  if (!plan) throw new UsageError(refused.needsCampaign);
  const { campaign } = plan.source;
  if (lists.length === 0 && campaign.lists.length === 0) throw new UsageError(catalogue.cli.noListsGiven);
  const known = ledgerAt({ path, campaign });
  outputs.protect([ledgerBeside(path), known.keyPath, ...(options.accounts ?? [])]);
  const at = { ...known, key: known.key ?? (output === undefined ? null : newPaymentKey(known.keyPath)) };
  const banks = campaign.banks.length > 0 ? campaign.banks : [ANY_BANK];
  const facts = { date: io.today(), batch: 0, campaign: campaign.title };
  const round = { isRetry: retry, paysDoubts: payDoubts };
  const examined = await examinePayments(lists, plan, { at, round, banks, facts }, options, context);
  try {
    if (number !== null) {
      withdrawBatch(examined, number, { at, note }, context);
      examined.lists.database.close();
      return null;
    }
    const { plan: made, sums } = examined;
    const named = { ...facts, batch: made.batch };
    const planned = { ...examined, names: batchNames(made, output ?? '', named, say) };
    if (output === undefined || sums.byKind.now.count === 0) return planned;
    return await writeBatch(planned, output, { at, facts: named }, context);
  } catch (error) {
    examined.lists.database.close();
    throw error;
  }
}

/** A report goes to a file; a batch never does. */
const isFile = (output: string): boolean => /\.(?:csv|xlsx?|json|md|txt|html)$/i.test(output);

function batchNumber(got: string, { badBatch }: PayWords['refused']): number {
  if (/^\d{1,3}$/.test(got) && Number(got) > 0) return Number(got);
  throw new UsageError(badBatch(got));
}
