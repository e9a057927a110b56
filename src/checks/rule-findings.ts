import type { Day } from '../domain/calendar.ts';
import { type Finding, SEVERITIES, type Severity } from '../domain/finding.ts';
import type { Fen } from '../domain/money.ts';
import type { Lists } from '../engine/lists.ts';
import type { LoadedList } from '../engine/load.ts';
import type { LoadedField } from '../engine/loaded-field.ts';
import { type Excepted, Exceptions } from './excepted.ts';
import type { PayoutRow } from './payout-row.ts';
import type { NotApplicable } from './row/row-rule.ts';
import type { Rule } from './rule.ts';

/** Findings of one rule, of one severity. */
export interface RuleSummary<R extends Rule, F extends Finding> {
  readonly rule: R;
  readonly severity: Severity;
  readonly count: number;
  /** Money in question in all of them, in fen. */
  readonly amount: Fen;
  /** The first few, in the order in which they are shown. */
  readonly first: readonly F[];
}

/** A rule that did not run, or not on every list: silence is no pass. */
export interface NotChecked<R extends Rule> {
  readonly rule: R;
  readonly why: NotApplicable | 'no-column';
  /** Those without a column that it needs; all where `why` is something else. */
  readonly lists: readonly LoadedList[];
}

/** What rules on lists found. The findings stand in the database, where a million of them fit. */
export interface RuleFindings<R extends Rule, F extends Finding> {
  readonly counts: Readonly<Record<Severity, number>>;
  readonly notChecked: readonly NotChecked<R>[];
  /** Rules that the campaign turns off. */
  readonly off: readonly string[];
  readonly excepted: readonly Excepted<F>[];
  /** The departments (indexes) that have rows with findings. */
  readonly departments: () => Promise<ReadonlySet<number>>;
}

/** Has a list the columns that a rule needs: of an inner list any one? */
export function hasColumns(
  { fields }: LoadedList,
  { needs }: { readonly needs: readonly (LoadedField | readonly LoadedField[])[] },
): boolean {
  return needs.every((need) => [need].flat().some((field) => fields.has(field)));
}

export function countsOf(
  summaries: readonly { readonly severity: Severity; readonly count: number }[],
): Record<Severity, number> {
  const counts = { error: 0, warning: 0, hint: 0 };
  for (const { severity, count } of summaries) counts[severity] += count;
  return counts;
}

/** Findings as the database counts them: of a rule by its place among the rules, perhaps on one list. */
interface Counted {
  readonly rule: number;
  readonly severity: number;
  readonly list?: number;
  readonly count: bigint;
  readonly amount: bigint;
}

/** What was counted, with the first few of each that were found. */
export async function summariesOf<R extends Rule, F extends Finding>(
  counted: readonly Counted[],
  rules: readonly R[],
  found: AsyncIterable<{ readonly finding: F; readonly list?: number }>,
): Promise<(RuleSummary<R, F> & { readonly list: number | undefined })[]> {
  if (counted.length === 0) return [];
  const keyOf = (severity: Severity, rule: string, list = 0) => `${severity} ${rule} ${list}`;
  const first = new Map<string, F[]>();
  for await (const { finding, list } of found) {
    const key = keyOf(finding.severity, finding.rule, list);
    first.set(key, [...(first.get(key) ?? []), finding]);
  }
  return counted.flatMap(({ rule: index, severity: at, list, count, amount }) => {
    const [rule, severity] = [rules[index], SEVERITIES[at]];
    if (!rule || !severity) return [];
    const shown = first.get(keyOf(severity, rule.id, list)) ?? [];
    return [{ rule, severity, list, count: Number(count), amount, first: shown }];
  });
}

/** The findings that the campaign excepts, with a reason and a day until which; each with the place of its rule among the rules. */
export async function exceptedOf<Found extends { readonly finding: Finding }>(
  { isSealed, campaign }: Lists,
  today: Day,
  rules: readonly Rule[],
  foundOf: (rule: number) => AsyncIterable<Found>,
  rowsOf: (finding: Found['finding']) => readonly PayoutRow[],
): Promise<{ excepted: Excepted<Found['finding']>[]; taken: (Found & { readonly rule: number })[] }> {
  // What sealed rows show is the same of many: an exception for one would be one for all.
  const exceptions = new Exceptions((!isSealed && campaign?.exceptions) || [], today);
  const excepted: Excepted<Found['finding']>[] = [];
  const taken: (Found & { readonly rule: number })[] = [];
  for (const [rule, { id }] of rules.entries()) {
    if (!exceptions.has(id)) continue;
    for await (const found of foundOf(rule)) {
      const exception = exceptions.covering(found.finding, rowsOf(found.finding));
      if (!exception) continue;
      taken.push({ ...found, rule });
      excepted.push({ finding: found.finding, reason: exception.reason, until: exception.until });
    }
  }
  return { excepted, taken };
}
