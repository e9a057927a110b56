import { share } from '../../domain/campaign/share.ts';
import { REACH_UNITS, UNIT_WORD } from '../../domain/unit.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { Budget } from '../../totals/budget/budget.ts';
import { type Cell, IN_BRACKETS, type Row, type Sheet, text } from '../sheet.ts';

/** The campaign's totals against what the document states: money, firm and approximate apart, and reach by unit. */
export function totalsSheet(budget: Budget, catalogue: Catalogue): Sheet {
  const words = catalogue.totals;
  const { campaign, itemised, overlapping } = budget;
  const stated = campaign.stated;
  const reach = itemised.reach.all;
  const part = (whole: bigint | null, all: bigint | undefined) =>
    whole !== null && all && whole < all ? catalogue.parenthesised(words.share(share(whole, all))) : '';
  const checkText = (check: Budget['amountCheck']) => catalogue.check[check];
  const withStatus = (figure = '') =>
    figure && stated?.status ? figure + catalogue.parenthesised(catalogue.budget.status[stated.status]) : figure;
  const mark = (unit: (typeof itemised.reach.atLeast)[number]) =>
    itemised.reach.atLeast.includes(unit) ? { mark: '≥' } : {};
  const apart = (value: bigint, kind: 'money' | 'count', all: bigint | undefined) =>
    row('detail', words.apart, { kind, value, ...IN_BRACKETS, style: 'muted' }, '', [
      all ? words.share(share(value, all)) : '',
    ]);
  const rows: Row[] = [
    row(
      'item',
      words.amount,
      { kind: 'money', value: itemised.amount, mark: itemised.lowerBound ? '≥' : '' },
      withStatus(stated?.amount?.text),
      [stated?.amount ? checkText(budget.amountCheck) + part(itemised.amount, stated.amount.value) : ''],
    ),
    ...(overlapping?.amount ? [apart(overlapping.amount, 'money', stated?.amount?.value)] : []),
    ...(itemised.amount === null
      ? []
      : [
          row('detail', words.firm, { kind: 'money', value: itemised.firm }),
          row('detail', words.approximate, { kind: 'money', value: itemised.approximate }),
        ]),
    row('item', words.reach, { kind: 'count', value: reach, ...mark('all') }, withStatus(stated?.reach?.text), [
      stated?.reach ? checkText(budget.reachCheck) + part(reach, stated.reach.value) : '',
    ]),
    ...(overlapping?.reach.all ? [apart(overlapping.reach.all, 'count', stated?.reach?.value)] : []),
    ...REACH_UNITS.flatMap((unit) => {
      const count = itemised.reach[unit];
      return count === null
        ? []
        : [row('detail', words.unit(UNIT_WORD[unit]), { kind: 'count', value: count, ...mark(unit) })];
    }),
  ];
  return {
    name: words.sheet,
    above: [],
    columns: [
      { title: words.columns.what, kind: 'text' },
      { title: words.columns.itemised, kind: 'money' },
      { title: words.columns.stated, kind: 'text' },
      { title: words.columns.check, kind: 'text' },
    ],
    rows,
    below: [
      ...(itemised.lowerBound ? [words.atLeast] : []),
      ...(budget.basis === 'stated' ? [words.useStated] : []),
      ...(overlapping ? [words.overlapping] : []),
      ...(reach === null ? [] : [words.distinct]),
      ...[stated?.note, campaign.note].flatMap((note) => (note === undefined ? [] : [words.note(note)])),
    ],
  };
}

function row(
  level: Row['level'],
  what: string,
  itemised: Cell,
  stated = '',
  [check = '']: readonly string[] = [],
): Row {
  return { level, cells: [text(what), itemised, text(stated), text(check)] };
}
