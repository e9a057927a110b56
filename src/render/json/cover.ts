import type { CoverRecord } from '../../contract/cover.ts';
import { coverageRate } from '../../domain/coverage-rate.ts';
import { EXCUSES } from '../../domain/row/roster-excuse.ts';
import { maskText } from '../../domain/shown/masking.ts';
import type { ExaminedCover } from '../../report/cover/examined-cover.ts';
import { pairMessageOf, seenPair } from '../../report/findings/pair-finding.ts';
import type { Shown } from '../../report/findings/pair-row.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { Covered, CoveredPart } from '../../totals/cover/coverage.ts';
import { shownPeople } from '../door.ts';
import { rowRecord } from './dedupe.ts';
import { each, type Made } from './json.ts';
import { inputRecord } from './listed.ts';
import { asideRecords, countsByRule, findingRecord, notCheckedRecord } from './lists.ts';

/**
 * `relief/cover@2`: who on the rosters was reached, in all (each person once), by roster, category, subdistrict and committee;
 * and what was found, worst first. `identity` says how many are on a list only because that is confirmed, and how many (`unclear`)
 * may be somebody on one, which is to be reviewed. Counts are people; `rate` is per cent with one decimal, null where nobody is eligible.
 */
export function coverRecord(examined: ExaminedCover, catalogue: Catalogue, shown: Shown): Made<CoverRecord> {
  const { lists, coverage, enrolment, pairs } = examined;
  return {
    schema: 'relief/cover@2',
    campaign: lists.campaign && { id: lists.campaign.id, title: lists.campaign.title },
    total: {
      ...coveredRecord(coverage.total),
      listed: coverage.listed,
      payouts: coverage.payouts,
      identity: coverage.identity,
      lacking: coverage.lacking,
    },
    coverage: coverage.rosters.map(({ name, asOf, dues, categories, ...covered }) => ({
      roster: name,
      asOf,
      ...coveredRecord(covered),
      dues: dues.map(({ measure, eligible, reached, listed }) => ({
        measure,
        listed,
        eligible,
        reached,
        omitted: eligible - reached,
        rate: rateOf(reached, eligible),
      })),
      categories: categories.map((part) => ({ category: nameOf(part.category), ...coveredRecord(part) })),
    })),
    blocked: enrolment.rosters.flatMap(({ name, blocked, asOf }) =>
      blocked === null ? [] : [{ roster: name, asOf, reason: blocked }],
    ),
    bySubdistrict: coverage.subdistricts.map((part) => ({
      subdistrict: nameOf(part.subdistrict),
      ...coveredRecord(part),
      committees: coverage.committees
        .filter(({ subdistrict }) => subdistrict === part.subdistrict)
        .map((committee: CoveredPart) => ({ committee: nameOf(committee.committee), ...coveredRecord(committee) })),
    })),
    summary: { bySeverity: pairs.counts, byRule: countsByRule(pairs.groups) },
    notChecked: pairs.notChecked.map(notCheckedRecord),
    rulesOff: pairs.off,
    excepted: pairs.excepted.map(({ finding, reason, until }) => ({
      ...findingRecord(finding, pairMessageOf(finding, catalogue)),
      reason,
      until,
    })),
    read: examined.gathered,
    inputs: lists.lists.map(inputRecord),
    against: lists.earlier.map(inputRecord),
    rosters: lists.rosters.map(inputRecord),
    skippedSheets: lists.skipped,
    setAside: asideRecords(examined),
    findings: findings(examined, catalogue, shown),
  };
}

function coveredRecord({ onRoster, eligible, reached, missed, omitted, elsewhere, unclear, lifted, ...rest }: Covered) {
  return {
    onRoster,
    eligible,
    reached,
    omitted: missed,
    rate: rateOf(reached, eligible),
    onNoList: omitted,
    onOtherLists: elsewhere,
    unclear,
    excused: { ...each(EXCUSES, (excuse) => rest[excuse]), lifted },
  };
}

const rateOf = (reached: number, eligible: number) =>
  eligible === 0 ? null : coverageRate(reached, eligible).replace('%', '');

const nameOf = (text: string | null) => (text === null ? null : maskText(text) || null);

async function* findings({ pairs }: ExaminedCover, catalogue: Catalogue, shown: Shown) {
  for await (const finding of pairs.stream()) {
    const { message, people, rows } = seenPair(finding, catalogue, shown);
    yield {
      ...findingRecord(finding, message, shownPeople(people, shown)),
      band: finding.band,
      rows: rows.map((row) => ({ role: row.role, ...rowRecord(row) })),
    };
  }
}
