import { rowIn } from '../../read/workbook/address.ts';
import type { Carried } from './carried.ts';
import { openTag, type Tag } from './edit-xml.ts';
import type { RowShift } from './row-shift.ts';
import { type Cell, CellReader, writtenCell } from './sheet-cells.ts';

/** Rewrites the rows of a sheet: those that go, those that move up, and the cells that go on in a row below. */
export class SheetDataEditor {
  readonly #shift: RowShift;
  readonly #carried: readonly Carried[];
  readonly #cells = new CellReader();
  readonly #usedText: (index: number) => void;
  /** Cells of rows that have gone, by the row where they go on; in ascending order. */
  readonly #pending = new Map<number, Cell[]>();
  #row = 0;
  #prefix = '';
  #kept: Cell[] = [];

  constructor(shift: RowShift, carried: readonly Carried[], usedText: (index: number) => void) {
    this.#shift = shift;
    this.#carried = carried;
    this.#usedText = usedText;
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

  /** Rows that the sheet does not have, but which a cell goes on in. */
  rowsBefore(end: number): string {
    let rows = '';
    for (const row of [...this.#pending.keys()].sort((a, b) => a - b)) {
      if (row >= end) break;
      rows += `<${this.#prefix}row r="${this.#shift.of(row)}">${this.#written(row, [])}</${this.#prefix}row>`;
    }
    return rows;
  }

  #startRow(tag: Tag): string {
    const { r } = tag.attributes;
    this.#row = (r === undefined ? null : rowIn(r)) ?? this.#row + 1;
    this.#prefix = tag.fullName.slice(0, -'row'.length);
    this.#cells.startRow();
    this.#kept = [];
    if (!this.#shift.takes(this.#row)) return '';
    const moved = openTag({ ...tag, selfClosing: false }, { r: String(this.#shift.of(this.#row)), spans: null });
    return this.rowsBefore(this.#row) + tag.before + moved;
  }

  #keep(cell: Cell): void {
    if (this.#shift.takes(this.#row)) {
      this.#kept.push(cell);
      return;
    }
    for (const { to } of this.#carried.filter(({ from, column }) => from === this.#row && column === cell.column)) {
      this.#pending.set(to, [...(this.#pending.get(to) ?? []), cell]);
    }
  }

  #endRow({ fullName }: Tag): string {
    return this.#shift.takes(this.#row) ? `${this.#written(this.#row, this.#kept)}</${fullName}>` : '';
  }

  /** The cells of a row and those that go on in it, which take the place of others there. */
  #written(row: number, own: readonly Cell[]): string {
    const carried = this.#pending.get(row) ?? [];
    this.#pending.delete(row);
    const others = own.filter(({ column }) => !carried.some((cell) => cell.column === column));
    const cells = [...others, ...carried].sort((a, b) => a.column - b.column);
    return cells
      .map((cell) => {
        if (cell.shared !== null) this.#usedText(cell.shared);
        return writtenCell(cell, this.#shift.of(row), this.#prefix);
      })
      .join('');
  }
}
