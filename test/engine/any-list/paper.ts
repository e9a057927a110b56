import { type Column, STREETS, type Told } from './columns.ts';
import type { Draw, Payout } from './draw.ts';
import { type Format, isWorkbook, type Merge, type Sheet } from './file.ts';

/** A sheet, and whom it pays. */
export interface Made {
  readonly sheet: Sheet;
  readonly paid: readonly Payout[];
}
export type Cells = (string | number)[];

/** A sheet as it grows. */
export class Paper {
  readonly rows: Cells[] = [];
  readonly merges: Merge[] = [];
  readonly paid: Payout[] = [];

  add(...cells: Cells): number {
    return this.rows.push(cells) - 1;
  }

  pay({ person, fen }: Pick<Told, 'person' | 'fen'>): void {
    this.paid.push({ ...person, fen });
  }

  get made(): Made {
    return { sheet: { rows: this.rows, merges: this.merges }, paid: this.paid };
  }
}

export const yuan = (draw: Draw) => draw.one([200, 300, 500, 600, 800, 1000, 1200, 1500, 2000]) * 100;
export const sum = (payouts: readonly { fen: number }[]) => payouts.reduce((all, { fen }) => all + fen, 0);

/** Somebody who is paid, in a street. */
export const told = (draw: Draw, ordinal: number, street: string): Told => ({
  person: draw.person(),
  fen: yuan(draw),
  ordinal,
  street,
});

export function above(draw: Draw, paper: Paper, unit: number): void {
  if (draw.chance(0.6))
    paper.add(
      draw.one(['2026年春节慰问金发放名册', '困难群众帮困送温暖花名册', '附件2：', '春节慰问发放表（第一批）']),
    );
  if (unit !== 1) paper.add(draw.one(['单位：万元', '金额单位：万元']));
  else if (draw.chance(0.4))
    paper.add(draw.one(['单位：元', '填报单位：示范区民政局', '填表日期：2026年1月12日', '单位：元、人']));
}

export function below(draw: Draw, paper: Paper): void {
  if (draw.chance(0.2)) paper.add();
  if (draw.chance(0.2)) paper.add('以下空白');
  if (draw.chance(0.6))
    paper.add(
      ...draw.one([
        ['制表人：周明', '', '审核人：吴芳'],
        ['负责人：', '', '经办人：'],
        ['注：以上人员均已核实'],
        ['填表人：郑强'],
      ]),
    );
}

export const GRAND = ['合计', '总计', '共计', '合 计', '总合计', '以上共计', '村合计', 'Total', '汇总', '总金额'];
const PARTLY = ['小计', '小 计', '本页小计', '本页合计', '街道小计', '小计：'];

/** A row that adds others up, with its label in one of the first columns. */
function total(
  draw: Draw,
  paper: Paper,
  columns: readonly Column[],
  label: string,
  of: readonly Payout[],
  amount: (fen: number) => string | number,
): void {
  const at = draw.chance(0.8) ? 0 : columns.findIndex(({ role }) => role === 'name');
  paper.add(...columns.map(({ role }, index) => (role === 'amount' ? amount(sum(of)) : index === at ? label : '')));
}

/** What a list is below its header: rows in groups, perhaps with sums and headers again. */
export function body(
  draw: Draw,
  paper: Paper,
  columns: readonly Column[],
  format: Format,
  { sums = true, first = 1, header }: { sums?: boolean; first?: number; header?: Cells } = {},
): void {
  const amount = columns.find(({ role }) => role === 'amount');
  const say = (fen: number) => amount?.cell({ fen } as Told) ?? '';
  const isGrouped = draw.chance(0.4);
  const isAgain = header !== undefined && draw.chance(0.25);
  const whole = paper.paid.length;
  const streetAt = columns.findIndex(({ role }) => role === 'street');
  const isDitto = streetAt >= 0 && draw.chance(0.2);
  const isMerged = streetAt >= 0 && isWorkbook(format) && draw.chance(0.4);
  let ordinal = first;
  for (let group = 0; group < (isGrouped ? 2 + draw.below(3) : 1); group++) {
    const street = STREETS[group % STREETS.length] as string;
    const before = paper.paid.length;
    const start = paper.rows.length;
    if (group > 0 && isAgain && header) paper.add(...header);
    const top = paper.rows.length;
    for (let row = 0; row < 2 + draw.below(8); row++) {
      const one = told(draw, ordinal++, street);
      const cells = columns.map(({ cell }) => cell(one));
      if (row > 0 && isMerged) cells[streetAt] = '';
      else if (row > 0 && isDitto) cells[streetAt] = draw.one(['同上', '〃', '"']);
      paper.add(...cells);
      paper.pay(one);
    }
    if (isMerged && paper.rows.length - top > 1) paper.merges.push([top, streetAt, paper.rows.length - 1, streetAt]);
    if (isGrouped && sums && start >= 0) total(draw, paper, columns, draw.one(PARTLY), paper.paid.slice(before), say);
  }
  if (sums && draw.chance(0.7)) total(draw, paper, columns, draw.one(GRAND), paper.paid.slice(whole), say);
}
