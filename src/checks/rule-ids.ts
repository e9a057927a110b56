/**
 * The id of every rule, apart from the rules themselves: a rule that checks references to rules would otherwise import
 * itself. The registry's type makes it the same list.
 */
export const RULE_IDS = [
  'amount-contradicts-standard',
  'total-contradicts-items',
  'fund-over-ceiling',
  'earmark-broken',
  'unknown-reference',
  'deadline-order',
  'amount-not-itemised',
  'reach-not-itemised',
  'unquantified-measure',
  'overlapping-measures',
  'goods-without-procurement',
  'row-rejected',
  'id-missing',
  'id-malformed',
  'id-checksum',
  'id-birth-date',
  'id-damaged-by-spreadsheet',
  'id-legacy-15',
  'id-area-unknown',
  'id-disagrees-with-row',
  'amount-unreadable',
  'amount-off-standard',
  'amount-outlier',
  'unknown-department',
  'unknown-measure',
  'late-payout',
  'not-through-bank',
  'signature-missing',
  'age-not-eligible',
] as const;

export type RuleId = (typeof RULE_IDS)[number];
