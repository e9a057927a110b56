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
] as const;

export type RuleId = (typeof RULE_IDS)[number];
