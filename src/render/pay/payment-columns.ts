import type { PaymentBank } from '../../domain/campaign/payment-banks.ts';
import type { Layout, LayoutField } from '../../domain/campaign/payment-layout.ts';

const column = (field: LayoutField): Layout => [{ field, inFen: false, day: 'YYYYMMDD', width: null }];

/** The columns of a file for a bank of which the campaign says nothing else. */
const USUAL: Readonly<Record<string, Layout>> = {
  序号: column('ordinal'),
  代发编号: column('reference'),
  户名: column('holder'),
  账号: column('account'),
  开户行: column('bank'),
  金额: column('amount'),
};

/** How the file of a bank is made: lines of text, a table of its own, or the bank's workbook; its ending; its titles and columns. */
export interface FileForm {
  readonly kind: 'text' | 'csv' | 'xlsx' | 'template';
  readonly ending: string;
  readonly columns: readonly (readonly [title: string, layout: Layout])[];
}

export function fileForm({ row, template, columns = USUAL, format = 'xlsx' }: PaymentBank): FileForm {
  const kind = row ? 'text' : template === undefined ? format : 'template';
  const ending = { text: '.txt', csv: '.csv', xlsx: '.xlsx', template: '.xlsx' }[kind];
  return { kind, ending, columns: row ? [['', row]] : Object.entries(columns) };
}

/** Whether a bank's files hold the references by which what it returns is known again. */
export const hasReferences = (bank: PaymentBank): boolean =>
  fileForm(bank).columns.some(([, layout]) => layout.some((part) => 'field' in part && part.field === 'reference'));
