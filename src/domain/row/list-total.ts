import { compactCell, UNCOMPUTED } from '../cell-text.ts';
import type { Fen } from '../money.ts';
import { readAmount } from './payout-amount.ts';

/** What a list says of itself in one of its total rows: 合计 48户 61200. */
export interface ListTotal {
  readonly row: number;
  /** Null where nothing is said of money, or it can't be read. */
  readonly amount: { readonly fen: Fen; readonly step: Fen } | null;
  /** 人 (of a bank, 笔) and 户; null where that is not said. */
  readonly persons: number | null;
  readonly households: number | null;
  /** Whether the amount is a formula that was never computed. */
  readonly isUncomputed: boolean;
}

/** Money in words beside the label: 合计（大写）伍万贰仟元整, 共计52000元. */
const IN_FIGURES = /([\d,]+(?:\.\d+)?)(万?元)/;
const IN_WORDS = /[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]{2,}[元圆][零壹贰叁肆伍陆柒捌玖拾角分整正]*/;
const PERSONS = /(?:人数|人次|笔数)[:为]?(\d{1,7})(?!\d)|(?<!\d)(\d{1,7})(?:人次?(?!民)|名|位|笔)/;
const HOUSEHOLDS = /户数[:为]?(\d{1,7})(?!\d)|(?<!\d)(\d{1,7})户次?/;
/** 其中：现金 is a part of what stands above, of which the rows say nothing. */
const PART = /^[(【]?其中/;

/** Reads a total row; `amount` is the column of amounts, in units of so many fen. Null where it says nothing that rows could contradict. */
export function readTotal(
  row: number,
  cells: readonly string[],
  amount: number | undefined,
  fenPerUnit: Fen,
): ListTotal | null {
  const own = amount === undefined ? '' : (cells[amount] ?? '');
  const others = cells.flatMap((cell, index) => (index === amount ? [] : [compactCell(cell.slice(0, 200))]));
  if (others.some((text) => PART.test(text))) return null;
  const text = others.join(' ');
  const money = readOwn(own, fenPerUnit) ?? readInText(text);
  const [persons, households] = [countIn(PERSONS, text), countIn(HOUSEHOLDS, text)];
  const isUncomputed = own === UNCOMPUTED;
  if (money === null && persons === null && households === null && !isUncomputed) return null;
  return { row, amount: money, persons, households, isUncomputed };
}

/** What stands in the column of amounts, and one unit of the last digit that is printed there: so exact is it. */
function readOwn(cell: string, fenPerUnit: Fen): ListTotal['amount'] {
  const read = readAmount(cell, fenPerUnit);
  return 'fen' in read ? { fen: read.fen, step: stepOf(compactCell(cell), fenPerUnit) } : null;
}

function readInText(text: string): ListTotal['amount'] {
  const [figures] = IN_FIGURES.exec(text) ?? IN_WORDS.exec(text) ?? [];
  return figures === undefined ? null : readOwn(figures, 100n);
}

function stepOf(text: string, fenPerUnit: Fen): Fen {
  const unit = text.includes('万') ? 1_000_000n : text.includes('元') ? 100n : fenPerUnit;
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  const step = unit / 10n ** BigInt(decimals);
  return step > 0n ? step : 1n;
}

function countIn(form: RegExp, text: string): number | null {
  const [, before, behind] = form.exec(text) ?? [];
  return before === undefined && behind === undefined ? null : Number(before ?? behind);
}
