import type { Layout, LayoutCell, LayoutField, PaymentField } from '../campaign/payment-layout.ts';
import { type Fen, yuan } from '../money.ts';

/** What a file is of, for its head, its foot, its name and all its lines. */
export interface FileFacts {
  readonly count: number;
  readonly total: Fen;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly batch: number;
  /** Which of the bank's files of this batch, from 1. */
  readonly part: number;
  readonly campaign: string;
  readonly payer: string;
}

/** What a line is of. */
export type PaymentFacts = Readonly<Record<Exclude<PaymentField, 'ordinal' | 'amount'>, string>> & {
  readonly ordinal: number;
  readonly amount: Fen;
};

/** How many bytes a text takes; null where it can't be written. */
export type Measured = (text: string) => number | null;

/** Why something can't be written: it is longer than its room, it has a character that the encoding lacks, or what divides the line. */
export type Unfit = 'too-long' | 'no-character' | 'divides';

/** Where something can't be written. */
export interface UnfitCell {
  readonly unfit: Unfit;
  readonly field: LayoutField;
}

/** A layout's text for a file, or for a payment in it. */
export function layoutText(
  layout: Layout,
  facts: FileFacts & Partial<PaymentFacts>,
  bytes: Measured,
  isLine = false,
): string | UnfitCell {
  const dividers = isLine ? layout.flatMap((part) => ('text' in part ? dividersIn(part.text) : [])) : [];
  let line = '';
  for (const part of layout) {
    if ('text' in part) {
      line += part.text;
      continue;
    }
    const written = cellText(part, facts, bytes);
    if (typeof written !== 'string') return written;
    if (dividers.some((divider) => written.includes(divider))) return { unfit: 'divides', field: part.field };
    line += written;
  }
  return line;
}

/** What stands between the cells of a line, and can't stand in one. */
const dividersIn = (text: string): string[] => (/^[^\p{L}\p{N}]+$/u.test(text) ? [text.trim() || text] : []);

function cellText(cell: LayoutCell, facts: FileFacts & Partial<PaymentFacts>, bytes: Measured): string | UnfitCell {
  const { field, width } = cell;
  const text = valueText(cell, facts);
  const length = bytes(text);
  if (length === null) return { unfit: 'no-character', field };
  if (width === null) return text;
  if (length > width.bytes) return { unfit: 'too-long', field };
  const room = width.bytes - length;
  const fill = width.fill.repeat(Math.floor(room / (bytes(width.fill) || 1)));
  return width.side === 'left' ? fill + text : text + fill;
}

function valueText({ field, inFen, day }: LayoutCell, facts: FileFacts & Partial<PaymentFacts>): string {
  switch (field) {
    case 'amount':
    case 'total': {
      const money = field === 'total' ? facts.total : (facts.amount ?? 0n);
      return inFen ? String(money) : yuan(money);
    }
    case 'date': {
      const [year = '', month = '', date = ''] = facts.date.split('-');
      return day.replace('YYYY', year).replace('YY', year.slice(2)).replace('MM', month).replace('DD', date);
    }
    default:
      return String(facts[field] ?? '');
  }
}
