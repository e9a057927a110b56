import { columnIn, rowIn } from '../address.ts';
import { escaped } from '../xml-text.ts';
import { openTag, type Tag } from './edit-xml.ts';
import { movedFormula } from './moved-formula.ts';
import { type Replaced, Runs } from './runs.ts';
import { writtenCell } from './sheet-cells.ts';

/** What a text of a form asks for: what is replaced in it; and the number, where it asks for one and says nothing else. */
export interface Asked {
  readonly replaced: readonly Replaced[];
  readonly number: number | null;
}

/** What the cells of a sheet are filled with. */
export interface SheetFilling {
  /** Null where a text asks for nothing. */
  readonly asked: (text: string) => Asked | null;
  /** What cells that have a name hold: by row, then by column. */
  readonly named: ReadonlyMap<number, ReadonlyMap<number, string | number>>;
  /** Texts that cells share, by their index: those that ask for something. */
  readonly shared: ReadonlyMap<number, Runs>;
  /** Whether a cell heads a column of a table, and has to be a text. */
  readonly isTitle: (row: number, column: number) => boolean;
  /** Is told of each cell that is filled; whether it held a formula. */
  readonly filled: (hadFormula: boolean) => void;
}

type Formula = { readonly tag: Tag; readonly text: string };

/** A cell while its tags are read. */
interface OpenCell {
  readonly tag: Tag;
  readonly column: number;
  /** All that stands in it; and that without its value. */
  inner: string;
  unvalued: string;
  value: string;
  formula: Formula | null;
  runs: Runs | null;
}

/** Rewrites the rows of a form: cells that ask for something and cells that have a name are filled, all others are as they were. */
export class FormCells {
  readonly #filling: SheetFilling;
  readonly #rows: number[];
  #row = 0;
  /** A row's own style, which its new cells have. */
  #rowStyle: string | undefined;
  readonly #columnStyles: { readonly min: number; readonly max: number; readonly style: string }[] = [];
  #column = -1;
  /** Columns of this row that have a name and have not been written. */
  #columns: number[] = [];
  #isOpened = false;
  #prefix = '';
  #cell: OpenCell | null = null;
  #formula: Tag | null = null;
  /** Formulas that others go on from, whose own cell was filled: by their number, and where they stood. */
  readonly #gone = new Map<string, { readonly text: string; readonly row: number; readonly column: number }>();

  constructor(filling: SheetFilling) {
    this.#filling = filling;
    this.#rows = [...filling.named.keys()].sort((a, b) => a - b);
  }

  /** Takes a tag of `cols`. */
  column({ min, max, style }: Tag['attributes']): void {
    if (style !== undefined) this.#columnStyles.push({ min: Number(min) - 1, max: Number(max) - 1, style });
  }

  /** What takes the place of a tag within `sheetData`. */
  take(tag: Tag): string {
    if (this.#cell) return this.#within(this.#cell, tag);
    if (tag.name === 'row') return tag.before + (tag.kind === 'open' ? this.#startRow(tag) : this.#endRow(tag));
    if (tag.name !== 'c' || tag.kind === 'close') return tag.before + tag.raw;
    const { r } = tag.attributes;
    this.#column = (r === undefined ? null : columnIn(r)) ?? this.#column + 1;
    const column = this.#column;
    this.#cell = { tag, column, inner: '', unvalued: '', value: '', formula: null, runs: null };
    const before = this.#newCells(column);
    this.#columns = this.#columns.filter((each) => each !== column);
    return tag.before + before;
  }

  /** The rows that the sheet does not have and that hold cells with a name, before one. */
  newRows(before: number, prefix: string): string {
    let out = '';
    for (; (this.#rows[0] ?? before) < before; this.#rows.shift()) {
      this.#row = this.#rows[0] ?? 0;
      this.#rowStyle = undefined;
      this.#prefix = prefix;
      this.#columns = this.#namedColumns();
      out += `<${prefix}row r="${this.#row}">${this.#newCells(Number.POSITIVE_INFINITY)}</${prefix}row>`;
    }
    return out;
  }

  #namedColumns(): number[] {
    return [...(this.#filling.named.get(this.#row)?.keys() ?? [])].sort((a, b) => a - b);
  }

  #startRow(tag: Tag): string {
    const { r, s, customFormat } = tag.attributes;
    const row = (r === undefined ? null : rowIn(r)) ?? this.#row + 1;
    const prefix = tag.fullName.slice(0, -'row'.length);
    const before = this.newRows(row, prefix);
    if (this.#rows[0] === row) this.#rows.shift();
    this.#row = row;
    this.#rowStyle = customFormat === '1' || customFormat === 'true' ? s : undefined;
    this.#prefix = prefix;
    this.#column = -1;
    this.#columns = this.#namedColumns();
    this.#isOpened = this.#columns.length > 0;
    return before + (this.#isOpened ? openTag({ ...tag, selfClosing: false }, { spans: null }) : tag.raw);
  }

  #endRow({ fullName, raw }: Tag): string {
    return this.#newCells(Number.POSITIVE_INFINITY) + (this.#isOpened ? `</${fullName}>` : raw);
  }

  /** Cells with a name that the sheet does not have, before a column. */
  #newCells(before: number): string {
    let out = '';
    for (; (this.#columns[0] ?? before) < before; this.#columns.shift()) {
      const column = this.#columns[0] ?? 0;
      const own = this.#columnStyles.find(({ min, max }) => column >= min && column <= max)?.style;
      const style = this.#rowStyle ?? own;
      this.#filling.filled(false);
      out += this.#written(column, style === undefined ? {} : { s: style }, this.#namedAt(column) ?? '');
    }
    return out;
  }

  #namedAt = (column: number) => this.#filling.named.get(this.#row)?.get(column);

  #within(cell: OpenCell, tag: Tag): string {
    const { name, kind, before, raw, text } = tag;
    if (name === 'c' && kind === 'close') {
      this.#cell = null;
      cell.inner += before;
      return this.#ended(cell, raw);
    }
    cell.inner += before + raw;
    if (name === 'f' && kind === 'open') this.#formula = tag;
    else if (name === 'f' && this.#formula) cell.formula = { tag: this.#formula, text };
    else if (name === 'v' && kind === 'close') cell.value = text;
    else if (name === 'is') cell.runs ??= new Runs();
    else cell.runs?.take(tag);
    if (name !== 'v') cell.unvalued += before + raw;
    return '';
  }

  #ended({ tag, column, inner, unvalued, value, formula, runs }: OpenCell, close: string): string {
    const { t, vm, ph, ...kept } = tag.attributes;
    const named = this.#namedAt(column);
    if (named !== undefined) {
      if (formula?.tag.attributes.t === 'shared' && formula.text !== '')
        this.#gone.set(formula.tag.attributes.si ?? '', { text: formula.text, row: this.#row, column });
      this.#filling.filled(formula !== null);
      return this.#written(column, kept, named);
    }
    if (formula) return openTag(tag, { t: null, vm: null }) + this.#alone(formula, column, unvalued) + close;
    const texts = t === 's' ? this.#filling.shared.get(Number(value)) : (runs ?? (t === 'str' ? Runs.of(value) : null));
    const asked = texts ? this.#filling.asked(texts.text) : null;
    if (!texts || !asked) return tag.raw + inner + close;
    this.#filling.filled(false);
    if (asked.number !== null && !this.#filling.isTitle(this.#row, column))
      return this.#written(column, kept, asked.number);
    return this.#inline(column, kept, texts, asked.replaced);
  }

  /** A formula without what it came to, which may no longer be so; its text, where it went on from one that has gone. */
  #alone({ tag, text }: Formula, column: number, unvalued: string): string {
    const gone = this.#gone.get(tag.attributes.si ?? '');
    if (!gone || tag.attributes.t !== 'shared' || text !== '') return unvalued;
    const moved = movedFormula(gone.text, this.#row - gone.row, column - gone.column);
    return `<${tag.fullName}>${escaped(moved)}</${tag.fullName}>`;
  }

  #written(column: number, attributes: Tag['attributes'], value: string | number): string {
    if (typeof value === 'string' || this.#filling.isTitle(this.#row, column))
      return this.#inline(column, attributes, Runs.of(String(value)), []);
    const inner = `<${this.#prefix}v>${value}</${this.#prefix}v>`;
    return writtenCell({ column, attributes, inner }, this.#row, this.#prefix);
  }

  #inline(column: number, kept: Tag['attributes'], runs: Runs, replaced: readonly Replaced[]): string {
    const inner = `<${this.#prefix}is>${runs.written(this.#prefix, replaced)}</${this.#prefix}is>`;
    return writtenCell({ column, attributes: { ...kept, t: 'inlineStr' }, inner }, this.#row, this.#prefix);
  }
}
