/** What a bank's file may hold of each payment, by the words that a campaign may say it in. */
const OF_PAYMENT = {
  ordinal: '序号',
  reference: '代发编号',
  name: '姓名',
  holder: '户名',
  account: '账号',
  bank: '开户行',
  amount: '金额',
  id: '证件号',
  measure: '项目',
  department: '部门',
} as const;

/** What it may hold of the file as a whole, in every line. */
const OF_FILE = {
  count: '总笔数',
  total: '总金额',
  date: '日期',
  batch: '批次',
  part: '文件序号',
  campaign: '活动',
  payer: '银行',
} as const;

export type PaymentField = keyof typeof OF_PAYMENT;
type FileField = keyof typeof OF_FILE;
export type LayoutField = PaymentField | FileField;

const WORDS = { ...OF_PAYMENT, ...OF_FILE };
const FIELD_OF: ReadonlyMap<string, LayoutField> = new Map(
  (Object.entries(WORDS) as [LayoutField, string][]).flatMap(([field, word]) => [
    [field as string, field],
    [word, field],
  ]),
);
/** A field as people write it. */
export const wordOf = (field: LayoutField | undefined): string => (field === undefined ? '' : `{${WORDS[field]}}`);
/** 帐号 is 账号. */
const fieldOf = (word: string): LayoutField | undefined => FIELD_OF.get(word.trim().replaceAll('帐', '账'));
export const isOfPayment = (field: LayoutField): field is PaymentField => Object.hasOwn(OF_PAYMENT, field);

/** A text as it stands, or something of a payment, as it is to be written. */
type LayoutPart = { readonly text: string } | LayoutCell;

export interface LayoutCell {
  readonly field: LayoutField;
  /** Money in yuan with two decimals, unless it says otherwise. */
  readonly inFen: boolean;
  /** How a day is written: YYYYMMDD. */
  readonly day: string;
  /** How wide it is, in bytes of the file's encoding, with what it is filled up and on which side; null where it is as wide as it is. */
  readonly width: { readonly bytes: number; readonly fill: string; readonly side: 'left' | 'right' } | null;
}

export type Layout = readonly LayoutPart[];

const MONEY: readonly LayoutField[] = ['amount', 'total'];
const USUAL_DAY = 'YYYYMMDD';
const DAY = /^(?=.*(?:YY|MM|DD))[YMD\d/.\-年月日]+$/;
const WIDTH = /^(?:(.)?([<>]))?(0)?(\d{1,3})$/u;
const LONGEST_CELL = 255;

/** Why a layout can't be read: at which words. */
export interface LayoutFault {
  readonly at: string;
}

/**
 * Reads how a line, a column or a name of a bank's file is made: text as it stands, and in braces what is to be put there: `{账号}`, in
 * English or Chinese, and behind colons how: `{金额:分:012}` in fen with zeros before it to 12 bytes, `{户名:<20}` with spaces behind it to
 * 20, `{总笔数:>6}` with spaces before it, `{总金额:=<31}` with = behind it, `{日期:YYYY-MM-DD}`. A brace of its own is written twice. A
 * field's word alone means the field.
 */
export function readLayout(written: string): Layout | LayoutFault {
  const alone = fieldOf(written);
  if (alone) return [cellOf(alone)];
  const parts: LayoutPart[] = [];
  let text = '';
  for (const [piece] of written.matchAll(/\{\{|\}\}|\{[^{}]*\}|[^{}]+|[{}]/gu)) {
    if (piece === '{{' || piece === '}}') text += piece[0];
    else if (!/^\{.*\}$/su.test(piece)) {
      if (piece === '{' || piece === '}') return { at: piece };
      text += piece;
    } else {
      const cell = readCell(piece.slice(1, -1));
      if ('at' in cell) return cell;
      if (text !== '') parts.push({ text });
      text = '';
      parts.push(cell);
    }
  }
  if (text !== '') parts.push({ text });
  return parts;
}

const cellOf = (field: LayoutField): LayoutCell => ({ field, inFen: false, day: USUAL_DAY, width: null });

function readCell(written: string): LayoutCell | LayoutFault {
  const [name = '', ...options] = written.split(/[:：]/);
  const field = fieldOf(name);
  if (!field) return { at: `{${written}}` };
  let cell = cellOf(field);
  for (const option of options) {
    const changed = withOption(cell, option);
    if (!changed) return { at: `{${written}}` };
    cell = changed;
  }
  return cell;
}

function withOption(cell: LayoutCell, option: string): LayoutCell | null {
  const isMoney = MONEY.includes(cell.field);
  if (isMoney && /^(?:分|fen)$/.test(option)) return { ...cell, inFen: true };
  if (isMoney && /^(?:元|yuan)$/.test(option)) return { ...cell, inFen: false };
  if (cell.field === 'date' && DAY.test(option)) return { ...cell, day: option };
  const [, fill, side, zero, digits] = WIDTH.exec(option) ?? [];
  const bytes = Number(digits);
  if (digits === undefined || bytes < 1 || bytes > LONGEST_CELL) return null;
  const isNumber = isMoney || cell.field === 'count' || zero !== undefined;
  return {
    ...cell,
    width: {
      bytes,
      fill: fill ?? zero ?? ' ',
      side: side === undefined ? (isNumber ? 'left' : 'right') : side === '>' ? 'left' : 'right',
    },
  };
}

export const isLayoutFault = (read: Layout | LayoutFault): read is LayoutFault => !Array.isArray(read);

/** The fields that a layout has. */
export const fieldsOfLayout = (layout: Layout): LayoutField[] =>
  layout.flatMap((part) => ('field' in part ? [part.field] : []));
