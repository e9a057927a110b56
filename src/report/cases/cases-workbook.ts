import type { Case } from '../../answer/cases/case-book.ts';
import { RULES } from '../../checks/index.ts';
import type { Phase } from '../../domain/cases/phase.ts';
import type { Fen } from '../../domain/money.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import {
  type Cell,
  type Column,
  type LongSheet,
  number,
  type Report,
  type Row,
  type Sheet,
  type Style,
  text,
  type WideColumn,
} from '../sheet.ts';
import { casesReport, remarkOf } from './cases-report.ts';
import { unitName } from './cases-verdict.ts';
import type { ExaminedCases } from './examined-cases.ts';

const STYLES: Readonly<Record<Phase, Style>> = {
  new: 'plain',
  waiting: 'plain',
  overdue: 'error',
  again: 'warning',
  settling: 'warning',
  closed: 'good',
};

/** The whole report, and every case on a row of its own: the 台账. */
export function casesWorkbook(examined: ExaminedCases, catalogue: Catalogue): Report<Sheet | LongSheet> {
  const { title, verdict = [], sheets } = casesReport(examined, catalogue);
  const [first, ...others] = sheets;
  const above = verdict.map(([, words]) => words);
  return {
    title,
    sheets: [
      ...(first ? [{ ...first, above: [...above, ...first.above] }] : []),
      ...others,
      ledgerSheet(examined, catalogue),
    ],
  };
}

/** Every case, to be sorted and filtered: what is done about it first, which is what paper has room for. */
export function ledgerSheet(examined: ExaminedCases, { language }: Catalogue): LongSheet {
  const { book, say } = examined;
  const { columns: titles, sheet } = say.ledger;
  const rules = new Map(RULES.map(({ id, documentation }) => [id, documentation[language].title]));
  const column = (title: string, width: number, kind: Column['kind'] = 'text'): WideColumn => ({ title, width, kind });
  const unbroken = (title: string, width: number): WideColumn => ({ ...column(title, width), whole: true });
  const spare = (...of: Parameters<typeof column>): WideColumn => ({ ...column(...of), use: 'wide' });
  return {
    name: sheet,
    above: [],
    columns: [
      ...[column(titles.number, 7, 'count'), unbroken(titles.id, 11), column(titles.unit, 12), column(titles.says, 34)],
      ...[unbroken(titles.people, 22), column(titles.phase, 9), column(titles.state, 10), column(titles.action, 9)],
      ...[column(titles.risk, 12, 'money'), column(titles.confirmed, 12, 'money')],
      column(titles.recovered, 12, 'money'),
      ...[spare(titles.irrecoverable, 12, 'money'), spare(titles.unsettled, 12, 'money')],
      ...[spare(titles.rule, 24), spare(titles.severity, 6), spare(titles.places, 30)],
      ...[spare(titles.sent, 12), spare(titles.due, 12), spare(titles.answered, 12), spare(titles.days, 8, 'count')],
      ...[spare(titles.by, 9), spare(titles.reason, 14), spare(titles.note, 18), spare(titles.remark, 22)],
      spare(titles.was, 30),
    ],
    rows: rowsOf(book.cases, (each) => rules.get(each.rule) ?? each.rule, say),
    below: [],
  };
}

async function* rowsOf(
  cases: readonly Case[],
  titleOf: (each: Case) => string,
  say: ExaminedCases['say'],
): AsyncGenerator<Row> {
  for (const [index, each] of cases.entries()) {
    yield { level: 'item', cells: cellsOf(each, index + 1, titleOf(each), say) };
  }
}

function cellsOf(each: Case, nth: number, title: string, say: ExaminedCases['say']): Cell[] {
  const { record, finding, decision, money, action } = each;
  const sent = [...(record?.sent.values() ?? [])];
  const day = (time: string | undefined) => text((time ?? '').slice(0, 10));
  const several = (texts: readonly string[]) => texts.join(say.separator);
  const fen = (value: Fen): Cell => ({ kind: 'money', value, in: 'yuan' });
  return [
    { kind: 'count', value: BigInt(nth) },
    number(each.id),
    text(several(each.units.map((unit) => unitName(unit, say)))),
    text(each.says),
    number(several(finding?.people ?? record?.last.people ?? [])),
    text(say.phase[each.phase], STYLES[each.phase]),
    text(say.state[each.state]),
    text(action === null ? '' : say.action[action]),
    ...[fen(money.risk), fen(money.confirmed), fen(money.recovered), fen(money.irrecoverable), fen(money.unsettled)],
    text(title),
    text(finding ? say.severity[finding.severity] : '', finding?.severity ?? 'plain'),
    text(several(finding?.places ?? record?.last.places ?? [])),
    day(sent.map(({ first }) => first).sort()[0]),
    text(
      sent
        .map(({ due }) => due)
        .sort()
        .at(-1) ?? '',
    ),
    day(decision?.time),
    { kind: 'count', value: each.days === null ? null : BigInt(each.days) },
    text(decision?.by ?? ''),
    text(decision?.reason ?? ''),
    text(decision?.note ?? ''),
    text(remarkOf(each, say)),
    text(each.was ? `${each.was.says} ${say.state[each.was.state]}` : ''),
  ];
}
