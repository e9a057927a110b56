import type { ReachUnit } from '../../domain/unit.ts';
import { printReach, printStandard } from '../../text/figures.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { Listed } from '../../totals/lists/listed.ts';
import { type Cell, text } from '../sheet.ts';
import type { Exported } from './export-report.ts';

/** What a bureau's own form can ask for, by name: `total.amount`, `low-income.actual.payouts`, `民政部门.amount`. */
export type TemplateValues = ReadonlyMap<string, Cell>;

/**
 * `campaign.` title, issuer, document, region, year; `total.`, a department's name or a measure's id with `.amount` (万元),
 * `.yuan`, `.reach`, `.households`, `.persons` …, and `.actual.` with amount, yuan, payouts, persons, households; of a measure
 * also `.name`, `.to`, `.form`, `.standard`.
 */
export function templateValues({ budget, listed }: Exported, catalogue: Catalogue): TemplateValues {
  const { campaign } = budget;
  const values = new Map<string, Cell>();
  for (const key of ['title', 'issuer', 'document', 'region'] as const)
    values.set(`campaign.${key}`, text(campaign[key] ?? ''));
  values.set('campaign.year', text(campaign.year === null ? '' : String(campaign.year)));
  const figures = (
    key: string,
    amount: bigint | null,
    counts: Readonly<Partial<Record<ReachUnit, bigint | null>>>,
    reach: Cell,
    actual: Listed | null,
  ) => {
    values.set(`${key}.amount`, { kind: 'money', value: amount });
    values.set(`${key}.yuan`, { kind: 'money', value: amount, in: 'yuan' });
    values.set(`${key}.reach`, reach);
    for (const [unit, count] of Object.entries(counts))
      values.set(`${key}.${unit}`, { kind: 'count', value: count ?? null });
    const many = (value: number | null | undefined): Cell => ({
      kind: 'count',
      value: value === null || value === undefined ? null : BigInt(value),
    });
    values.set(`${key}.actual.amount`, { kind: 'money', value: actual?.amount ?? null });
    values.set(`${key}.actual.yuan`, { kind: 'money', value: actual?.amount ?? null, in: 'yuan' });
    for (const unit of ['payouts', 'persons', 'households'] as const)
      values.set(`${key}.actual.${unit}`, many(actual?.[unit]));
  };
  const { departments: named, measures: known } = listed?.lists.assignments ?? { departments: [], measures: [] };
  const reach: Cell = { kind: 'count', value: budget.itemised.reach.all };
  figures('total', budget.amount, budget.itemised.reach, reach, listed?.totals.total ?? null);
  for (const { department, measures, amount, reach } of budget.departments) {
    const actual = listed?.totals.departments.find((each) => named[each.department]?.is === department) ?? null;
    figures(department.name, amount, reach, { kind: 'count', value: reach.all }, actual);
    for (const { measure, adopted, reach: counts, unit, count } of measures) {
      const own = actual?.measures.find((each) => known[each.measure]?.measure.is === measure) ?? null;
      figures(measure.id, adopted, unit === null ? {} : { [unit]: count }, text(printReach(counts) || '—'), own);
      values.set(`${measure.id}.name`, text(measure.name));
      values.set(`${measure.id}.to`, text(catalogue.list(measure.to)));
      values.set(`${measure.id}.form`, text(catalogue.list(measure.form.map((form) => catalogue.form[form]))));
      values.set(
        `${measure.id}.standard`,
        text(measure.standard ? printStandard(measure.standard, catalogue.language) : '—'),
      );
    }
  }
  return values;
}
