import { ruleOf } from '../../checks/index.ts';
import { coverageRate } from '../../domain/coverage-rate.ts';
import { type Finding, SEVERITIES } from '../../domain/finding.ts';
import { grouped, roundedWan, yuan } from '../../domain/money.ts';
import { printPlace } from '../../domain/place.ts';
import { maskedName, maskText } from '../../domain/shown/masking.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { ReportWords } from '../../text/zh/page.ts';
import type { ScorecardWords } from '../../text/zh/scorecard.ts';
import { usualAmount } from '../../totals/lists/usual-amount.ts';
import { budgetReport } from '../budget/budget-report.ts';
import type { ExaminedCases } from '../cases/examined-cases.ts';
import { findingCounts } from '../findings/finding-counts.ts';
import { messageOf } from '../findings/findings-sheet.ts';
import { everyFinding } from '../findings/pair-finding.ts';
import { shortPlaces } from '../findings/pair-row.ts';
import { outlierAside } from '../lists/outlier-words.ts';
import { passedOverLines } from '../lists/passed-over.ts';
import { gatheredLines, readWords } from '../lists/read-words.ts';
import { scoredOf, scores } from '../lists/scorecard.ts';
import { casesPanel } from './cases-panel.ts';
import { withoutNames } from './names-withheld.ts';
import type { Overview } from './overview.ts';
import type { Headline, Page, PageFinding } from './page.ts';
import { pageCharts } from './page-charts.ts';

/** More findings than this nobody reads on a page; the others are in the csv. */
const MOST_FINDINGS = 5000;
const PLACES_SHOWN = 4;
const PEOPLE_SHOWN = 6;

const figure = (count: number | bigint) => grouped(String(count));

export interface PageOptions {
  readonly day: string;
  readonly version: string;
  /** Whether names are masked too, for publication. */
  readonly maskNames: boolean;
  /** Held against their register, where there is one. */
  readonly cases: ExaminedCases | null;
}

/** What a leader wants to see of a campaign, in the order of importance. */
export async function leaderPage(
  overview: Overview,
  words: ReportWords,
  scorecard: ScorecardWords,
  catalogue: Catalogue,
  { day, version, maskNames, cases }: PageOptions,
): Promise<Page> {
  const { budget, checked, listed } = overview;
  const { title, issuer, document, region, issued } = budget.campaign;
  const { findings, byRule } = await findingsOf(overview, catalogue, maskNames);
  const bySeverity = findingCounts([...checked.findings, ...overview.planned], listed);
  const counts = SEVERITIES.map((severity) => bySeverity[severity]);
  return {
    title,
    subtitle: [issuer ?? region, document, issued].filter((part) => part !== undefined).join('  '),
    read: listed
      ? [
          readWords(listed, catalogue),
          ...passedOverLines(listed),
          ...gatheredLines(listed, catalogue).map(([, line]) => line),
        ]
      : [],
    headlines: headlines(overview, words, counts),
    scores: scores(scoredOf(overview), scorecard),
    charts: pageCharts(overview, words),
    cases: cases && casesPanel(cases, words, catalogue),
    findings: findings.slice(0, MOST_FINDINGS),
    found: counts.reduce((sum, count) => sum + count, 0),
    byRule,
    tables: budgetReport(budget, checked, catalogue)
      .sheets.filter(({ isPicture }) => !isPicture)
      .slice(0, 2),
    made: words.made(day, version),
    dated: words.dated(day),
  };
}

function headlines(
  { budget, listed, coverage, reconciliation }: Overview,
  { headlines: words }: ReportWords,
  counts: readonly number[],
): Headline[] {
  const { campaign, amount, itemised } = budget;
  const reach = campaign.stated?.reach?.value ?? itemised.reach.all;
  const [errors = 0, warnings = 0, hints = 0] = counts;
  const stated = (text: string | undefined) => (text === undefined ? '' : words.stated(text));
  const bound = itemised.lowerBound && budget.basis === 'itemised' ? '≥' : '';
  const { low = 0, high = 0 } = listed?.totals.people.range ?? {};
  return [
    {
      label: words.planned,
      value: amount === null ? '—' : bound + words.wan(roundedWan(amount)),
      remark: amount === null ? words.unknown : stated(campaign.stated?.amount?.text),
    },
    {
      label: words.reach,
      value: reach === null ? '—' : words.times(figure(reach)),
      remark: reach === null ? words.unknown : stated(campaign.stated?.reach?.text),
    },
    ...(listed
      ? [
          {
            label: words.listed,
            value:
              (listed.totals.total.withoutAmount > 0 ? '≥' : '') +
              words.wan(roundedWan(usualAmount(listed.totals.total))),
            remark:
              words.payouts(figure(listed.totals.total.payouts)) + outlierAside(listed.totals.total, listed.words),
          },
          {
            label: words.persons,
            value: words.people(figure(listed.totals.total.persons)),
            remark: low === high ? '' : words.between(figure(low), figure(high)),
          },
        ]
      : []),
    ...(coverage
      ? [
          {
            label: words.covered,
            value: coverageRate(coverage.total.reached, coverage.total.eligible),
            remark: words.coveredOf(figure(coverage.total.reached), figure(coverage.total.eligible)),
          },
        ]
      : []),
    ...(reconciliation
      ? [
          {
            label: words.paid,
            value: words.wan(roundedWan(reconciliation.total.paid.amount)),
            remark:
              reconciliation.total.failed.count > 0 ? words.failed(figure(reconciliation.total.failed.count)) : '',
          },
        ]
      : []),
    {
      label: words.findings,
      value: figure(errors + warnings + hints),
      remark: words.bySeverity(figure(errors), figure(warnings), figure(hints)),
    },
  ];
}

/** The worst first: of the plan, between plan and lists, between rows, on single rows; of any severity in that order. */
async function findingsOf(
  { checked, planned, listed }: Overview,
  catalogue: Catalogue,
  maskNames: boolean,
): Promise<Pick<Page, 'findings' | 'byRule'>> {
  const title = (rule: string) => ruleOf(rule)?.documentation[catalogue.language].title ?? rule;
  const own = (finding: Finding): PageFinding => ({
    severity: finding.severity,
    rule: finding.rule,
    title: title(finding.rule),
    message: messageOf(finding, catalogue),
    people: [],
    places: finding.places.map((place) => printPlace(place)),
    departments: [],
    amount: finding.amount === null ? '' : grouped(yuan(finding.amount)),
  });
  const all = [...checked.findings, ...planned].map(own);
  const byRule = new Map<string, number>();
  const count = (rule: string, more: number) => byRule.set(rule, (byRule.get(rule) ?? 0) + more);
  for (const { rule } of all) count(rule, 1);
  if (listed) {
    for (const group of [...listed.pairs.groups, ...listed.checked.groups]) count(group.rule.id, group.count);
    const short = shortPlaces(listed.lists, listed.say.findings.row);
    const worst = everyFinding(listed, catalogue, { showIds: false }, { most: MOST_FINDINGS });
    for await (const { finding, title, message, people, rows } of worst) {
      const names = maskNames ? people.map(maskedName) : people;
      all.push({
        severity: finding.severity,
        rule: finding.rule,
        title,
        message: maskNames ? withoutNames(message, finding) : message,
        people: names.slice(0, PEOPLE_SHOWN),
        places: finding.places.slice(0, PLACES_SHOWN).map((place) => maskText(short(place))),
        departments: [...new Set(rows.map(({ department }) => department).filter(Boolean))],
        amount: finding.amount === null ? '' : grouped(yuan(finding.amount)),
      });
    }
  }
  return { findings: SEVERITIES.flatMap((severity) => all.filter((finding) => finding.severity === severity)), byRule };
}
