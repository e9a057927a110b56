import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { StatusWords } from '../../text/zh/status.ts';
import type { ReadInputs } from '../../totals/budget/budget.ts';
import type { State } from '../../totals/status/standing.ts';
import type { Status } from '../../totals/status/status.ts';
import { notRead } from '../budget/budget-report.ts';
import { type Report, type Row, type Sheet, type Style, text } from '../sheet.ts';
import { stateWords, verdict } from './status-verdict.ts';

/** Where a campaign stands: the verdict and the schedule, and what its lists add to that. */
export function statusReport(
  status: Status,
  catalogue: Catalogue,
  words: StatusWords,
  ofLists: readonly Sheet[] = [],
): Report {
  return { title: status.campaign.title, sheets: [standingsSheet(status, catalogue, words), ...ofLists] };
}

/** What was read besides the campaign's own figures. */
export const readOf = ({ progress }: Status): ReadInputs => ({
  listed: progress !== null,
  returned: progress?.total.reconciled != null,
});

const STYLE: Readonly<Record<State, Style>> = {
  undated: 'muted',
  ahead: 'plain',
  'under-way': 'good',
  due: 'hint',
  over: 'muted',
  overdue: 'error',
};

function standingsSheet(status: Status, catalogue: Catalogue, words: StatusWords): Sheet {
  const { columns, binding, deadline } = catalogue.schedule;
  const { campaign, standings, overdue } = status;
  const late = overdue?.severity ?? 'error';
  const rows = standings.map(
    (each): Row => ({
      level: each.what === 'task' ? 'detail' : 'item',
      cells: [
        text(each.what === 'deadline' ? deadline(each.name) : each.name),
        text(stateWords(each, words), each.state === 'overdue' ? late : STYLE[each.state]),
        { kind: 'count', value: each.days === null ? null : BigInt(each.days) },
        text(each.from ?? ''),
        text(each.until ?? ''),
        text(each.text),
        text(catalogue.list(each.owners)),
        text(each.binding ? binding[each.binding] : ''),
        text(each.source ?? ''),
        text(each.note ?? ''),
      ],
    }),
  );
  return {
    name: words.sheet,
    above: [verdict(status, catalogue, words)],
    columns: [
      { title: columns.what, kind: 'text' },
      { title: words.columns.state, kind: 'text' },
      { title: words.columns.days, kind: 'count', use: 'data' },
      { title: columns.from, kind: 'text', whole: true },
      { title: columns.until, kind: 'text', whole: true },
      { title: columns.text, kind: 'text' },
      { title: columns.owners, kind: 'text' },
      { title: columns.binding, kind: 'text' },
      { title: columns.source, kind: 'text', use: 'wide' },
      { title: columns.note, kind: 'text', use: 'wide' },
    ],
    rows,
    below: [...(rows.length > 0 ? [words.note] : []), ...notRead(campaign, catalogue, readOf(status))],
  };
}
