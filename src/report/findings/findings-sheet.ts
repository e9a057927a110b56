import type { Checked } from '../../checks/campaign/check-campaign.ts';
import { CAMPAIGN_RULES } from '../../checks/campaign/index.ts';
import { PLAN_RULES } from '../../checks/plan/index.ts';
import type { Rule } from '../../checks/rule.ts';
import { type Finding, SEVERITIES, type Severity } from '../../domain/finding.ts';
import { groupedBy } from '../../domain/grouped-by.ts';
import { printPlace } from '../../domain/place.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import { type Row, type Sheet, text } from '../sheet.ts';

/** The rules whose findings stand in the campaign file. */
const PLANNED_RULES: readonly Rule[] = [...CAMPAIGN_RULES, ...PLAN_RULES];

/** A finding in words. */
export function messageOf({ rule, data }: Finding, catalogue: Catalogue): string {
  return PLANNED_RULES.find(({ id }) => id === rule)?.message[catalogue.language](data) ?? rule;
}

/** Findings grouped by rule, worst first, each with its places. */
export function findingsSheet({ findings, excepted, off }: Checked, catalogue: Catalogue): Sheet {
  const { columns, sheet, ...words } = catalogue.findings;
  const groups = groupedBy(findings, ({ severity, rule }) => `${severity} ${rule}`);
  return {
    name: sheet,
    above: [],
    columns: [
      { title: columns.rule, kind: 'text', use: 'group' },
      { title: columns.message, kind: 'text' },
      { title: columns.place, kind: 'text' },
    ],
    rows: [...groups.values()].flatMap((group) => groupRows(group, catalogue)),
    below: [
      findings.length === 0 ? words.none : summary(findings, catalogue),
      ...excepted.map(({ finding, reason, until }) => words.excepted(messageOf(finding, catalogue), reason, until)),
      ...(off.length > 0 ? [words.off(catalogue.list(off))] : []),
      ...(findings.length > 0 ? [words.explain] : []),
    ],
  };
}

/** How many findings of each severity. */
function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, hint: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

function summary(findings: readonly Finding[], catalogue: Catalogue): string {
  const counts = countBySeverity(findings);
  return catalogue.findings.summary(...(SEVERITIES.map((severity) => counts[severity]) as [number, number, number]));
}

function groupRows(group: readonly Finding[], catalogue: Catalogue): Row[] {
  const [first] = group;
  if (!first) return [];
  const { rule, severity } = first;
  const title = PLANNED_RULES.find(({ id }) => id === rule)?.documentation[catalogue.language].title ?? rule;
  const heading = `${catalogue.severity[severity]} ${title} ${rule}${catalogue.parenthesised(String(group.length))}`;
  return [
    { level: 'band', cells: [text(heading, severity), text(''), text('')] },
    ...group.map((finding): Row => {
      const [place, ...others] = finding.places;
      const where = place
        ? printPlace(place) + (others.length > 0 ? ` ${catalogue.findings.others(finding.places.length)}` : '')
        : '';
      return {
        level: 'item',
        cells: [text(rule), text(messageOf(finding, catalogue)), text(where, 'muted')],
      };
    }),
  ];
}
