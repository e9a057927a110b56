import type { Finding, FindingData, Severity } from '../domain/finding.ts';
import type { Bilingual } from '../domain/language.ts';
import type { KeyPath } from '../domain/place.ts';
import type { Budget } from '../totals/budget/budget.ts';
import type { ListedMoney } from '../totals/budget/fund-spending.ts';

/** What `relief explain` prints. */
interface RuleDocumentation {
  /** What it is called where findings are listed. */
  readonly title: string;
  /** What it looks for. */
  readonly what: string;
  /** Why that matters, with the source where it comes from one. */
  readonly why: string;
  /** What would be found. */
  readonly example: string;
  /** What to do about it. */
  readonly mend: string;
}

/** One thing that is checked: a file of its own, registered in the index of its folder. */
export interface Rule<D extends FindingData = FindingData> {
  /** Stable, kebab-case. */
  readonly id: string;
  readonly severity: Severity;
  readonly documentation: Bilingual<RuleDocumentation>;
  readonly message: Bilingual<(data: D) => string>;
}

/** What a campaign rule reports; severity only where it differs from the rule's own. */
interface Found<D extends FindingData> {
  readonly data: D;
  /** Where in the campaign file, the main place first. */
  readonly at: readonly KeyPath[];
  readonly severity?: Severity;
  readonly amount?: Finding['amount'];
}

/** A rule on the campaign file itself. */
export interface CampaignRule<D extends FindingData = FindingData> extends Rule<D> {
  /**
   * Pure: the campaign and its budget in, findings out, in the order of the file. Where lists were read, what they pay of
   * the plan is there too.
   */
  readonly find: (budget: Budget, listed: ListedMoney | null) => Iterable<Found<D>>;
}

/** Keeps a rule's own data type inside it: the registry only needs to know that message and find agree. */
export function defineRule<D extends FindingData>(rule: CampaignRule<D>): CampaignRule {
  return rule as unknown as CampaignRule;
}
