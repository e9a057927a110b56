import type { CollectionForm, FormColumn } from '../../../answer/forms.ts';
import { columnLetters } from '../../../domain/column-letters.ts';
import { shownText } from '../../../domain/shown/masking.ts';
import { FORM_WORDS } from '../../../text/form-words.ts';
import type { CellStyle } from '../../../workbook/write/cell.ts';
import { TEXT } from '../../../workbook/write/styles.ts';
import { FIGURES, FORM_FONTS, textValue } from '../xlsx-cell.ts';

/** Rows above the list's header: title, unit, dates, who filled it in. */
export const ABOVE = 4;
/** The first row that is filled in. */
export const FIRST = ABOVE + 2;
/** So many rows below the printed ones are looked after too: what is typed there is checked like the rest. */
const FURTHER = 2000;

/** Where everything stands on the sheets of a form, so that formulas can refer to it. */
export interface Layout {
  readonly form: CollectionForm;
  /** Rows that are printed with lines. */
  readonly rows: number;
  readonly last: number;
  /** The letters of a column of the list; undefined where the form does not ask for it. */
  readonly letters: (column: FormColumn) => string | undefined;
  /** `$C6`: the first cell of a column, as formulas of rows name it. */
  readonly cell: (column: FormColumn) => string | undefined;
  /** `C6:C2205` */
  readonly range: (column: FormColumn) => string | undefined;
  /** The same of another sheet: `花名册!$C$6:$C$2205`. */
  readonly ofList: (column: FormColumn) => string | undefined;
}

export function layoutOf(form: CollectionForm, rows: number): Layout {
  const last = FIRST + Math.max(rows, FURTHER) - 1;
  const letters = (column: FormColumn) => {
    const at = form.columns.indexOf(column);
    return at < 0 ? undefined : columnLetters(at);
  };
  const with_ = (column: FormColumn, make: (letters: string) => string) => {
    const own = letters(column);
    return own === undefined ? undefined : make(own);
  };
  return {
    form,
    rows,
    last,
    letters,
    cell: (column) => with_(column, (own) => `$${own}${FIRST}`),
    range: (column) => with_(column, (own) => `${own}${FIRST}:${own}${last}`),
    ofList: (column) => with_(column, (own) => `${FORM_WORDS.sheets.list}!$${own}$${FIRST}:$${own}$${last}`),
  };
}

const LINE = 'FF000000';
const DIGITS = { ...FORM_FONTS.cell, name: FIGURES };
export const STYLES = {
  title: { font: FORM_FONTS.title, horizontal: 'center', wrapped: true },
  above: { font: FORM_FONTS.text, horizontal: 'left', wrapped: true },
  heading: { font: FORM_FONTS.heading, horizontal: 'center', wrapped: true, line: LINE },
  cell: { font: FORM_FONTS.cell, horizontal: 'left', wrapped: true, line: LINE },
  small: { font: { ...FORM_FONTS.note, size: 8 }, horizontal: 'left', wrapped: true, line: LINE },
  middle: { font: FORM_FONTS.cell, horizontal: 'center', wrapped: true, line: LINE },
  /** Numbers that name somebody: typed as text, so that no digit is lost. */
  digits: { font: DIGITS, horizontal: 'left', wrapped: false, line: LINE, format: TEXT },
  money: { font: DIGITS, horizontal: 'right', wrapped: false, line: LINE, format: '#,##0.00' },
  count: { font: DIGITS, horizontal: 'right', wrapped: false, line: LINE, format: '0' },
  sum: { font: { ...DIGITS, bold: true }, horizontal: 'right', wrapped: false, line: LINE, format: '#,##0.00' },
  note: { font: FORM_FONTS.note, horizontal: 'left', wrapped: true },
  /** Below what is printed. */
  further: { font: DIGITS, horizontal: 'left', wrapped: false, format: TEXT },
} as const satisfies Record<string, CellStyle>;

/** Words of a campaign as they may stand in a form's cell. */
export const shown = (words: string): string => textValue(shownText(words));
