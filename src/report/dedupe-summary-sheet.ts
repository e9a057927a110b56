import { IDENTIFYING, TELLING } from '../checks/pair/identifying.ts';
import { SEVERITIES, type Severity } from '../domain/finding.ts';
import type { ListField } from '../domain/list-field.ts';
import { type Fen, grouped, wanYuan } from '../domain/money.ts';
import type { Lists } from '../engine/lists.ts';
import type { LoadedField } from '../engine/loaded-field.ts';
import { standardOf } from '../read/list/list-source.ts';
import type { Catalogue } from '../text/zh.ts';
import type { Overlapping } from '../totals/overlap.ts';
import type { ExaminedPairs } from './examined-pairs.ts';
import { peopleRemark } from './people-remark.ts';
import { type Cell, type Row, type Sheet, type Style, text } from './sheet.ts';
import { unsettled } from './unsettled.ts';

const COLUMNS = 5;

/** Is it safe to pay? Who is paid more than once, and what every rule found. */
export function dedupeSummarySheet(examined: ExaminedPairs, catalogue: Catalogue): Sheet {
  const { lists, overlap, pairs, checked, totals, say, words: listWords } = examined;
  const { columns, ...words } = say.summary;
  const between = ruleRows(pairs.groups, catalogue);
  const single = ruleRows(checked.groups, catalogue);
  const people = (level: Row['level'], what: string, which: Overlapping) => peopleRow(level, what, which, sumOf(lists));
  return {
    name: words.sheet,
    above: [],
    columns: [
      { title: columns.what, kind: 'text', width: 46 },
      { title: columns.persons, kind: 'count' },
      { title: columns.payouts, kind: 'count' },
      { title: columns.findings, kind: 'count' },
      { title: columns.amount, kind: 'money' },
    ],
    rows: [
      ...verdict(examined).map(([style, line]) => band(line, style)),
      band(words.people),
      people('item', words.repeated, overlap.repeated),
      people('detail', words.onSeveralLists, overlap.onSeveralLists),
      people('detail', words.ofSeveralDepartments, overlap.ofSeveralDepartments),
      ...(between.length > 0 ? [band(words.between), ...between] : []),
      ...(single.length > 0 ? [band(words.single), ...single] : []),
    ],
    below: [...peopleRemark(totals.people, listWords), ...notCompared(examined), words.amount],
  };
}

/** Columns that say what is paid. */
const PRICED: readonly ListField[] = ['amount', 'goods', 'quantity'];

const unpricedOf = ({ lists }: Pick<Lists, 'lists'>) =>
  lists.filter(
    ({ source }) =>
      standardOf(source) === null && !source.head.columns.some(({ field }) => field && PRICED.includes(field)),
  );

/** What sums of the lists are: whole, at least so much, or nothing where no list says what is paid. */
function sumOf(lists: Pick<Lists, 'lists'>): (amount: Fen) => Cell {
  const unpriced = unpricedOf(lists).length;
  const mark = unpriced > 0 ? { mark: '≥' } : {};
  return (amount) => ({ kind: 'money', value: unpriced === lists.lists.length ? null : amount, ...mark });
}

const filesOf = (lists: readonly { readonly source: { readonly origin: { readonly file: string } } }[]) => [
  ...new Set(lists.map(({ source }) => source.origin.file)),
];

/** What it comes to, in a line or two: silence never looks like a pass. */
function verdict(examined: ExaminedPairs): [Style, string][] {
  const {
    pairs,
    checked,
    lists,
    narrowed,
    say,
    words: { findings },
  } = examined;
  const { verdict: words } = say;
  const count = (severity: Severity) => pairs.counts[severity] + checked.counts[severity];
  const [errors, warnings, hints] = SEVERITIES.map((severity) => grouped(String(count(severity)))) as [
    string,
    string,
    string,
  ];
  const unpriced = unpricedOf(lists);
  const asked = unsettled(pairs.groups);
  const notSettled =
    asked && words.unsettled(grouped(String(asked.count)), asked.amount > 0n ? wanYuan(asked.amount) : null);
  const isClean = count('error') + count('warning') === 0;
  const limits = [
    ...(notSettled ? [isClean ? words.but(notSettled) : notSettled] : []),
    ...blind(examined),
    ...(unpriced.length > 0 ? [words.withoutAmounts(findings.files(filesOf(unpriced)))] : []),
    ...(narrowed ? [words.narrowed] : []),
  ].map((line): [Style, string] => ['warning', line]);
  if (count('error') > 0) return [['error', words.errors(errors, warnings)], ...limits];
  if (count('warning') > 0) return [['warning', words.warnings(warnings)], ...limits];
  if (limits.length > 0) return limits;
  const notChecked = new Set([...pairs.notChecked, ...checked.notChecked].map(({ rule }) => rule.id)).size;
  const good = count('hint') > 0 ? words.hints(hints) : words.none;
  return [['good', notChecked > 0 ? good + words.notChecked(notChecked) : good]];
}

/** Of which lists nobody knows who is who: of all, or of some that say nothing but names, where what is probable counts as well. */
function blind({ lists, probable, say: { verdict: words }, words: { findings } }: ExaminedPairs): string[] {
  const all = [...lists.lists, ...lists.earlier];
  const without = (some: readonly LoadedField[]) =>
    all.filter(({ fields }) => !some.some((field) => fields.has(field)));
  if (without(IDENTIFYING).length === all.length) return [words.blind];
  const files = without(probable ? TELLING : IDENTIFYING).map(({ source }) => source.origin.file);
  if (files.length === 0) return [];
  return [(probable ? words.onlyNames : words.partlyBlind)(findings.files([...new Set(files)]))];
}

/** So many kinds are named, those that most people share. */
const KINDS_NAMED = 5;

/** What too many people have in common for every two of them to be compared. */
function notCompared({ probable, say: { summary: words } }: ExaminedPairs): string[] {
  const skipped = (probable?.skipped ?? []).toSorted((a, b) => b.largest - a.largest);
  if (skipped.length === 0) return [];
  const kinds = skipped
    .slice(0, KINDS_NAMED)
    .map(({ block, largest }) => words.crowd(words.blocks[block], grouped(String(largest))));
  return [words.notCompared(kinds, skipped.length - kinds.length)];
}

function band(words: string, style: Style = 'strong'): Row {
  return { level: 'band', cells: [text(words, style), ...Array.from({ length: COLUMNS - 1 }, () => text(''))] };
}

const countCell = (value: number): Cell => ({ kind: 'count', value: BigInt(value) });

function peopleRow(
  level: Row['level'],
  what: string,
  { persons, payouts, amount }: Overlapping,
  sum: (amount: Fen) => Cell,
): Row {
  return { level, cells: [text(what), countCell(persons), countCell(payouts), text(''), sum(amount)] };
}

interface Found {
  readonly rule: { readonly id: string; readonly documentation: Record<'zh' | 'en', { readonly title: string }> };
  readonly severity: Severity;
  readonly count: number;
  readonly amount: Fen;
}

/** A line for each rule that found something, worst first; it may have found it on several lists. */
function ruleRows(groups: readonly Found[], catalogue: Catalogue): Row[] {
  const sums = new Map<string, Found>();
  for (const group of groups) {
    const key = `${group.severity} ${group.rule.id}`;
    const { count, amount } = sums.get(key) ?? { count: 0, amount: 0n };
    sums.set(key, { ...group, count: count + group.count, amount: amount + group.amount });
  }
  return [...sums.values()].map(({ rule, severity, count, amount }) => ({
    level: 'item',
    cells: [
      text(`${catalogue.severity[severity]} ${rule.documentation[catalogue.language].title} ${rule.id}`, severity),
      text(''),
      text(''),
      countCell(count),
      amount === 0n ? text('') : { kind: 'money', value: amount },
    ],
  }));
}
