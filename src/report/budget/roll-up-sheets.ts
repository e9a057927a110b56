import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { RollUp, Share } from '../../totals/budget/roll-up.ts';
import { type Cell, type Row, type Sheet, text } from '../sheet.ts';
import { tableOf } from '../table.ts';
import { partListsSheet } from './part-lists-sheet.ts';

/** 条×块: what each part does of the campaign's measures and on its own; and whether the shares are within what is planned. */
export function rollUpSheets({ parts, shared, own, listed }: RollUp, { parts: words }: Catalogue): Sheet[] {
  const cells = ({ measures, amount, lowerBound, reach }: Share): Cell[] => [
    { kind: 'count', value: BigInt(measures) },
    { kind: 'count', value: reach },
    { kind: 'money', value: amount, ...(lowerBound ? { mark: '≥' } : {}) },
  ];
  const row = (
    level: Row['level'],
    name: string,
    department: string,
    of: { readonly shared: Share; readonly own: Share },
  ): Row => ({
    level,
    cells: [text(name, level === 'item' ? 'plain' : 'strong'), text(department), ...cells(of.shared), ...cells(of.own)],
  });
  const none: Share = { measures: 0, amount: null, lowerBound: false, reach: null };
  const { columns } = words;
  return [
    {
      name: words.sheet,
      above: [],
      columns: [
        { title: columns.part, kind: 'text', use: 'group' },
        { title: columns.department, kind: 'text' },
        { title: columns.sharedMeasures, kind: 'count' },
        { title: columns.sharedReach, kind: 'count', use: 'wide' },
        { title: columns.sharedAmount, kind: 'money' },
        { title: columns.ownMeasures, kind: 'count' },
        { title: columns.ownReach, kind: 'count', use: 'wide' },
        { title: columns.ownAmount, kind: 'money' },
      ],
      rows: [
        ...parts.flatMap((part) => [
          row('subtotal', part.title, words.subtotal, part),
          ...part.departments.map((department) => row('item', part.title, department.name, department)),
        ]),
        row('total', words.total, '', { shared: none, own }),
      ],
      below: [words.counted],
    },
    ...(shared.length > 0 ? [sharedSheet(shared, words)] : []),
    ...(listed ? [partListsSheet(parts, listed, words)] : []),
  ];
}

function sharedSheet(shared: RollUp['shared'], { shared: words }: Catalogue['parts']): Sheet {
  const { columns } = words;
  const restOf = ({ measure: { adopted }, parts: { amount } }: RollUp['shared'][number]) =>
    adopted === null || amount === null ? null : adopted - amount;
  const isOver = (each: RollUp['shared'][number]) => (restOf(each) ?? 0n) < 0n;
  return {
    name: words.sheet,
    above: [],
    ...tableOf(shared, [
      [columns.measure, 'text', ({ department, measure: { measure } }) => `${department}·${measure.name}`],
      [columns.planned, 'money', ({ measure }) => ({ kind: 'money', value: measure.adopted })],
      [
        columns.parts,
        'money',
        ({ parts }) => ({ kind: 'money', value: parts.amount, ...(parts.lowerBound ? { mark: '≥' } : {}) }),
      ],
      [
        columns.difference,
        'money',
        (each) => ({ kind: 'money', value: restOf(each), style: isOver(each) ? 'error' : 'plain' }),
      ],
      [columns.remark, 'text', (each) => text(isOver(each) ? words.over : '', 'error')],
    ]),
    below: [],
  };
}
