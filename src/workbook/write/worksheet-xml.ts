import { columnLetters } from '../../domain/column-letters.ts';
import { xmlText } from '../xml-text.ts';
import { type ColumnInput, MARGINS, type WorkbookCell, type WorkbookRow, type Worksheet } from './cell.ts';
import { marksXml, validationsXml } from './rules-xml.ts';
import type { Styles } from './styles.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** A row can be no higher, in points. */
const HIGHEST = 409;
/** So many pages can be told to begin with a row. */
const MOST_BREAKS = 1023;
/** Text is handed on in pieces of about so many characters. */
const PIECE = 1 << 16;

/** A worksheet as its part of a workbook, in pieces: no more than one of them is in memory. Gives its last row at the end. */
export async function* worksheetXml(worksheet: Worksheet, styles: Styles): AsyncGenerator<string, number> {
  const { frozen, widths, headings, hasFilter, inputs, rows, columnStyles, marks = [] } = worksheet;
  const { validations: allowed = [], isPortrait = false, across, onOnePage = false } = worksheet;
  const pagesFrom = worksheet.pagesFrom?.slice(-MOST_BREAKS) ?? [];
  const lines = new Rows(styles, widths.length);
  let piece = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>${view(frozen)}<sheetFormatPr defaultRowHeight="15"/>${columns(
    widths,
    (columnStyles ?? []).map((style) => style && styles.numberOf(style)),
  )}<sheetData>`;
  for await (const row of rows) {
    piece += lines.xml(row);
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  const { merged, last } = lines;
  const filter = `A${headings[1]}:${columnLetters(widths.length - 1)}${Math.max(last, headings[1])}`;
  yield [
    piece,
    '</sheetData>',
    hasFilter ? `<autoFilter ref="${filter}"/>` : '',
    merged.length > 0
      ? `<mergeCells count="${merged.length}">${merged.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`
      : '',
    marksXml(marks, (mark) => styles.markOf(mark)),
    validationsXml(allowed),
    inputs && inputs.size > 0 && last > headings[1] ? validations(inputs, headings[1] + 1, last) : '',
    `<pageMargins ${Object.entries(MARGINS)
      .map(([side, inches]) => `${side}="${inches}"`)
      .join(' ')}/>`,
    `<pageSetup paperSize="9" orientation="${isPortrait ? 'portrait' : 'landscape'}" fitToWidth="${across?.sheets ?? 1}" fitToHeight="${onOnePage ? 1 : 0}"/>`,
    '<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>',
    pagesFrom.length === 0
      ? ''
      : `<rowBreaks count="${pagesFrom.length}" manualBreakCount="${pagesFrom.length}">${pagesFrom.map((row) => `<brk id="${row - 1}" max="16383" man="1"/>`).join('')}</rowBreaks>`,
    '</worksheet>',
  ].join('');
  return last;
}

/** What a spreadsheet lets people fill in (ECMA-376 part 1, 18.3.1.33). A list of words is one text, of at most 255 characters. */
function validations(inputs: ReadonlyMap<number, ColumnInput>, first: number, last: number): string {
  const each = [...inputs].map(([column, input]) => {
    const letters = columnLetters(column);
    const about = `allowBlank="1" showInputMessage="1" showErrorMessage="1" sqref="${letters}${first}:${letters}${last}"`;
    return 'choices' in input
      ? `<dataValidation type="list" ${about}><formula1>${xmlText(`"${input.choices.join(',')}"`)}</formula1></dataValidation>`
      : `<dataValidation type="decimal" operator="greaterThanOrEqual" ${about}><formula1>0</formula1></dataValidation>`;
  });
  return `<dataValidations count="${each.length}">${each.join('')}</dataValidations>`;
}

function view({ rows, columns }: Worksheet['frozen']): string {
  const pane = columns > 0 ? 'bottomRight' : 'bottomLeft';
  const split = `${columns > 0 ? `xSplit="${columns}" ` : ''}ySplit="${rows}"`;
  const first = `${columnLetters(columns)}${rows + 1}`;
  return `<sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane ${split} topLeftCell="${first}" activePane="${pane}" state="frozen"/></sheetView></sheetViews>`;
}

function columns(widths: readonly number[], looks: readonly (number | undefined)[]): string {
  const each = widths.map((width, index) => {
    const look = looks[index] === undefined ? '' : ` style="${looks[index]}"`;
    return `<col min="${index + 1}" max="${index + 1}" width="${width}"${look} customWidth="1"/>`;
  });
  return `<cols>${each.join('')}</cols>`;
}

/** Writes one row after another, and remembers what is merged. */
class Rows {
  last = 0;
  readonly merged: string[] = [];
  readonly #styles: Styles;
  readonly #letters: readonly string[];
  /** By column, what reaches down into the next rows: until which, and how it looks. */
  readonly #hanging: ({ readonly until: number; readonly style: number } | undefined)[] = [];

  constructor(styles: Styles, columns: number) {
    this.#styles = styles;
    this.#letters = Array.from({ length: columns }, (_, index) => columnLetters(index));
  }

  xml({ cells, height }: WorkbookRow): string {
    this.last += 1;
    let xml = `<row r="${this.last}"${height === undefined ? '' : ` ht="${Math.min(height, HIGHEST)}" customHeight="1"`}>`;
    let across = 0;
    let style = 0;
    for (const [position, letters] of this.#letters.entries()) {
      const cell = cells[position];
      const address = letters + this.last;
      const hanging = this.#hanging[position];
      if (cell) {
        style = this.#styles.numberOf(cell.style);
        across = (cell.across ?? 1) - 1;
        xml += cellXml(cell, address, style);
        if (cell.across || cell.down) this.#merge(cell, position, style);
      } else if (across > 0) {
        across -= 1;
        xml += `<c r="${address}" s="${style}"/>`;
      } else if (hanging && hanging.until >= this.last) {
        xml += `<c r="${address}" s="${hanging.style}"/>`;
      }
    }
    return `${xml}</row>`;
  }

  #merge({ across = 1, down = 1 }: WorkbookCell, position: number, style: number): void {
    if (across === 1 && down === 1) return;
    const until = this.last + down - 1;
    const right = Math.min(position + across, this.#letters.length) - 1;
    this.merged.push(`${this.#letters[position]}${this.last}:${this.#letters[right]}${until}`);
    if (down > 1) for (let column = position; column <= right; column += 1) this.#hanging[column] = { until, style };
  }
}

function cellXml({ value }: WorkbookCell, address: string, style: number): string {
  if (value === '') return `<c r="${address}" s="${style}"/>`;
  if (typeof value === 'string') return `<c r="${address}" s="${style}" t="str"><v>${xmlText(value)}</v></c>`;
  if (typeof value === 'number') return `<c r="${address}" s="${style}"><v>${value}</v></c>`;
  const { formula, result } = value;
  const type = typeof result === 'string' ? ' t="str"' : '';
  return `<c r="${address}" s="${style}"${type}><f>${xmlText(formula)}</f><v>${typeof result === 'string' ? xmlText(result) : result}</v></c>`;
}
