import { checkPairs } from '../checks/pair/check-pairs.ts';
import { ROSTER_RULES } from '../checks/roster/index.ts';
import { resolveIdentities } from '../identity/resolve.ts';
import type { ExaminedCover } from '../report/examined-cover.ts';
import { coverageOf } from '../totals/coverage.ts';
import { enrol } from '../totals/enrolment.ts';
import { unpaidRows } from '../totals/unpaid.ts';
import type { Context } from './context.ts';
import type { ListFlags } from './list-flags.ts';
import { type CampaignAt, FOR_OTHERS, whileReading } from './lists.ts';
import type { GivenRosters } from './rosters.ts';

export interface CoverOptions extends ListFlags {
  /** Lists of what was paid earlier: whoever is on them was reached. */
  readonly against?: readonly string[];
  readonly limit?: number;
  readonly householdByAddress?: boolean;
}

/** Reads lists and rosters, resolves their rows to people, and tells who was reached. The caller closes their database. */
export async function examineCover(
  given: readonly string[],
  campaign: CampaignAt | null,
  { rosters, inputs }: GivenRosters,
  { against = [], limit, householdByAddress = false, ...options }: CoverOptions,
  context: Context,
): Promise<ExaminedCover> {
  const isChinese = context.catalogue.language === 'zh';
  const { default: dedupe } = await (isChinese ? import('../text/dedupe-zh.ts') : import('../text/dedupe-en.ts'));
  const { default: cover } = await (isChinese ? import('../text/cover-zh.ts') : import('../text/cover-en.ts'));
  const say = { ...dedupe, findings: { ...dedupe.findings, moreFindings: cover.moreFindings } };
  const leaveOut = FOR_OTHERS.filter(
    (field) => !householdByAddress || (field !== 'subdistrict' && field !== 'address'),
  );
  return whileReading(
    given,
    campaign,
    { ...options, against, others: inputs, leaveOut, byFile: campaign === null },
    context,
    async (lists, words) => {
      await resolveIdentities(lists, { householdByAddress, noRepeated: true });
      const enrolment = await enrol(lists, rosters);
      const coverage = await coverageOf(lists, enrolment);
      const pairs = await checkPairs(lists, context.io.today(), { among: ROSTER_RULES, enrolment, first: limit });
      return { lists, unpaid: await unpaidRows(lists), enrolment, coverage, pairs, say, words, cover };
    },
  );
}
