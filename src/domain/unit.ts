/**
 * What a count counts. 人次/户次 add up across measures; 人 and 户 are distinct counts and do not.
 * Names and order are those of the JSON contract's `reach`.
 */
export const REACH_UNITS = ['persons', 'households', 'items', 'personTimes', 'householdTimes'] as const;
export type ReachUnit = (typeof REACH_UNITS)[number];

/** The words that documents use for each unit; the longest that fits is meant, so 人次 is not read as 人. */
const WORDS: ReadonlyArray<readonly [string, ReachUnit]> = [
  ['个困难家庭', 'households'],
  ['户困难家庭', 'households'],
  ['个家庭', 'households'],
  ['户家庭', 'households'],
  ['家庭', 'households'],
  ['户次', 'householdTimes'],
  ['户', 'households'],
  ['人次', 'personTimes'],
  ['名次', 'personTimes'],
  ['人', 'persons'],
  ['名', 'persons'],
  ['位', 'persons'],
  ['个', 'persons'],
  ['份', 'items'],
  ['件', 'items'],
  ['套', 'items'],
  ['盒', 'items'],
  ['箱', 'items'],
  ['包', 'items'],
];

/** All the words above as one alternation for a regular expression. */
export const UNIT_WORDS_PATTERN = WORDS.map(([word]) => word).join('|');

/** The unit that a printed word means, or undefined. */
export function reachUnitOf(word: string): ReachUnit | undefined {
  return WORDS.find(([known]) => known === word)?.[1];
}

/** The word that relief itself prints for a unit. */
export const UNIT_WORD: Readonly<Record<ReachUnit, string>> = {
  persons: '人',
  households: '户',
  items: '份',
  personTimes: '人次',
  householdTimes: '户次',
};

/**
 * May a rate per `per` be multiplied by a count of `unit`? The same unit, of course; a rate per person fits 人次 (each time
 * one person is paid) and a rate per household 户次; a count of packages (份) fits any rate, for each goes to one.
 * A rate that names no unit (`50元至230元`) fits every count.
 */
export function rateFits(per: readonly ReachUnit[], unit: ReachUnit): boolean {
  if (per.length === 0 || unit === 'items') return true;
  const once: Partial<Record<ReachUnit, ReachUnit>> = { personTimes: 'persons', householdTimes: 'households' };
  return per.some((rateUnit) => (once[rateUnit] ?? rateUnit) === (once[unit] ?? unit));
}
