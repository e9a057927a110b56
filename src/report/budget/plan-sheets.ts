import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { Budget } from '../../totals/budget/budget.ts';
import type { ListedMoney } from '../../totals/budget/fund-spending.ts';
import { schedule } from '../../totals/status/schedule.ts';
import { type Sheet, text } from '../sheet.ts';
import { fundsSheet } from './funds-sheet.ts';

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
    columns: [
      { title: columns.form, kind: 'text' },
      { title: columns.through, kind: 'text' },
      { title: columns.except, kind: 'text' },
      { title: columns.source, kind: 'text' },
      { title: columns.note, kind: 'text' },
    ],
    rows: campaign.delivery.map(({ form, through, except = [], source, note }) => ({
      level: 'item',
      cells: [
        text(catalogue.form[form]),
        text(delivery[through]),
        text(catalogue.list(except.map((way) => delivery[way]))),
        text(source ?? ''),
        text(note ?? ''),
      ],
    })),
    below: [],
  };
}

function scheduleSheet({ campaign }: Budget, catalogue: Catalogue): Sheet {
  const { sheet, columns, binding, deadline } = catalogue.schedule;
  return {
    name: sheet,
    above: [],
    columns: [
      { title: columns.what, kind: 'text' },
      { title: columns.from, kind: 'text' },
      { title: columns.until, kind: 'text' },
      { title: columns.text, kind: 'text' },
      { title: columns.owners, kind: 'text' },
      { title: columns.binding, kind: 'text' },
      { title: columns.source, kind: 'text', use: 'wide' },
      { title: columns.note, kind: 'text', use: 'wide' },
    ],
    rows: schedule(campaign).map((appointment) => ({
      level: appointment.what === 'task' ? 'detail' : 'item',
      cells: [
        text(appointment.what === 'deadline' ? deadline(appointment.name) : appointment.name),
        text(appointment.from ?? ''),
        text(appointment.until ?? ''),
        text(appointment.text),
        text(catalogue.list(appointment.owners)),
        text(appointment.binding ? binding[appointment.binding] : ''),
        text(appointment.source ?? ''),
        text(appointment.note ?? ''),
      ],
    })),
    below: [],
  };
}

function rolesSheet({ campaign }: Budget, catalogue: Catalogue): Sheet {
  const { sheet, columns } = catalogue.roles;
  return {
    name: sheet,
    above: [],
    columns: [
      { title: columns.name, kind: 'text' },
      { title: columns.duty, kind: 'text' },
      { title: columns.source, kind: 'text', use: 'wide' },
    ],
    rows: campaign.roles.map(({ name, duty, source }) => ({
      level: 'item',
      cells: [text(name), text(duty), text(source ?? '')],
    })),
    below: [],
  };
}
