import type { Campaign } from '../campaign/campaign.ts';
import type { Measure } from '../campaign/measure.ts';

/**
 * Whether a measure is to be paid through a bank: as it says itself, else as the campaign rules for cash. Null where the
 * document leaves it open, also for one that gives both cash and goods, since a row may be either.
 */
export function throughBank({ form, delivery }: Measure, campaign: Campaign): boolean | null {
  if (form.length > 0 && !form.includes('cash')) return false;
  if (delivery !== undefined && delivery !== 'bank') return false;
  if (form.some((each) => each !== 'cash')) return null;
  if (delivery === 'bank') return true;
  const [ruled] = form.length > 0 ? campaign.delivery.filter((rule) => rule.form === 'cash') : [];
  return ruled ? ruled.through === 'bank' : null;
}
