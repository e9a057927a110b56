import type { Severity } from '../../domain/finding.ts';
import { type Fen, grouped } from '../../domain/money.ts';
import type { Lists } from '../../engine/lists.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { Overlapping } from '../../totals/dedupe/overlap.ts';
import { peopleRemark } from '../lists/people-remark.ts';
import { type Cell, type Row, type Sheet, text, type VerdictLine } from '../sheet.ts';
import { band } from '../table.ts';
import { unpricedOf } from './dedupe-verdict.ts';
import type { ExaminedPairs } from './examined-pairs.ts';

const COLUMNS = 5;

/** Who is paid more than once, and what every rule found; where nothing stands before the sheet, what it comes to is its first rows. */
export function dedupeSummarySheet(
  examined: ExaminedPairs,
  catalogue: Catalogue,
  verdict: readonly VerdictLine[] = [],
): Sheet {
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
      ...verdict.map(([style, line]) => band(COLUMNS, line, style)),
      band(COLUMNS, words.people),
      people('item', words.repeated, overlap.repeated),
      people('detail', words.onSeveralLists, overlap.onSeveralLists),
      people('detail', words.ofSeveralDepartments, overlap.ofSeveralDepartments),
      ...(between.length > 0 ? [band(COLUMNS, words.between), ...between] : []),
      ...(single.length > 0 ? [band(COLUMNS, words.single), ...single] : []),
    ],
    below: [...peopleRemark(totals.people, listWords), ...notCompared(examined), words.amount],
  };
}

/** What sums of the lists are: whole, at least so much, or nothing where no list says what is paid. */
function sumOf(lists: Pick<Lists, 'lists'>): (amount: Fen) => Cell {
  const unpriced = unpricedOf(lists).length;
  const mark = unpriced > 0 ? { mark: '≥' } : {};
  return (amount) => ({ kind: 'money', value: unpriced === lists.lists.length ? null : amount, ...mark });
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
