import { type PaymentLedger, paymentLedger } from '../domain/pay/payment-ledger.ts';
import { invalidFile } from '../file/fault.ts';
import { keyBeside, ledgerBeside } from '../read/register/beside.ts';
import { type PaymentKey, readPaymentKey } from '../read/register/payment-key.ts';
import { PAYMENT_LINES } from '../read/register/payment-line.ts';
import { readSealed } from '../read/register/sealed-lines.ts';
import { folderOf } from './files-of.ts';
import type { CampaignAt } from './list-inputs.ts';

/** The ledger of a campaign's payments as it stands, and the key beside it. */
export interface LedgerAt {
  readonly path: string;
  readonly keyPath: string;
  readonly folder: string;
  readonly ledger: PaymentLedger;
  /** Null where there is none, since nothing was paid yet. */
  readonly key: PaymentKey | null;
  /** What its next line goes on from. */
  readonly seal: string;
}

/**
 * Reads the ledger beside a campaign's file.
 * @throws InvalidInput where a line of it was changed, or its key is not there: then nobody can tell who was paid.
 */
export function ledgerAt({ path: campaignPath, campaign }: CampaignAt): LedgerAt {
  const [path, keyPath] = [ledgerBeside(campaignPath), keyBeside(campaignPath)];
  const { events, faults, seal, whole } = readSealed(path, campaign.id, PAYMENT_LINES);
  const lines = faults.flatMap(({ line, fault }) => (fault === 'half' ? [] : [line]));
  if (lines.length > 0) throw invalidFile(path, 'payment-ledger-changed', { lines: [...new Set(lines)] });
  const ledger = paymentLedger(events);
  const key = readPaymentKey(keyPath);
  if (whole > 0 && key === null) throw invalidFile(keyPath, 'payment-key', { why: 'missing' });
  if (key && ledger.key !== '' && key.mark !== ledger.key)
    throw invalidFile(keyPath, 'payment-key', { why: 'foreign' });
  return { path, keyPath, folder: folderOf(campaignPath), ledger, key, seal };
}
