import type { GroupFinding } from '../../checks/group/found-groups.ts';
import type { GroupRule } from '../../checks/group/group-rule.ts';
import { GROUP_RULES } from '../../checks/group-rules.ts';
import type { RowFinding } from '../../checks/row/found-rows.ts';
import type { Finding } from '../../domain/finding.ts';
import { grouped, yuan } from '../../domain/money.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { DedupeWords } from '../../text/zh/dedupe.ts';
import type { AnyExamined } from '../dedupe/examined-pairs.ts';
import { ROW_RULE, rowMessageOf } from './messages.ts';
import { type Compared, differing, type HiddenDifference, hiddenDifferences } from './pair-differences.ts';
import { type SeenRow, type Shown, seenRow } from './pair-row.ts';
import { notListed, probablyOne } from './probably-one.ts';

const RULES = new Map<string, GroupRule>(GROUP_RULES.map((rule) => [rule.id, rule]));

/** A finding in words, with what may be seen of its rows. */
export interface SeenFinding {
  readonly finding: Finding;
  readonly title: string;
  readonly message: string;
  readonly people: readonly string[];
  readonly rows: readonly SeenRow[];
  /** What differs between its rows although one would expect it to be the same. */
  readonly differs: ReadonlySet<Compared>;
  /** Where numbers differ in digits that are not shown. */
  readonly hidden: readonly HiddenDifference[];
}

/**
 * Every finding as it may be shown: those between rows, worst first, then those on single rows, worst first; where a
 * department (its index) is given, only those that it has a row of; `most`: only so many of the first of either.
 */
export async function* everyFinding(
  examined: AnyExamined,
  catalogue: Catalogue,
  shown: Shown,
  { department, most }: { readonly department?: number | undefined; readonly most?: number } = {},
): AsyncGenerator<SeenFinding> {
  for await (const finding of examined.pairs.stream(department, most)) yield seenPair(finding, catalogue, shown);
  if (!('checked' in examined)) return;
  const those = examined.checked.stream(department, most === undefined ? {} : { most });
  for await (const finding of those) yield seenSingle(finding, catalogue, shown);
}

/** A finding between rows in words, what of it is only probable, and how many rows it does not list. */
export function pairMessageOf(finding: GroupFinding, { language, parenthesised }: Catalogue): string {
  const { rule, data } = finding;
  const remarks = [probablyOne(finding, language), notListed(finding, language)].flatMap((each) => each ?? []);
  return (RULES.get(rule)?.message[language](data) ?? rule) + remarks.map((each) => parenthesised(each)).join('');
}

/** A finding between rows as it may be shown. */
export function seenPair(finding: GroupFinding, catalogue: Catalogue, shown: Shown): SeenFinding {
  const rule = RULES.get(finding.rule);
  return {
    ...withPeople(
      finding,
      finding.rows.map((row) => seenRow(row, shown)),
      shown,
    ),
    title: rule?.documentation[catalogue.language].title ?? finding.rule,
    message: pairMessageOf(finding, catalogue),
    differs: differing(finding),
    hidden: shown.showIds ? [] : hiddenDifferences(finding),
  };
}

/** What a finding says in all: its message, what is at stake where that does not say it, and where hidden digits differ. */
export function wholeMessage({ finding, message, hidden, rows }: SeenFinding, say: DedupeWords['findings']): string {
  const { amount } = finding;
  const words = grouped(yuan(amount ?? 0n));
  const isSaid = !amount || message.includes(words) || (rows.length === 1 && rows[0]?.amount === amount);
  const differ = hidden.map(({ of, positions }) => say.positions(of, positions));
  return [message + (isSaid ? '' : say.atStake(words)), ...differ].join(say.separator);
}

/** A finding on a single row, the same way. */
export function seenSingle(finding: RowFinding, catalogue: Catalogue, shown: Shown): SeenFinding {
  const [place] = finding.places;
  const rows = place ? [seenRow({ place, role: 'payouts', payout: finding.payout }, shown)] : [];
  return {
    ...withPeople(finding, rows, shown),
    title: ROW_RULE.get(finding.rule)?.documentation[catalogue.language].title ?? finding.rule,
    message: rowMessageOf(finding, catalogue),
    differs: new Set(),
    hidden: [],
  };
}

function withPeople(finding: Finding, rows: readonly SeenRow[], { showIds }: Shown) {
  const whole = rows.map(({ name, id }) => [name, id].filter(Boolean).join(' ')).filter(Boolean);
  return { finding, rows, people: showIds ? [...new Set(whole)] : finding.people };
}
