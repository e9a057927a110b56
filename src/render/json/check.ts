import type { ExaminedCheck } from '../../report/check/examined-check.ts';
import { pairMessageOf, seenPair } from '../../report/findings/pair-finding.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { JsonRecord } from './json.ts';
import { inputRecord } from './listed.ts';
import { countsByRule, findingRecord, notCheckedRecord, withLists } from './lists.ts';

const MASKED = { showIds: false };

/**
 * `relief/check@2`: what was found on the campaign, on rows of bank returns that can't be understood, and on single rows of lists
 * and rosters; `returns` are the bank's files with their row equations.
 */
export function withRows(record: JsonRecord, examined: ExaminedCheck, catalogue: Catalogue): JsonRecord {
  const { lists, pairs, checked } = examined;
  const bySeverity = { ...checked.counts };
  for (const severity of Object.keys(bySeverity) as (keyof typeof bySeverity)[])
    bySeverity[severity] += pairs.counts[severity];
  const own = (key: string) => (record[key] ?? []) as readonly object[];
  return withLists(
    {
      ...record,
      schema: 'relief/check@2',
      summary: { bySeverity, byRule: countsByRule([...pairs.groups, ...checked.groups]) },
      notChecked: pairs.notChecked.map(notCheckedRecord),
      rulesOff: [...own('rulesOff'), ...pairs.off],
      excepted: [
        ...own('excepted'),
        ...pairs.excepted.map(({ finding, reason, until }) => ({
          ...findingRecord(finding, pairMessageOf(finding, catalogue)),
          reason,
          until,
        })),
      ],
      findings: findings(own('findings'), examined, catalogue),
      returns: lists.returns.length > 0 ? lists.returns.map(inputRecord) : undefined,
    },
    examined,
    catalogue,
  );
}

async function* findings(before: readonly object[], { pairs }: ExaminedCheck, catalogue: Catalogue) {
  yield* before;
  for await (const finding of pairs.stream()) {
    const { message, people } = seenPair(finding, catalogue, MASKED);
    yield findingRecord(finding, message, people);
  }
}
