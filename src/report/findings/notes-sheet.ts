import { GROUP_RULES } from '../../checks/group-rules.ts';
import type { CheckedRows } from '../../checks/row/check-rows.ts';
import { ROW_RULES } from '../../checks/row/index.ts';
import type { Rule } from '../../checks/rule.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { AnyExamined } from '../dedupe/examined-pairs.ts';
import { passedOverCauses } from '../lists/passed-over.ts';
import { type Row, type Sheet, type Style, text } from '../sheet.ts';
import { causesOf } from './causes.ts';
import { rowMessageOf } from './messages.ts';
import { pairMessageOf } from './pair-finding.ts';

/** What nobody should take for a pass: rules that did not run, those that are turned off, and findings that are excepted. */
export function notesSheet(examined: AnyExamined, catalogue: Catalogue): Sheet | null {
  const { pairs, say } = examined;
  const checked = 'checked' in examined ? examined.checked : NOTHING_CHECKED;
  const { columns, sheet, ...words } = say.notes;
  const named = ({ id, documentation }: Rule) => `${documentation[catalogue.language].title} ${id}`;
  const causes = [
    ...causesOf([...pairs.notChecked, ...checked.notChecked], examined.words, catalogue),
    ...passedOverCauses({ ...examined, checked }),
  ];
  const off = [...pairs.off, ...checked.off].map((id) => {
    const rule = [...GROUP_RULES, ...ROW_RULES].find((each) => each.id === id);
    return rule ? named(rule) : id;
  });
  const exceptions = [
    ...pairs.excepted.map((one) => ({ ...one, message: pairMessageOf(one.finding, catalogue) })),
    ...checked.excepted.map((one) => ({ ...one, message: rowMessageOf(one.finding, catalogue) })),
  ];
  const rows = [
    ...part(
      words.notChecked,
      causes.map(({ why, rules }) => [why, catalogue.list(rules.map(named))]),
    ),
    ...part(words.off, off.length > 0 ? [[words.offWhy, catalogue.list(off)]] : []),
    ...part(
      words.excepted,
      exceptions.map(({ finding, message, reason, until }) => [
        words.exception(reason, until),
        words.finding(finding.rule, catalogue.list(finding.people.slice(0, PEOPLE_SHOWN)), message),
      ]),
    ),
  ];
  if (rows.length === 0) return null;
  return {
    name: sheet,
    above: [],
    columns: [
      { title: columns.why, kind: 'text' },
      { title: columns.what, kind: 'text' },
    ],
    rows,
    below: [catalogue.findings.explain],
  };
}

const PEOPLE_SHOWN = 3;

const NOTHING_CHECKED: Pick<CheckedRows, 'notChecked' | 'passedOver' | 'off' | 'excepted'> = {
  notChecked: [],
  passedOver: [],
  off: [],
  excepted: [],
};

function part(heading: string, lines: readonly (readonly string[])[]): Row[] {
  if (lines.length === 0) return [];
  const row = (level: Row['level'], cells: readonly string[], style: Style): Row => ({
    level,
    cells: cells.map((cell) => text(cell, style)),
  });
  return [row('band', [heading, ''], 'strong'), ...lines.map((cells) => row('item', cells, 'plain'))];
}
