import type { RowSummary } from '../../checks/row/check-rows.ts';
import type { RowFinding } from '../../checks/row/found-rows.ts';
import { SEVERITIES } from '../../domain/finding.ts';
import { printPlace } from '../../domain/place.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { ExaminedLists } from '../lists/examined-lists.ts';
import { passedOverCauses } from '../lists/passed-over.ts';
import { type Row, type Sheet, text } from '../sheet.ts';
import { causesOf } from './causes.ts';
import { rowMessageOf } from './messages.ts';

/**
 * Findings on rows as people read them: by rule, worst first, of each list the first few and how many there are. `people` says
 * how the people of a finding are called, where they are not to be masked.
 */
export function rowFindingsSheet(
  examined: ExaminedLists,
  catalogue: Catalogue,
  people: People = (finding) => finding.people,
): Sheet {
  const { checked, words } = examined;
  const { columns, sheet, none } = words.findings;
  const kinds = new Map<string, RowSummary[]>();
  for (const group of checked.groups) {
    const key = `${group.severity} ${group.rule.id}`;
    kinds.set(key, [...(kinds.get(key) ?? []), group]);
  }
  const counts = SEVERITIES.map((severity) => checked.counts[severity]) as [number, number, number];
  const found = checked.groups.length > 0;
  return {
    name: sheet,
    above: [],
    columns: [
      { title: columns.rule, kind: 'text', use: 'group' },
      { title: columns.message, kind: 'text' },
      { title: columns.person, kind: 'text' },
      { title: columns.place, kind: 'text' },
    ],
    rows: [...kinds.values()].flatMap((groups) => kindRows(groups, examined, catalogue, people)),
    below: [
      found ? catalogue.findings.summary(...counts) : none,
      ...checked.excepted.map(({ finding, reason, until }) =>
        catalogue.findings.excepted(rowMessageOf(finding, catalogue), reason, until),
      ),
      ...[...causesOf(checked.notChecked, words, catalogue), ...passedOverCauses(examined)].map(({ why, rules }) =>
        words.findings.notChecked(why, catalogue.list(rules.map(({ id }) => id))),
      ),
      ...(checked.off.length > 0 ? [catalogue.findings.off(catalogue.list(checked.off))] : []),
      ...(found ? [catalogue.findings.explain] : []),
    ],
  };
}

type People = (finding: RowFinding) => readonly string[];

function kindRows(
  groups: readonly RowSummary[],
  { words }: ExaminedLists,
  catalogue: Catalogue,
  people: People,
): Row[] {
  const [first] = groups;
  if (!first) return [];
  const { rule, severity } = first;
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  const title = rule.documentation[catalogue.language].title;
  const heading = `${catalogue.severity[severity]} ${title} ${rule.id}${catalogue.parenthesised(String(count))}`;
  return [
    { level: 'band', cells: [text(heading, severity), text(''), text(''), text('')] },
    ...groups.flatMap((group): Row[] => {
      const shown = group.first.map((finding) => findingRow(finding, catalogue, people));
      if (group.count <= group.first.length) return shown;
      const { origin, sheet } = group.list.source;
      const file = sheet === null ? origin.file : `${origin.file}[${sheet}]`;
      const more = words.findings.more(file, group.count, group.first.length);
      return [...shown, { level: 'detail', cells: [text(rule.id), text(more, 'muted'), text(''), text('')] }];
    }),
  ];
}

function findingRow(finding: RowFinding, catalogue: Catalogue, people: People): Row {
  const [place] = finding.places;
  return {
    level: 'item',
    cells: [
      text(finding.rule),
      text(rowMessageOf(finding, catalogue)),
      text(catalogue.list(people(finding))),
      text(place ? printPlace({ ...place, column: null }) : '', 'muted'),
    ],
  };
}
