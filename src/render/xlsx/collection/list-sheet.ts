import type { FormColumn } from '../../../answer/forms.ts';
import { withoutControls } from '../../../domain/shown/controls.ts';
import { FORM_WORDS } from '../../../text/form-words.ts';
import type { CellStyle, WorkbookCell, WorkbookRow, Worksheet } from '../../../workbook/write/cell.ts';
import { width as textWidth, wrap } from '../../width.ts';
import { textValue } from '../xlsx-cell.ts';
import { standardOf } from './choices-sheet.ts';
import { ABOVE, FIRST, type Layout, STYLES, shown } from './layout.ts';
import { formMarks } from './marks.ts';
import { formValidations } from './validations.ts';

/** Who asks for the form, and until when. */
export interface FormHead {
  readonly due: string | null;
  /** The telephone of the office and whose it is, as given: it is there to be called. */
  readonly contact: string | null;
}

/** In characters: no wider than what is typed there, so that all columns of most forms can be read on one sheet of paper. */
const WIDTHS: Readonly<Record<FormColumn, number>> = {
  ...{
    ordinal: 4,
    name: 8,
    id_number: 16,
    department: 12,
    measure: 22,
    amount: 9,
    standard: 13,
    goods: 12,
    quantity: 5,
  },
  ...{ head: 7, household_size: 5, subdistrict: 9, committee: 10, guardian: 7, guardian_phone: 11, phone: 11 },
  ...{ bank: 11, account: 18, holder: 7, remark: 7 },
};
/** The longest name of a measure stands on two lines. */
const NARROWEST_MEASURE = 12;

function widthsOf({ columns, measures }: Layout['form']): number[] {
  const longest = Math.max(...measures.map(({ plan }) => textWidth(shown(plan.measure.name))));
  const measure = Math.min(WIDTHS.measure, Math.max(NARROWEST_MEASURE, Math.ceil(longest / 2) + 2));
  return columns.map((column) => (column === 'measure' ? measure : WIDTHS[column]));
}

const LOOKS: Partial<Record<FormColumn, CellStyle>> = {
  ordinal: STYLES.middle,
  standard: STYLES.small,
  id_number: STYLES.digits,
  amount: STYLES.money,
  quantity: STYLES.count,
  household_size: STYLES.count,
  guardian_phone: STYLES.digits,
  phone: STYLES.digits,
  account: STYLES.digits,
};
const ROW_HEIGHT = 24;
const LINE_HEIGHT = 17;

const titlesOf = (columns: readonly FormColumn[]): WorkbookCell[] =>
  columns.map((column) => ({ value: FORM_WORDS.titles[column], style: STYLES.heading }));

/** 花名册: what is filled in. */
export function listSheet(layout: Layout, head: FormHead): Worksheet {
  const { form, rows } = layout;
  const { columns } = form;
  return {
    name: FORM_WORDS.sheets.list,
    widths: widthsOf(form),
    frozen: { rows: ABOVE + 1, columns: 2 },
    headings: [ABOVE + 1, ABOVE + 1],
    hasFilter: false,
    columnStyles: columns.map((column) => furtherLook(column)),
    marks: formMarks(layout),
    validations: formValidations(layout),
    rows: [
      ...aboveRows(layout, head),
      { cells: titlesOf(columns), height: 30 },
      ...Array.from({ length: rows }, (_, at) => blankRow(layout, at)),
    ],
  };
}

/** Below the printed rows a number that names somebody is a text as well, and an amount a number. */
function furtherLook(column: FormColumn): CellStyle | undefined {
  return LOOKS[column] === STYLES.digits ? STYLES.further : undefined;
}

function aboveRows({ form }: Layout, { due, contact }: FormHead): WorkbookRow[] {
  const { unit, campaign, measures, payBy, columns } = form;
  const [only] = measures.length === 1 ? measures : [];
  const whole = widthsOf(form).reduce((sum, width) => sum + width, 0);
  const line = (words: string): WorkbookRow => ({
    cells: [{ value: words, style: STYLES.above, across: columns.length }],
    height: LINE_HEIGHT * wrap(words, Math.floor(whole / 1.15)).length + 2,
  });
  const gap = '　　';
  const measure = only
    ? FORM_WORDS.only(shown(only.plan.measure.name), only.plan.measure.to.map(shown).join('、'), standardOf(only)) + gap
    : '';
  return [
    {
      cells: [{ value: shown(FORM_WORDS.listTitle(campaign.title)), style: STYLES.title, across: columns.length }],
      height: 36,
    },
    line(shown(FORM_WORDS.unit(unit)) + gap + measure + FORM_WORDS.yuan),
    line(
      [
        due === null ? FORM_WORDS.noDue : FORM_WORDS.due(due),
        ...(payBy === null ? [] : [shown(FORM_WORDS.payBy(payBy))]),
        contact === null ? FORM_WORDS.noContact : textValue(FORM_WORDS.contact(withoutControls(contact))),
      ].join(gap),
    ),
    line(FORM_WORDS.filledBy),
  ];
}

function blankRow({ form, cell }: Layout, at: number): WorkbookRow {
  const row = FIRST + at;
  const here = (column: FormColumn) => (cell(column) ?? '').replace(String(FIRST), String(row));
  const valueAt = (column: FormColumn): WorkbookCell['value'] => {
    if (column === 'ordinal') return at + 1;
    if (column === 'standard') return { formula: standardFormula(here), result: '' };
    return '';
  };
  return {
    cells: form.columns.map((column) => ({ value: valueAt(column), style: LOOKS[column] ?? STYLES.cell })),
    height: ROW_HEIGHT,
  };
}

/** The standard of the measure that a row names, or of the only one. */
function standardFormula(here: (column: FormColumn) => string): string {
  const measure = here('measure');
  if (measure === '') return `IF(${here('name')}="","",INDEX(form_standards,1,2))`;
  return `IF(${measure}="","",IF(ISNA(MATCH(${measure},form_measures,0)),"",VLOOKUP(${measure},form_standards,2,FALSE)))`;
}
