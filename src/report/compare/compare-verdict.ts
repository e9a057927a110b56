import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { CompareWords } from '../../text/zh/compare.ts';
import type { Comparison } from '../../totals/compare/compare.ts';
import { isUnchanged, tallyOf } from '../../totals/compare/compare-tally.ts';
import { notRead } from '../budget/budget-report.ts';
import { isPartial, type Labels } from './compare-cells.ts';

/** In a few sentences: how many measures came, went and stayed, and what became of their standards. */
export function verdict(comparison: Comparison, words: CompareWords): string[] {
  const { measures, standards } = tallyOf(comparison);
  const { region: before } = comparison.from.campaign;
  const { region: after } = comparison.to.campaign;
  const kinds = (Object.keys(standards) as (keyof typeof standards)[]).filter((kind) => standards[kind] > 0);
  return [
    ...(before !== undefined && after !== undefined && before !== after ? [words.verdict.regions(before, after)] : []),
    ...(isUnchanged(comparison) ? [words.verdict.unchanged] : []),
    words.verdict.measures(measures.kept, measures.added, measures.dropped, measures.moved),
    ...(kinds.length > 0
      ? [words.verdict.standards(kinds.map((kind) => words.verdict.counts[kind](standards[kind])))]
      : []),
  ];
}

/** What must be known to read the figures right. */
export function notesBelow(
  comparison: Comparison,
  labels: Labels,
  catalogue: Catalogue,
  words: CompareWords,
  hasPeople: boolean,
): string[] {
  const { from, to, departments, total } = comparison;
  const changes = [
    ...departments.flatMap(({ amount, measures }) => [amount, ...measures.map((each) => each.amount)]),
    ...[total.amount, total.stated.amount, total.common.amount],
  ];
  const sides = [
    { label: labels.from, budget: from },
    { label: labels.to, budget: to },
  ];
  const [stated, itemised] = (['stated', 'itemised'] as const).map((basis) =>
    sides.find(({ budget }) => budget.basis === basis),
  );
  const atLeast = changes.some(({ from, to }) => from.firmness === 'atLeast' || to.firmness === 'atLeast');
  const all = [...departments, ...departments.flatMap(({ measures }) => measures)];
  const [added, dropped] = (['added', 'dropped'] as const).map((kind) => all.some(({ change }) => change === kind));
  return [
    ...(atLeast ? [words.notes.atLeast] : []),
    ...(changes.some(isPartial) ? [words.notes.partial] : []),
    ...(stated && itemised ? [words.notes.basis(stated.label, itemised.label)] : []),
    ...sides.flatMap(({ label, budget }) =>
      budget.overlapping && budget.basis === 'stated' ? [words.notes.overlapping(label)] : [],
    ),
    ...(added || dropped ? [words.notes.changes] : []),
    ...(added && dropped ? [words.notes.mend] : []),
    // Of the earlier campaign nothing but its lists is read to compare people.
    ...new Set([
      ...notRead(hasPeople ? { ...from.campaign, lists: [] } : from.campaign, catalogue, {}),
      ...notRead(to.campaign, catalogue, { listed: hasPeople }),
    ]),
  ];
}
