import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Measure } from '../../domain/campaign/measure.ts';
import type { NotApplicable } from './row-rule.ts';

/** Why a rule finds nothing to ask in the measures that are listed: the campaign has none that it is about, or no payout is of one. */
export const unlisted = ({ departments }: Campaign, isAsked: (measure: Measure) => boolean): NotApplicable =>
  departments.some(({ measures }) => measures.some(isAsked)) ? 'not-listed' : 'no-policy';
