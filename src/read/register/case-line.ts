import { caseNumber } from '../../domain/cases/case-number.ts';
import type { CaseEvent } from '../../domain/cases/event.ts';
import {
  ACTION_WORDS,
  EVENT_WORDS,
  readAction,
  readEventKind,
  readState,
  STATE_WORDS,
} from '../../domain/cases/words.ts';
import { readMoneyCell as fenIn, moneyCell as money, oneLine, readCell, writtenCell } from './line-cells.ts';
import type { LineForm } from './sealed-lines.ts';

/** The columns of a register of cases. */
const COLUMNS = [
  '时间',
  '活动',
  '疑点编号',
  '规则',
  '事件',
  '核实结果',
  '处理措施',
  '涉及金额',
  '属实金额',
  '追回金额',
  '无法追回金额',
  '原因',
  '办理人',
  '单位',
  '期限',
  '说明',
  '出处',
  '疑点',
  '涉及的人',
  '所在',
  '行指纹',
  '疑点指纹',
] as const;

/** What stands between several things in one cell. */
const BETWEEN = '；';
const several = (texts: readonly string[]) =>
  texts.map((text) => oneLine(text).replaceAll(BETWEEN, '，')).join(BETWEEN);

/** An event as the cells of a line, but for its seal. */
function cellsOf(event: CaseEvent, campaign: string): string[] {
  const texts = [
    event.time,
    campaign,
    `疑${event.case}`, // a spreadsheet takes some fingerprints for numbers
    event.rule,
    EVENT_WORDS[event.kind],
    STATE_WORDS[event.state],
    event.action === null ? '' : ACTION_WORDS[event.action],
    money(event.risk),
    money(event.confirmed),
    money(event.recovered),
    money(event.irrecoverable),
    event.reason,
    event.by,
    event.unit,
    event.until,
    event.note,
    event.source,
    event.says,
    several(event.people),
    several(event.places),
    event.rows.join(' '),
    event.shows,
  ];
  return texts.map(writtenCell);
}

/** The event that a line's cells are, and the campaign it is of; null where they are none. */
function eventIn(cells: readonly string[]): { readonly event: CaseEvent; readonly campaign: string } | null {
  const at = (column: (typeof COLUMNS)[number]) => readCell(cells[COLUMNS.indexOf(column)]);
  const list = (column: '涉及的人' | '所在') => (at(column) === '' ? [] : at(column).split(BETWEEN));
  const id = at('疑点编号').replace(/^疑/, '');
  const kind = readEventKind(at('事件'));
  const state = readState(at('核实结果'));
  const action = readAction(at('处理措施'));
  if (cells.length < COLUMNS.length || !caseNumber(id) || kind === null || state === null) return null;
  if (action === null && at('处理措施') !== '') return null;
  try {
    return {
      campaign: at('活动'),
      event: {
        time: at('时间'),
        case: id,
        rule: at('规则'),
        kind,
        state,
        action,
        risk: fenIn(at('涉及金额')),
        confirmed: fenIn(at('属实金额')),
        recovered: fenIn(at('追回金额')),
        irrecoverable: fenIn(at('无法追回金额')),
        reason: at('原因'),
        by: at('办理人'),
        unit: at('单位'),
        until: at('期限'),
        note: at('说明'),
        source: at('出处'),
        says: at('疑点'),
        people: list('涉及的人'),
        places: list('所在'),
        rows: at('行指纹') === '' ? [] : at('行指纹').split(' '),
        shows: at('疑点指纹'),
      },
    };
  } catch {
    return null;
  }
}

/** The register of cases, a line an event. */
export const CASE_LINES: LineForm<CaseEvent> = { columns: COLUMNS, cellsOf, eventIn };
