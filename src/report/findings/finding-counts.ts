import type { Finding, Severity } from '../../domain/finding.ts';
import { SEVERITIES } from '../../domain/finding.ts';
import type { ExaminedPairs } from '../dedupe/examined-pairs.ts';

/** How many findings there are of each severity: of the plan, and on lists, where any were read. */
export function findingCounts(
  plan: readonly Finding[],
  listed: Pick<ExaminedPairs, 'checked' | 'pairs'> | null,
): Record<Severity, number> {
  const counts = { error: 0, warning: 0, hint: 0 };
  for (const { severity } of plan) counts[severity] += 1;
  for (const severity of SEVERITIES) {
    counts[severity] += listed ? listed.checked.counts[severity] + listed.pairs.counts[severity] : 0;
  }
  return counts;
}
