import { decodedEntities } from './page-entities.ts';
import { pageTokens } from './page-tokens.ts';
import type { Merge, SheetRow } from './workbook.ts';

/** A table of a web page as a sheet has it: rows and merged cells. */
export interface PageTable {
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Merge[];
}

/**
 * The tables of a web page that is written as programs write their exports: rows in tables, cells in rows, every cell closed, texts in
 * cells only. Null where one is written in any other way. What such a page means, a browser makes out by rules of its own; a list is
 * not read by guessing which row somebody stands in.
 */
export function tablesOf(page: string): PageTable[] | null {
  const tables: PageTable[] = [];
  let table: TableReader | null = null;
  for (const token of pageTokens(page)) {
    if (token === null) return null;
    const { before, name, closes, attributes } = token;
    if (table && !table.text(before)) return null;
    if (name === 'table') {
      if (closes === (table === null)) return null;
      const read: PageTable | null = table ? table.finish() : null;
      if (table && !read) return null;
      if (read) tables.push(read);
      table = table ? null : new TableReader();
    } else if (table ? !table.tag(name, closes, attributes) : OF_TABLES.has(name)) return null;
  }
  return table === null ? tables : null;
}

/** What stands in tables only. */
const OF_TABLES = new Set(['tr', 'td', 'th']);
/** What may stand between a table and its rows. */
const AROUND_ROWS = new Set(['thead', 'tbody', 'tfoot', 'colgroup', 'col', 'caption']);
/** What a cell's text does not show: a list is not what somebody might type into a form. */
const FORMS = new Set(['input', 'select', 'textarea', 'button', 'iframe', 'object']);
/** Elements that stand in lines of their own. */
const LINES = new Set(['br', 'p', 'div', 'li']);
const MOST_SPANNED = 16_384;

/** Takes the tags of one table and the texts between them; each `false` says that it is not written plainly. */
class TableReader {
  readonly #rows: SheetRow[] = [];
  readonly #merges: Merge[] = [];
  /** Columns that cells above reach down into, with the last row that they do. */
  readonly #taken = new Map<number, number>();
  #cells: string[] | null = null;
  #hidden = false;
  #column = 0;
  /** What a cell shows so far, line by line; null between cells. */
  #lines: string[] | null = null;
  #cellName = '';
  #inCaption = false;

  text(text: string): boolean {
    if (this.#lines !== null) {
      this.#lines.push(`${this.#lines.pop()}${text}`);
      return !text.includes('<');
    }
    return this.#inCaption || text.trim() === '';
  }

  tag(name: string, closes: boolean, attributes: string): boolean {
    if (name === 'td' || name === 'th') return closes ? this.#endCell(name) : this.#startCell(name, attributes);
    if (name === 'tr') return closes ? this.#endRow() : this.#startRow(attributes);
    if (FORMS.has(name)) return false;
    if (name === 'caption') this.#inCaption = !closes;
    if (this.#lines === null) return this.#inCaption || (AROUND_ROWS.has(name) && this.#cells === null);
    if (LINES.has(name) && this.#lines.some((line) => line.trim() !== '') && !(closes && name !== 'br'))
      this.#lines.push('');
    return !AROUND_ROWS.has(name);
  }

  finish(): PageTable | null {
    return this.#cells === null && this.#lines === null ? { rows: this.#rows, merges: this.#merges } : null;
  }

  #startRow(attributes: string): boolean {
    if (this.#cells !== null) return false;
    this.#cells = [];
    this.#column = 0;
    this.#hidden = /display\s*:\s*none/i.test(attributes);
    return true;
  }

  #endRow(): boolean {
    if (this.#cells === null || this.#lines !== null) return false;
    this.#rows.push({ row: this.#rows.length + 1, hidden: this.#hidden, cells: this.#cells });
    this.#cells = null;
    return true;
  }

  #startCell(name: string, attributes: string): boolean {
    if (this.#cells === null || this.#lines !== null) return false;
    const row = this.#rows.length + 1;
    while ((this.#taken.get(this.#column) ?? 0) >= row) this.#column += 1;
    const [across, down] = [span('colspan', attributes), span('rowspan', attributes)];
    if (across === null || down === null) return false;
    const [left, right] = [this.#column, this.#column + across - 1];
    for (let column = left; down > 1 && column <= right; column += 1) this.#taken.set(column, row + down - 1);
    if (across * down > 1) this.#merges.push({ top: row, left, bottom: row + down - 1, right });
    while (this.#cells.length < left) this.#cells.push('');
    this.#column = right + 1;
    this.#cellName = name;
    this.#lines = [''];
    return right < MOST_SPANNED;
  }

  #endCell(name: string): boolean {
    if (this.#cells === null || this.#lines === null || name !== this.#cellName) return false;
    const lines = this.#lines.map((line) => line.replace(/[\t\n\f\r ]+/g, ' ').replace(/^ | $/g, ''));
    this.#lines = null;
    this.#cells.push(decodedEntities(lines.join('\n')).trim());
    return true;
  }
}

/** How far a cell reaches; null where that makes no sense. */
function span(name: 'colspan' | 'rowspan', attributes: string): number | null {
  const given = new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']?\\s*([^"'\\s]*)`, 'i').exec(attributes)?.[1];
  if (given === undefined) return 1;
  const reach = /^\d{1,5}$/.test(given) ? Number(given) : 0;
  return reach >= 1 && reach <= MOST_SPANNED ? reach : null;
}
