import { IDENTIFYING, TELLING } from '../../checks/group/identifying.ts';
import { isDoubtful } from '../../domain/campaign/gathered.ts';
import { SEVERITIES, type Severity } from '../../domain/finding.ts';
import { grouped, wanYuan } from '../../domain/money.ts';
import type { ListField } from '../../domain/row/list-field.ts';
import type { LoadedList } from '../../engine/load.ts';
import type { LoadedField } from '../../engine/loaded-field.ts';
import { standardOf } from '../../read/list/list-source.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import { notRead } from '../budget/budget-report.ts';
import { outlierWords } from '../lists/outlier-words.ts';
import { passedOverLines, unnamedSheets } from '../lists/passed-over.ts';
import { gatheredLines } from '../lists/read-words.ts';
import { unsettled } from '../lists/unsettled.ts';
import type { VerdictLine } from '../sheet.ts';
import type { ExaminedPairs } from './examined-pairs.ts';

/** Without these nobody may say that money can go out. */
const DECISIVE: readonly string[] = [
  'paid-twice',
  'household-paid-twice',
  'excluded-combination',
  'blocked-payee',
  'amount-unreadable',
  'amount-off-standard',
  'amount-outlier',
  'not-through-bank',
  'account-damaged',
  'account-malformed',
];

const figure = (count: number) => grouped(String(count));

/** May this money go out? Never yes by not looking: what was not asked of every list is named. */
export function dedupeVerdict(examined: ExaminedPairs, catalogue: Catalogue): VerdictLine[] {
  const { pairs, checked, gathered, say } = examined;
  const { verdict: words } = say;
  const count = dedupeCounts(examined);
  const [errors, warnings, hints] = SEVERITIES.map((severity) => figure(count[severity])) as [string, string, string];
  const limits = limitsOf(examined, catalogue);
  const notes = gatheredLines({ gathered }, catalogue);
  const rest = (lines: readonly string[]): VerdictLine[] => [
    ...lines.map((line): VerdictLine => ['warning', line]),
    ...notes,
  ];
  if (count.error > 0)
    return [['error', words.errors(errors, warnings)], ...outOfProportion(examined), ...rest(limits)];
  if (count.warning > 0) return [['warning', words.warnings(warnings)], ...rest(limits)];
  const [limit, ...more] = limits;
  if (limit !== undefined) return [['warning', isBlind(examined) ? limit : words.but(limit)], ...rest(more)];
  const notChecked = new Set([...pairs.notChecked, ...checked.notChecked].map(({ rule }) => rule.id)).size;
  const good = count.hint > 0 ? words.hints(hints) : words.none;
  return [['good', notChecked > 0 ? good + words.notChecked(notChecked) : good], ...notes];
}

/** Told before all else: a single row in another unit puts every sum off by millions. */
function outOfProportion({ totals, words }: ExaminedPairs): VerdictLine[] {
  const line = outlierWords(totals.total, words);
  return line === null ? [] : [['error', line]];
}

/** How many findings there are of each severity; a list that may be counted twice is a warning. */
export function dedupeCounts({ pairs, checked, gathered }: ExaminedPairs): Record<Severity, number> {
  const count = (severity: Severity) => pairs.counts[severity] + checked.counts[severity];
  return {
    error: count('error'),
    warning: count('warning') + gathered.notes.filter(isDoubtful).length,
    hint: count('hint'),
  };
}

/** What stands in the way of saying that nothing is wrong. */
function limitsOf(examined: ExaminedPairs, catalogue: Catalogue): string[] {
  const { pairs, checked, lists, narrowed, uncompared, say, words: listWords } = examined;
  const { verdict: words } = say;
  const { files } = listWords.findings;
  const unpriced = unpricedOf(lists);
  const asked = unsettled(pairs.groups);
  const off = [...pairs.off, ...checked.off].filter((rule) => DECISIVE.includes(rule));
  const { unnamed, unplaced } = uncompared;
  return [
    ...sealedLines(examined),
    ...(isBlind(examined) ? [words.blind] : []),
    ...(asked ? [words.unsettled(figure(asked.count), asked.amount > 0n ? wanYuan(asked.amount) : null)] : []),
    ...partlyBlind(examined),
    ...(unnamed.people > 0 ? [words.unnamed(figure(unnamed.people), figure(unnamed.payouts))] : []),
    ...(unplaced.people > 0 ? [words.unplaced(figure(unplaced.people), figure(unplaced.payouts))] : []),
    ...(uncompared.namesakes > 0 ? [words.namesakes(figure(uncompared.namesakes))] : []),
    ...(unpriced.length > 0 ? [words.withoutAmounts(files(filesOf(unpriced)))] : []),
    ...unnamedSheets(examined),
    ...passedOverLines(examined),
    ...(uncompared.homeless > 0 ? [words.homeless(figure(uncompared.homeless))] : []),
    ...(off.length > 0 ? [words.off(catalogue.list(off))] : []),
    ...(lists.campaign ? notRead(lists.campaign, catalogue, { listed: true, returned: true }) : [words.noCampaign]),
    ...(narrowed ? [words.narrowed] : []),
  ];
}

/** What nobody could ask of sealed lists. */
function sealedLines({ sealed, say, lists }: ExaminedPairs): string[] {
  if (!sealed) return [];
  const { sealed: words } = say.verdict;
  const { silent, partlyKnown, maskedNames, couples, rejected, foundBefore } = sealed;
  const rest = [
    ...(silent > 0 ? [words.silent(figure(silent))] : []),
    ...(partlyKnown > 0 ? [words.partlyKnown(figure(partlyKnown))] : []),
    ...(maskedNames > 0 ? [words.maskedNames(figure(maskedNames))] : []),
    ...(couples > 0 ? [words.couples(figure(couples))] : []),
    ...(rejected > 0 ? [words.rejected(figure(rejected))] : []),
  ];
  return [
    words.compared,
    ...(rest.length > 0 ? [words.rest(rest)] : []),
    words.before(figure(foundBefore.error), figure(foundBefore.warning)),
    ...((lists.campaign?.rosters.length ?? 0) > 0 ? [words.withoutRosters] : []),
  ];
}

/** Columns that say what is paid. */
const PRICED: readonly ListField[] = ['amount', 'goods', 'quantity'];

/** The lists that say nothing of what is paid. */
export const unpricedOf = ({ lists }: Pick<ExaminedPairs['lists'], 'lists'>): LoadedList[] =>
  lists.filter(
    ({ source }) =>
      standardOf(source) === null && !source.head.columns.some(({ field }) => field && PRICED.includes(field)),
  );

const filesOf = (lists: readonly LoadedList[]) => [...new Set(lists.map(({ source }) => source.origin.file))];

function without({ lists }: ExaminedPairs, some: readonly LoadedField[]): LoadedList[] {
  const all = [...lists.lists, ...lists.earlier];
  return all.filter(({ fields }) => !some.some((field) => fields.has(field)));
}

/** Does nobody know of any list who certainly is who? */
const isBlind = (examined: ExaminedPairs) =>
  without(examined, IDENTIFYING).length === examined.lists.lists.length + examined.lists.earlier.length;

/** Of which lists nobody knows who is who; where what is probable counts as well, of those that say nothing but names. */
function partlyBlind(examined: ExaminedPairs): string[] {
  const { probable, say, words } = examined;
  const files = filesOf(without(examined, probable ? TELLING : IDENTIFYING));
  if (files.length === 0 || isBlind(examined)) return [];
  return [(probable ? say.verdict.onlyNames : say.verdict.partlyBlind)(words.findings.files(files))];
}
