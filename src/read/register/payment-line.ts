import { PAYMENT_EVENTS, type PaymentEvent, type PaymentEventKind } from '../../domain/pay/payment-event.ts';
import { moneyCell, readCell, readMoneyCell, writtenCell } from './line-cells.ts';
import type { LineForm } from './sealed-lines.ts';

/** The columns of a ledger of payments. */
const COLUMNS = [
  '时间',
  '活动',
  '批次',
  '事件',
  '银行',
  '文件',
  '笔数',
  '金额',
  '代发编号',
  '原代发编号',
  '部门',
  '项目',
  '姓名',
  '账号',
  '所在',
  '人的摘要',
  '账号摘要',
  '密钥标识',
  '说明',
] as const;
type Title = (typeof COLUMNS)[number];

const EVENT_WORDS: Readonly<Record<PaymentEventKind, string>> = { made: '编入', filed: '成盘', withdrawn: '撤销' };

function cellsOf(event: PaymentEvent, campaign: string): string[] {
  const cells: Readonly<Record<Title, string>> = {
    时间: event.time,
    活动: campaign,
    批次: String(event.batch),
    事件: EVENT_WORDS[event.kind],
    银行: event.bank,
    文件: event.file,
    笔数: String(event.count),
    金额: moneyCell(event.amount),
    代发编号: event.reference,
    原代发编号: event.before,
    部门: event.department,
    项目: event.measure,
    姓名: event.name,
    账号: event.account,
    所在: event.place,
    人的摘要: event.person,
    账号摘要: event.payee,
    密钥标识: event.key,
    说明: event.note,
  };
  return COLUMNS.map((title) => writtenCell(cells[title]));
}

const COUNT = /^\d{1,9}$/;

function eventIn(cells: readonly string[]): { readonly event: PaymentEvent; readonly campaign: string } | null {
  const at = (title: Title) => readCell(cells[COLUMNS.indexOf(title)]);
  const kind = PAYMENT_EVENTS.find((each) => EVENT_WORDS[each] === at('事件'));
  const isCounted = COUNT.test(at('批次')) && COUNT.test(at('笔数'));
  if (cells.length < COLUMNS.length || kind === undefined || !isCounted) return null;
  try {
    return {
      campaign: at('活动'),
      event: {
        time: at('时间'),
        kind,
        batch: Number(at('批次')),
        bank: at('银行'),
        file: at('文件'),
        count: Number(at('笔数')),
        amount: readMoneyCell(at('金额')) ?? 0n,
        reference: at('代发编号'),
        before: at('原代发编号'),
        department: at('部门'),
        measure: at('项目'),
        name: at('姓名'),
        account: at('账号'),
        place: at('所在'),
        person: at('人的摘要'),
        payee: at('账号摘要'),
        key: at('密钥标识'),
        note: at('说明'),
      },
    };
  } catch {
    return null;
  }
}

/** The ledger of payments, a line an event. */
export const PAYMENT_LINES: LineForm<PaymentEvent> = { columns: COLUMNS, cellsOf, eventIn };
