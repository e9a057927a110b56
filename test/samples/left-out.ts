import { CAMPAIGN_RULES } from '../../src/checks/campaign/index.ts';

/** What the sample does not show, and why. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    CAMPAIGN_RULES.map(({ id }) => [
      id,
      'the campaign file of the sample is right; campaigns/ has documents that are not',
    ]),
  ),
  'listed-over-plan': 'the campaign plans no counts and no amounts: lists alone say what is paid',
  'planned-not-listed': 'the same',
  'over-person-ceiling': 'each of the amounts out of all proportion would be over a ceiling too, and be told twice',
  'over-household-ceiling': 'the same',
  'split-payment': 'the plan of the sample pays each amount whole',
  'omitted-from-measure': 'no roster of the sample is of one measure',
  'not-on-roster': 'the same',
  'remark-against-payout': 'no list of the sample has remarks',
};
