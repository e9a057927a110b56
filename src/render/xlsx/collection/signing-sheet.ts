import type { FormColumn } from '../../../answer/forms.ts';
import { FORM_WORDS } from '../../../text/form-words.ts';
import type { CellStyle, WorkbookCell, WorkbookRow, Worksheet } from '../../../workbook/write/cell.ts';
import { FIRST, type Layout, STYLES, shown } from './layout.ts';

const { signing: SAY, sheets } = FORM_WORDS;
const ASKED: readonly (keyof typeof SAY.columns)[] = [
  'ordinal',
  'name',
  'committee',
  'measure',
  'amount',
  'goods',
  'quantity',
];
const WIDTHS: Partial<Record<FormColumn, number>> = {
  ordinal: 5,
  name: 11,
  committee: 16,
  measure: 24,
  amount: 11,
  goods: 14,
  quantity: 6,
};
/** In characters: what still reads well on a page of A4 upright. */
const WIDEST_PORTRAIT = 100;
const SIGNED = { sign: 16, agent: 14, day: 13 } as const;

/** 签领表: who signs for what is given by hand or in goods. The list fills it in; it is printed. */
export function signingSheet({ form, rows, letters }: Layout): Worksheet {
  const asked = ASKED.filter((column) => form.columns.includes(column));
  const heading = (value: string): WorkbookCell => ({ value, style: STYLES.heading });
  const across = asked.length + Object.keys(SIGNED).length;
  const top: WorkbookRow[] = [
    {
      cells: [{ value: shown(FORM_WORDS.signingTitle(form.campaign.title)), style: STYLES.title, across }],
      height: 36,
    },
    { cells: [{ value: shown(FORM_WORDS.unit(form.unit)), style: STYLES.above, across }], height: 20 },
    { cells: [{ value: SAY.note, style: STYLES.note, across }], height: 16 },
    {
      cells: [
        ...asked.map((column) => heading(SAY.columns[column])),
        heading(SAY.sign),
        heading(SAY.agent),
        heading(SAY.day),
      ],
      height: 24,
    },
  ];
  const linked = (column: FormColumn, row: number): WorkbookCell => {
    const from = `${sheets.list}!$${letters(column)}${row}`;
    const name = `${sheets.list}!$${letters('name')}${row}`;
    return { value: { formula: `IF(${name}="","",IF(${from}="","",${from}))`, result: '' }, style: lookOf(column) };
  };
  const widths = [...asked.map((column) => WIDTHS[column] ?? 10), ...Object.values(SIGNED)];
  return {
    name: sheets.signing,
    widths,
    frozen: { rows: top.length, columns: 0 },
    headings: [top.length, top.length],
    hasFilter: false,
    isPortrait: widths.reduce((sum, width) => sum + width, 0) <= WIDEST_PORTRAIT,
    rows: [
      ...top,
      ...Array.from({ length: rows }, (_, at): WorkbookRow => {
        const signed = Object.keys(SIGNED).map((): WorkbookCell => ({ value: '', style: STYLES.cell }));
        return { cells: [...asked.map((column) => linked(column, FIRST + at)), ...signed], height: 26 };
      }),
    ],
  };
}

const lookOf = (column: FormColumn): CellStyle =>
  column === 'amount'
    ? STYLES.money
    : column === 'quantity'
      ? STYLES.count
      : column === 'ordinal'
        ? STYLES.middle
        : STYLES.cell;
