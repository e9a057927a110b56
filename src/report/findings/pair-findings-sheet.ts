import type { GroupSummary } from '../../checks/group/check-groups.ts';
import type { GroupFinding } from '../../checks/group/found-groups.ts';
import { type Fen, grouped, wanYuan } from '../../domain/money.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { DedupeWords } from '../../text/zh/dedupe.ts';
import type { AnyExamined, ExaminedPairs } from '../dedupe/examined-pairs.ts';
import { departmentName, pairsByPeople } from '../dedupe/overlap-sheet.ts';
import { type Cell, number, type Row, type Sheet, type Style, text } from '../sheet.ts';
import type { Compared } from './pair-differences.ts';
import { seenPair, wholeMessage } from './pair-finding.ts';
import { type SeenRow, type Shown, shortPlaces } from './pair-row.ts';

/** So many rows of one finding are shown, and so many pairs of departments. */
const ROWS_SHOWN = 4;
const PAIRS_SHOWN = 5;
const COLUMNS = 8;

/** Findings between rows as people read them: by rule, worst first, of each the first few with their rows side by side. */
export function pairFindingsSheet(examined: AnyExamined, catalogue: Catalogue, shown: Shown): Sheet {
  const { pairs, say } = examined;
  const { columns, sheet, none } = say.findings;
  return {
    name: sheet,
    above: [],
    columns: [
      { title: catalogue.findings.columns.rule, kind: 'text', use: 'group' },
      { title: columns.place, kind: 'text' },
      { title: columns.name, kind: 'text' },
      { title: columns.id, kind: 'text', whole: true },
      { title: columns.what, kind: 'text' },
      { title: columns.amount, kind: 'money' },
      { title: columns.paidOn, kind: 'text', use: 'wide', whole: true },
      { title: columns.about, kind: 'text', use: 'wide' },
    ],
    rows: pairs.groups.flatMap((group) => ruleRows(group, examined, catalogue, shown)),
    below: pairs.groups.length === 0 ? [none] : [],
  };
}

function ruleRows(group: GroupSummary, examined: AnyExamined, catalogue: Catalogue, shown: Shown): Row[] {
  const { rule, severity, count, amount, first } = group;
  const { findings: say } = examined.say;
  const { title, mend } = rule.documentation[catalogue.language];
  const figures = say.count(grouped(String(count)), amount === 0n ? null : wanYuan(amount));
  const place = shortPlaces(examined.lists, say.row);
  const rest = count - first.length;
  return [
    line('band', `${catalogue.severity[severity]} ${title} ${rule.id}${catalogue.parenthesised(figures)}`, severity),
    ...(rule.id === 'several-departments' && 'overlap' in examined ? departmentLines(examined, shown) : []),
    ...first.flatMap((finding) => findingRows(finding, place, examined.say, catalogue, shown)),
    ...(rest > 0 ? [line('item', say.moreFindings(grouped(String(rest))), 'muted')] : []),
    line('item', say.mend(mend), 'good'),
  ];
}

/** A line over all columns. */
function line(level: Row['level'], words: string, style: Style): Row {
  const [group, first] = level === 'band' ? [words, ''] : ['', words];
  return {
    level,
    cells: [text(group, style), text(first, style), ...Array.from({ length: COLUMNS - 2 }, () => text(''))],
  };
}

/** Which departments have to talk to each other. */
function departmentLines(examined: ExaminedPairs, shown: Shown): Row[] {
  const { findings: say } = examined.say;
  const all = pairsByPeople(examined);
  const lines = all.slice(0, PAIRS_SHOWN).map(({ departments: [one, other], persons, amount }) => {
    const name = (index: number) => departmentName(index, examined, shown);
    return line('item', say.pair(name(one), name(other), grouped(String(persons)), wanYuan(amount)), 'plain');
  });
  const rest = all.length - lines.length;
  return [...lines, ...(rest > 0 ? [line('item', say.morePairs(grouped(String(rest))), 'muted')] : [])];
}

function findingRows(
  finding: GroupFinding,
  place: (place: SeenRow['place']) => string,
  { findings: say }: DedupeWords,
  catalogue: Catalogue,
  shown: Shown,
): Row[] {
  const seen = seenPair(finding, catalogue, shown);
  const { differs, rows: all } = seen;
  const rows = all.slice(0, ROWS_SHOWN);
  const about = aboutOf(finding);
  const rest = all.length + finding.more - rows.length;
  return [
    line('item', wholeMessage(seen, say), 'strong'),
    ...rows.map((row) => rowOf(row, place(row.place), about, differs, say)),
    ...(rest > 0 ? [line('detail', say.moreRows(grouped(String(rest))), 'muted')] : []),
  ];
}

type About = 'account' | 'phone' | 'household';

/** Of people who share something, whether they are one household; of one person, where the money goes. */
function aboutOf({ rule, rows }: GroupFinding): About {
  const some = (about: About) => rows.some(({ payout }) => payout[about] !== null);
  const inOrder: readonly About[] = OF_HOUSEHOLDS.includes(rule)
    ? ['household', 'account', 'phone']
    : ['account', 'phone', 'household'];
  return inOrder.find(some) ?? 'account';
}

const OF_HOUSEHOLDS = ['over-household-ceiling', 'shared-account', 'shared-phone', 'same-agent'];

function rowOf(
  row: SeenRow,
  place: string,
  about: About,
  differs: ReadonlySet<Compared>,
  say: DedupeWords['findings'],
): Row {
  const style = (...compared: Compared[]): Style =>
    compared.some((each) => differs.has(each)) ? 'different' : 'plain';
  const contact = row[about] === '' ? [] : [say[about](row[about])];
  return {
    level: 'detail',
    cells: [
      text(''),
      text(place, 'muted'),
      text(clipped(row.name), style('name')),
      number(row.id, style('id')),
      text(whatOf(row).filter(Boolean).map(clipped).join('·'), style('measure')),
      row.role === 'roster' ? text('') : amountCell(row, style('amount'), say),
      text(row.paidOn, style('paidOn')),
      number(
        [...contact, ...[say.roles[row.role]].filter(Boolean)].join(say.separator),
        about === 'household' ? 'plain' : style(about),
      ),
    ],
  };
}

/** What a row pays; of a roster's, what it calls somebody, and where they live. */
function whatOf({ role, department, measure, livesIn }: SeenRow): string[] {
  return role === 'roster' ? [measure, livesIn] : [department, measure];
}

/** A cell that runs on would push the rows beside it apart. */
const LONGEST = 20;
const clipped = (words: string) => (words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words);

/** One payout is small: it stands in yuan. */
export function amountCell(
  { amount, amountText }: { readonly amount: Fen | null; readonly amountText: string },
  style: Style,
  { noAmount }: DedupeWords['findings'],
): Cell {
  return amount === null ? text(amountText || noAmount, 'muted') : { kind: 'money', value: amount, in: 'yuan', style };
}
