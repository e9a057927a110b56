import { stringify } from 'csv-stringify/sync';
import type { Payable } from '../../answer/pay/payables.ts';
import type { PlannedPayment } from '../../answer/pay/payment-plan.ts';
import type { PaymentBank } from '../../domain/campaign/payment-banks.ts';
import type { Layout } from '../../domain/campaign/payment-layout.ts';
import type { PlannedFile } from '../../domain/pay/batch-files.ts';
import {
  type FileFacts,
  layoutText,
  type Measured,
  type PaymentFacts,
  type UnfitCell,
} from '../../domain/pay/layout-text.ts';
import { bytesIn, encoded } from '../../file/encode.ts';
import { fillTable, type TableValue } from '../../workbook/edit/fill-table.ts';
import type { CellStyle, WorkbookRow, Worksheet } from '../../workbook/write/cell.ts';
import { workbookOf } from '../../workbook/write/workbook.ts';
import { madeAt } from '../xlsx/made-at.ts';
import { BODY_FONT, HEADING } from '../xlsx/xlsx-cell.ts';
import { fileForm } from './payment-columns.ts';

const USUAL_ENCODING = 'gb18030';
const LINE_END = '\r\n';

/** What a bank's file is of, but for what it comes to. */
export type BatchFacts = Pick<FileFacts, 'date' | 'batch' | 'campaign'>;

/** A workbook holds any character; a cell of it has no width in bytes that matters. */
const measured = (bank: PaymentBank): Measured => {
  const { kind } = fileForm(bank);
  const encoding = kind === 'text' || kind === 'csv' ? (bank.encoding ?? USUAL_ENCODING) : 'utf-8';
  return (text) => bytesIn(text, encoding);
};

const paymentFacts = (payout: Payable, reference: string, ordinal: number): PaymentFacts => {
  const { name, holder, account, bank, amount, id, measureName: measure, department } = payout;
  return {
    ordinal,
    reference,
    name,
    holder: holder || name,
    account,
    bank,
    amount: amount ?? 0n,
    id,
    measure,
    department,
  };
};

/** A reference as long as any, to see whether it has room. */
const SOME_REFERENCE = 'BBBB000000000B';

/** Why a payment can't be written as its bank wants it; null where it can. */
export function unfitFor(payout: Payable, bank: PaymentBank, of: BatchFacts): UnfitCell | null {
  const facts = { ...of, count: 1, total: payout.amount ?? 0n, part: 1, payer: bank.name };
  const form = fileForm(bank);
  for (const [, layout] of form.columns) {
    const text = layoutText(
      layout,
      { ...facts, ...paymentFacts(payout, SOME_REFERENCE, 1) },
      measured(bank),
      form.kind === 'text',
    );
    if (typeof text !== 'string') return text;
  }
  return null;
}

export const factsOf = ({ bank, part, payments, total }: PlannedFile<PlannedPayment>, of: BatchFacts): FileFacts => ({
  ...of,
  count: payments.length,
  total,
  part,
  payer: bank.name,
});

/** What has no room although each payment has: a total. */
export class UnfitFile extends Error {
  readonly bank: string;
  readonly cell: UnfitCell;
  constructor(bank: string, cell: UnfitCell) {
    super(`${bank}: ${cell.field}`);
    this.bank = bank;
    this.cell = cell;
  }
}

/**
 * A file of payments as its bank wants it. Names and accounts stand in it in full, and nothing is put before them: it goes to nobody else.
 * `template` is where the bank's workbook stands.
 * @throws InvalidInput for a template that can't be filled; UnfitFile.
 */
export async function paymentFile(
  file: PlannedFile<PlannedPayment>,
  of: BatchFacts,
  template: string | null,
): Promise<Uint8Array | AsyncIterable<Uint8Array>> {
  const { bank } = file;
  const form = fileForm(bank);
  const text = textIn(file, of);
  const titles = form.columns.map(([title]) => title);
  switch (form.kind) {
    case 'text': {
      const lines = [
        ...(bank.head ?? []).map((layout) => text(layout)),
        ...file.payments.map((payment) => text(bank.row ?? [], payment)),
        ...(bank.foot ?? []).map((layout) => text(layout)),
      ];
      return encoded(lines.map((line) => line + LINE_END).join(''), bank.encoding ?? USUAL_ENCODING);
    }
    case 'csv': {
      const around = (layouts: readonly Layout[] = []) => layouts.map((layout) => text(layout) + LINE_END).join('');
      const rows = file.payments.map((payment) => form.columns.map(([, layout]) => text(layout, payment)));
      const table = stringify([titles, ...rows], { record_delimiter: LINE_END });
      return encoded(around(bank.head) + table + around(bank.foot), bank.encoding ?? USUAL_ENCODING);
    }
    default: {
      const rows = file.payments.map((payment) => form.columns.map(([, layout]) => cellOf(layout, payment, text)));
      if (form.kind === 'template') return fillTable(template ?? '', { sheet: bank.sheet ?? null, titles, rows });
      return workbookOf(oneSheet(bank.sheet ?? SHEET, titles, rows), madeAt());
    }
  }
}

type Text = (layout: Layout, payment?: PlannedPayment) => string;

function textIn(file: PlannedFile<PlannedPayment>, of: BatchFacts): Text {
  const { bank } = file;
  const [facts, bytes, isText] = [factsOf(file, of), measured(bank), fileForm(bank).kind === 'text'];
  return (layout, payment) => {
    const own = payment && paymentFacts(payment.payout, payment.reference, payment.ordinal);
    const written = layoutText(layout, { ...facts, ...own }, bytes, isText && payment !== undefined);
    if (typeof written !== 'string') throw new UnfitFile(bank.name, written);
    return written;
  };
}

/** An amount in yuan is a number in a workbook, so that people can add it up; all else is text, so that no digit is lost. */
function cellOf(layout: Layout, payment: PlannedPayment, text: Text): TableValue {
  const [only] = layout;
  const isNumber =
    layout.length === 1 && only && 'field' in only && only.field === 'amount' && !only.inFen && !only.width;
  const written = text(layout, payment);
  return isNumber ? Number(written) : written;
}

const SHEET = '代发';
const BODY: CellStyle = { font: BODY_FONT, horizontal: 'left', wrapped: false, format: '@' };
const AMOUNT: CellStyle = { font: BODY_FONT, horizontal: 'right', wrapped: false, format: '0.00' };
const WIDTH = 22;

async function* oneSheet(
  name: string,
  titles: readonly string[],
  rows: readonly (readonly TableValue[])[],
): AsyncGenerator<Worksheet> {
  const heading: WorkbookRow = { cells: titles.map((value) => ({ value, style: HEADING })) };
  yield {
    name,
    widths: titles.map(() => WIDTH),
    frozen: { rows: 1, columns: 0 },
    headings: [1, 1],
    hasFilter: false,
    rows: [
      heading,
      ...rows.map(
        (cells): WorkbookRow => ({
          cells: cells.map((value) => ({ value, style: typeof value === 'number' ? AMOUNT : BODY })),
        }),
      ),
    ],
  };
}
