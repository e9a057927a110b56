import { rowIn } from '../address.ts';
import type { Carried } from './carried.ts';
import { openTag, type Tag } from './edit-xml.ts';
import type { RowShift } from './row-shift.ts';
import { type Cell, CellReader, type SharedTexts, writtenCell } from './sheet-cells.ts';

/** Rewrites the rows of a sheet: those that go, those that move up, and the cells that go on in a row below. */
export class SheetDataEditor {
  readonly #shift: RowShift;
  readonly #carried: ReadonlyMap<string, Carried>;
  readonly #cells = new CellReader();
  readonly #usedText: (index: number) => void;
  readonly #isBlankText: (index: number) => boolean;
  /** Cells of rows that have gone, and how far down they may go on. */
  #pending: (Carried & { readonly cell: Cell })[] = [];
  readonly #starts = new Map<string, number>();
  #row = 0;
  #prefix = '';
  #kept: Cell[] = [];

  constructor(shift: RowShift, carried: readonly Carried[], { used, isBlank }: SharedTexts) {
    this.#shift = shift;
    this.#carried = new Map(carried.map((each) => [`${each.column} ${each.from}`, each]));
    this.#usedText = used;
    this.#isBlankText = isBlank;
  }

  /** What takes the place of a tag within `sheetData`. */
  take(tag: Tag): string {
    const isRow = tag.name === 'row';
    if (isRow && tag.kind === 'open') return this.#startRow(tag);
    if (isRow) return this.#endRow(tag);
    const cell = this.#cells.take(tag);
    if (cell) this.#keep(cell);
    return '';
  }

  /** The row where a cell goes on, which stood at the beginning of a merged range. */
  startOf(column: number, from: number): number | undefined {
    return this.#starts.get(`${column} ${from}`);
  }

  #startRow(tag: Tag): string {
    const { r } = tag.attributes;
    this.#row = (r === undefined ? null : rowIn(r)) ?? this.#row + 1;
    this.#prefix = tag.fullName.slice(0, -'row'.length);
    this.#cells.startRow();
    this.#kept = [];
    if (!this.#shift.takes(this.#row)) return '';
    const moved = { r: String(this.#shift.of(this.#row)), spans: null };
    return tag.before + openTag({ ...tag, selfClosing: false }, moved);
  }

  #keep(cell: Cell): void {
    if (this.#shift.takes(this.#row)) {
      this.#kept.push(cell);
      return;
    }
    const carried = this.#carried.get(`${cell.column} ${this.#row}`);
    if (carried) this.#pending.push({ cell, ...carried });
  }

  #endRow({ fullName }: Tag): string {
    return this.#shift.takes(this.#row) ? `${this.#written(this.#row, this.#kept)}</${fullName}>` : '';
  }

  /** The cells of a row and those that go on in it, which take the place of others there. */
  #written(row: number, own: readonly Cell[]): string {
    return this.#withCarried(row, own)
      .map((cell) => {
        if (cell.shared !== null) this.#usedText(cell.shared);
        return writtenCell(cell, this.#shift.of(row), this.#prefix);
      })
      .join('');
  }

  #withCarried(row: number, own: readonly Cell[]): readonly Cell[] {
    if (this.#pending.length === 0 || !own.some((cell) => this.#says(cell))) return own;
    const says = (columns: readonly number[]) => own.some((cell) => columns.includes(cell.column) && this.#says(cell));
    const carried = this.#pending.filter(({ bottom, where }) => row <= bottom && (where.length === 0 || says(where)));
    this.#pending = this.#pending.filter((each) => row < each.bottom && !carried.includes(each));
    for (const { cell, from } of carried) this.#starts.set(`${cell.column} ${from}`, row);
    const others = own.filter(({ column }) => !carried.some(({ cell }) => cell.column === column));
    return [...others, ...carried.map(({ cell }) => cell)].sort((a, b) => a.column - b.column);
  }

  /** Does it say something? Programs write cells of empty texts too. */
  #says({ shared, inner }: Cell): boolean {
    return shared === null ? inner.replace(/<[^>]*>/g, '').trim() !== '' : !this.#isBlankText(shared);
  }
}
