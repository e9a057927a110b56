import type { FormMeasure } from '../../../answer/forms.ts';
import { columnLetters } from '../../../domain/column-letters.ts';
import { FORM_WORDS } from '../../../text/form-words.ts';
import type { CellStyle, WorkbookCell, WorkbookRow, Worksheet } from '../../../workbook/write/cell.ts';
import { standardOf } from './choices-sheet.ts';
import { type Layout, STYLES, shown } from './layout.ts';

const { statistics: SAY, sheets } = FORM_WORDS;
const FEN_PER_YUAN = 100;
const ABOVE = 4;

/** 统计表: the plan as the document states it, beside what the list comes to. */
export function statisticsSheet(layout: Layout): Worksheet {
  const { form } = layout;
  const hasDepartments = form.columns.includes('department');
  const titles = [
    ...(hasDepartments ? [SAY.columns.department] : []),
    ...[
      SAY.columns.measure,
      SAY.columns.to,
      SAY.columns.standard,
      SAY.columns.count,
      SAY.columns.amount,
      SAY.rows,
      SAY.paid,
    ],
  ];
  const shift = hasDepartments ? 1 : 0;
  const across = titles.length;
  const row = (measure: FormMeasure, at: number) => measureRow(measure, ABOVE + 1 + at, shift, layout);
  return {
    name: sheets.statistics,
    widths: [...(hasDepartments ? [16] : []), 26, 26, 22, 12, 15, 13, 15],
    frozen: { rows: ABOVE, columns: 0 },
    headings: [ABOVE, ABOVE],
    hasFilter: false,
    rows: [
      {
        cells: [{ value: shown(FORM_WORDS.statisticsTitle(form.campaign.title)), style: STYLES.title, across }],
        height: 36,
      },
      { cells: [{ value: shown(FORM_WORDS.unit(form.unit)), style: STYLES.above, across }], height: 20 },
      { cells: [{ value: SAY.note, style: STYLES.note, across }], height: 16 },
      { cells: titles.map((value) => ({ value, style: STYLES.heading })), height: 30 },
      ...form.measures.map(row),
      totalRow(form.measures, shift),
      { cells: [{ value: FORM_WORDS.filledBy, style: STYLES.above, across }], height: 24 },
    ],
  };
}

function measureRow(measure: FormMeasure, row: number, shift: number, layout: Layout): WorkbookRow {
  const { plan, department } = measure;
  const text = (value: string): WorkbookCell => ({ value, style: STYLES.cell });
  const { reach, adopted } = plan;
  return {
    cells: [
      ...(shift > 0 ? [text(shown(department))] : []),
      text(shown(plan.measure.name)),
      text(plan.measure.to.map(shown).join('、') || FORM_WORDS.open),
      text(standardOf(measure)),
      text(reach.map((count) => shown(count.text)).join('、') || FORM_WORDS.open),
      adopted === null ? text(FORM_WORDS.open) : { value: Number(adopted) / FEN_PER_YUAN, style: STYLES.money },
      figure(rowsFormula(layout, row, shift), STYLES.count),
      figure(paidFormula(layout, row, shift), STYLES.money),
    ],
    height: 30,
  };
}

const figure = (formula: string | null, style: CellStyle): WorkbookCell =>
  formula === null ? { value: FORM_WORDS.open, style: STYLES.cell } : { value: { formula, result: 0 }, style };

/** How many rows name the measure, and the department where the list does; all of them where it names none. */
function rowsFormula({ ofList }: Layout, row: number, shift: number): string | null {
  const measures = ofList('measure');
  if (measures === undefined) return `COUNTA(${ofList('name')})`;
  return `SUMPRODUCT(${ofDepartment(ofList('department'), row)}(${measures}=$${columnLetters(shift)}${row}))`.replace(
    'SUMPRODUCT((',
    'SUMPRODUCT(1*(',
  );
}

function paidFormula({ ofList }: Layout, row: number, shift: number): string | null {
  const [measures, amounts] = [ofList('measure'), ofList('amount')];
  if (amounts === undefined) return null;
  if (measures === undefined) return `SUM(${amounts})`;
  if (shift === 0) return `SUMIF(${measures},$${columnLetters(shift)}${row},${amounts})`;
  return `SUMPRODUCT(${ofDepartment(ofList('department'), row)}(${measures}=$${columnLetters(shift)}${row}),${amounts})`;
}

const ofDepartment = (departments: string | undefined, row: number) =>
  departments === undefined ? '' : `(${departments}=$A${row})*`;

/** What is planned adds up only where all of it is known. */
function totalRow(measures: readonly FormMeasure[], shift: number): WorkbookRow {
  const [first, last] = [ABOVE + 1, ABOVE + measures.length];
  const isKnown = measures.every(({ plan }) => plan.adopted !== null);
  const sum = (at: number, style: CellStyle): WorkbookCell => {
    const letters = columnLetters(at + shift);
    return { value: { formula: `SUM(${letters}${first}:${letters}${last})`, result: 0 }, style };
  };
  return {
    cells: [
      { value: SAY.total, style: STYLES.heading, across: 4 + shift },
      ...Array.from({ length: 3 + shift }, () => undefined),
      isKnown ? sum(4, STYLES.sum) : { value: FORM_WORDS.open, style: STYLES.cell },
      sum(5, { ...STYLES.sum, format: '0' }),
      sum(6, STYLES.sum),
    ],
    height: 24,
  };
}
