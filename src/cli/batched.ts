import { existsSync } from 'node:fs';
import { ledgerBeside } from '../read/register/beside.ts';
import type { KeyedLedger } from '../totals/reconcile/known-payouts.ts';
import type { CampaignAt } from './list-inputs.ts';

/**
 * The ledger of a campaign's payments, where it has one: bank returns are tied by its references before anything else. What reads it
 * is loaded only where there is one.
 * @throws InvalidInput where it can't be read.
 */
export async function batchedPayments(campaign: CampaignAt | null): Promise<KeyedLedger | null> {
  if (!campaign || campaign.path === '-' || !existsSync(ledgerBeside(campaign.path))) return null;
  const { ledgerAt } = await import('./payment-ledger.ts');
  const { key, ...at } = ledgerAt(campaign);
  return key && { ...at, key };
}
