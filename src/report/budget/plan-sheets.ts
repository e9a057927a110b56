import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { Budget } from '../../totals/budget/budget.ts';
import type { ListedMoney } from '../../totals/budget/fund-spending.ts';
import { schedule } from '../../totals/status/schedule.ts';
import type { Sheet } from '../sheet.ts';
import { tableOf } from '../table.ts';
import { fundsSheet } from './funds-sheet.ts';

const WIDE = { kind: 'text', use: 'wide' } as const;

/** What a plan says besides measures: funds, delivery rules, stages and deadlines, roles. Only what there is. */
export function planSheets(budget: Budget, catalogue: Catalogue, money: ListedMoney | null): Sheet[] {
  return [
    fundsSheet(budget, money, catalogue),
    deliverySheet(budget, catalogue),
    scheduleSheet(budget, catalogue),
    rolesSheet(budget, catalogue),
  ].filter(({ rows }) => rows.length > 0);
}

function deliverySheet({ campaign }: Budget, catalogue: Catalogue): Sheet {
  const { sheet, columns } = catalogue.rules;
  const { delivery } = catalogue.budget;
  return {
    name: sheet,
    above: [],
    ...tableOf(campaign.delivery, [
      [columns.form, 'text', ({ form }) => catalogue.form[form]],
      [columns.through, 'text', ({ through }) => delivery[through]],
      [columns.except, 'text', ({ except = [] }) => catalogue.list(except.map((way) => delivery[way]))],
      [columns.source, 'text', ({ source }) => source ?? ''],
      [columns.note, 'text', ({ note }) => note ?? ''],
    ]),
    below: [],
  };
}

function scheduleSheet({ campaign }: Budget, catalogue: Catalogue): Sheet {
  const { sheet, columns, binding: bindings, deadline } = catalogue.schedule;
  return {
    name: sheet,
    above: [],
    ...tableOf(
      schedule(campaign),
      [
        [columns.what, 'text', ({ what, name }) => (what === 'deadline' ? deadline(name) : name)],
        [columns.from, 'text', ({ from }) => from ?? ''],
        [columns.until, 'text', ({ until }) => until ?? ''],
        [columns.text, 'text', ({ text }) => text],
        [columns.owners, 'text', ({ owners }) => catalogue.list(owners)],
        [columns.binding, 'text', ({ binding }) => (binding ? bindings[binding] : '')],
        [columns.source, WIDE, ({ source }) => source ?? ''],
        [columns.note, WIDE, ({ note }) => note ?? ''],
      ],
      { level: ({ what }) => (what === 'task' ? 'detail' : 'item') },
    ),
    below: [],
  };
}

function rolesSheet({ campaign }: Budget, catalogue: Catalogue): Sheet {
  const { sheet, columns } = catalogue.roles;
  return {
    name: sheet,
    above: [],
    ...tableOf(campaign.roles, [
      [columns.name, 'text', ({ name }) => name],
      [columns.duty, 'text', ({ duty }) => duty],
      [columns.source, WIDE, ({ source }) => source ?? ''],
    ]),
    below: [],
  };
}
