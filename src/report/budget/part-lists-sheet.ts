import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { PartListed, PartLists } from '../../totals/budget/part-lists.ts';
import type { RollUp } from '../../totals/budget/roll-up.ts';
import { type Planned, plannedInAll } from '../../totals/status/progress.ts';
import { type Cell, type Row, type Sheet, text } from '../sheet.ts';

/** 块: what each part planned and lists, and who is on its lists and on the campaign's. */
export function partListsSheet(
  parts: RollUp['parts'],
  { campaign, parts: listed, total }: PartLists,
  { listed: words, columns: { part } }: Catalogue['parts'],
): Sheet {
  const { columns } = words;
  const row = (level: Row['level'], name: string, plan: Planned | null, own: PartListed | null): Row => ({
    level,
    cells: [
      text(name, level === 'item' ? 'plain' : 'strong'),
      { kind: 'count', value: plan?.count ?? null },
      { kind: 'money', value: plan?.amount ?? null, ...(plan?.lowerBound ? { mark: '≥' } : {}) },
      count(own?.payouts),
      count(own?.persons),
      { kind: 'money', value: own?.amount ?? null, ...(own?.withoutAmount ? { mark: '≥' } : {}) },
      count(own?.onBoth?.persons),
      { kind: 'money', value: own?.onBoth?.ofCampaign ?? null },
      { kind: 'money', value: own?.onBoth?.ofParts ?? null },
      text(remarkOn(own, words), 'muted'),
    ],
  });
  return {
    name: words.sheet,
    above: [],
    columns: [
      { title: part, kind: 'text' },
      { title: columns.planCount, kind: 'count', use: 'wide' },
      { title: columns.planAmount, kind: 'money' },
      { title: columns.payouts, kind: 'count', use: 'wide' },
      { title: columns.persons, kind: 'count' },
      { title: columns.amount, kind: 'money' },
      { title: columns.onBoth, kind: 'count' },
      { title: columns.ofCampaign, kind: 'money', use: 'wide' },
      { title: columns.ofParts, kind: 'money', use: 'wide' },
      { title: columns.remark, kind: 'text' },
    ],
    rows: [
      ...parts.map(({ title, budget }, index) => row('item', title, plannedInAll(budget), listed[index] ?? null)),
      row('subtotal', words.total, null, total),
      ...(campaign ? [row('total', words.campaign, null, { ...campaign, onBoth: null, inCommon: 0 })] : []),
    ],
    below: [words.people, ...(campaign ? [] : [words.notCompared])],
  };
}

function remarkOn(own: PartListed | null, words: Catalogue['parts']['listed']): string {
  if (!own) return words.noLists;
  const { withoutAmount, inCommon } = own;
  const remarks = [
    ...(withoutAmount > 0 ? [words.withoutAmount(withoutAmount)] : []),
    ...(inCommon > 0 ? [words.inCommon(inCommon)] : []),
  ];
  return remarks.join(words.separator);
}

const count = (value: number | undefined): Cell => ({
  kind: 'count',
  value: value === undefined ? null : BigInt(value),
});
