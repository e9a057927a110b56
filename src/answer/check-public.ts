import { maskId } from '../domain/people/id-number.ts';
import { type ExposedNumber, exposedNumbers } from '../domain/published/exposed-numbers.ts';
import { digitCell, type SplitNumber, splitNumbers } from '../domain/published/split-numbers.ts';
import type { TextPlace, UnseenKind } from '../domain/published/text-place.ts';
import type { ListField } from '../domain/row/list-field.ts';
import { readTitle } from '../domain/row/list-title.ts';
import { plainDigits } from '../domain/shown/digits.ts';
import type { HiddenNumber } from '../domain/shown/masking.ts';
import { everyText } from '../read/texts/every-text.ts';
import type { CellText, Piece } from '../read/texts/piece.ts';

/** Somebody's number in a file, masked, and where it stands; `until` where cells or lines make it up together. */
export interface Exposure {
  readonly kind: HiddenNumber;
  readonly masked: string;
  readonly place: TextPlace;
  readonly until?: TextPlace;
}

/** What a file about to be published has in it. */
export interface PublicFile {
  readonly file: string;
  readonly found: readonly Exposure[];
  /** How many telephones of offices, and numbers that were allowed, stand in it. */
  readonly allowed: number;
  readonly unseen: readonly { readonly kind: UnseenKind; readonly name: string }[];
}

/**
 * Looks for the numbers of people in a file: ID numbers, cards and accounts, telephones.
 * `allowed`: numbers that may stand in it, as they are written (an account for donations).
 * @throws InvalidInput when it can't be read.
 */
export async function checkPublic(file: string, allowed: readonly string[]): Promise<PublicFile> {
  const search = new Search(new Set(allowed.map(bare)));
  for await (const piece of everyText(file)) search.take(piece);
  return { file, ...search.result() };
}

const bare = (number: string) =>
  plainDigits(number)
    .plain.toUpperCase()
    .replace(/[^\dX]/g, '');

/** Columns whose numbers are somebody's, whatever they look like. */
const FIELDS: ReadonlyMap<ListField, HiddenNumber> = new Map([
  ['id_number', 'id'],
  ['head_id', 'id'],
  ['card_number', 'id'],
  ['other_id', 'id'],
  ['account', 'account'],
  ['phone', 'phone'],
  ['other_phone', 'phone'],
]);
/** A cell that holds a number, and no sentence with one, nor a number that is masked. */
const NUMBER_ALONE = /^[\d\sXx'’=".·,，、/()（）+\-–—转]+$/;
/** A column is cut off at so many cells: whoever stands a number on end does not use more. */
const LONGEST_COLUMN = 18;

class Search {
  readonly #allowed: ReadonlySet<string>;
  readonly #found = new Map<string, Exposure>();
  readonly #digits = new Set<string>();
  readonly #permitted = new Set<string>();
  readonly #unseen = new Map<string, { kind: UnseenKind; name: string }>();
  #table = '';
  #titles = new Map<number, HiddenNumber>();
  #columns: CellText[][] = [];
  #lines: CellText[] = [];

  constructor(allowed: ReadonlySet<string>) {
    this.#allowed = allowed;
  }

  take(piece: Piece): void {
    if ('unseen' in piece) this.#unseen.set(`${piece.unseen} ${piece.name}`, { kind: piece.unseen, name: piece.name });
    else if ('cells' in piece) this.#row(piece.cells, piece.table);
    else {
      for (const number of exposedNumbers(piece.text, piece.origin)) this.#add(number, piece.place);
      if (piece.place.kind === 'paragraph' || piece.place.kind === 'line') this.#line(piece.text, piece.place);
    }
  }

  result(): Omit<PublicFile, 'file'> {
    return {
      found: [...this.#found.values()],
      allowed: this.#permitted.size,
      unseen: [...this.#unseen.values()],
    };
  }

  #add(number: ExposedNumber, place: TextPlace, until?: TextPlace): void {
    const { kind, digits, isOffice } = number;
    if (isOffice || this.#allowed.has(digits)) {
      this.#permitted.add(digits);
      return;
    }
    // Bytes that nobody reads hold again what was read.
    if (place.kind === 'bytes' && (this.#digits.has(digits) || this.#permitted.has(digits))) return;
    this.#digits.add(digits);
    const key = [place.kind, place.part, place.sheet, place.at, digits].join('\n');
    if (this.#found.has(key)) return;
    this.#found.set(key, { kind, masked: maskId(digits), place, ...(until && { until }) });
  }

  #row(cells: readonly CellText[], table: string): void {
    if (table !== this.#table) {
      this.#table = table;
      this.#titles = new Map();
      this.#columns = [];
    }
    for (const [column, cell] of cells.entries()) this.#cell(cell, column);
    this.#split(cells);
    for (let column = 0; column < Math.max(cells.length, this.#columns.length); column += 1) {
      const cell = cells[column];
      this.#columns[column] = this.#downwards(this.#columns[column] ?? [], cell);
    }
  }

  #cell({ text, isNumber, place }: CellText, column: number): void {
    if (text === '') return;
    const numbers = exposedNumbers(text, isNumber ? 'number' : 'written');
    for (const number of numbers) this.#add(number, place);
    const titled = this.#titles.get(column);
    if (!/\p{N}/u.test(text)) {
      const { field, how } = readTitle(text);
      const kind = field !== null && how === 'exact' ? FIELDS.get(field) : undefined;
      if (kind) this.#titles.set(column, kind);
    } else if (titled && numbers.length === 0) {
      const digits = bare(text);
      if (digits.length >= 7 && NUMBER_ALONE.test(plainDigits(text).plain))
        this.#add({ kind: titled, digits, isOffice: false }, place);
    }
  }

  #split(cells: readonly CellText[]): void {
    this.#addAll(
      splitNumbers(cells.map(({ text, isNumber, place }) => digitCell(text, !isNumber && place.sheet !== undefined))),
      cells,
    );
  }

  #addAll(numbers: readonly SplitNumber[], cells: readonly CellText[]): void {
    for (const number of numbers) {
      const [first, last] = [cells[number.first], cells[number.last]];
      if (first && last) this.#add(number, first.place, last.place);
    }
  }

  /** The cells of a column so far, and this one below them: only ID numbers are certain enough to be read downwards. */
  #downwards(above: CellText[], cell: CellText | undefined): CellText[] {
    if (!cell || !digitCell(cell.text, true)) return [];
    const column = [...above, cell].slice(-LONGEST_COLUMN);
    if (column.length === 1) return column;
    const found = splitNumbers(column.map(({ text }) => digitCell(text, false))).filter(
      ({ kind, digits }) => kind === 'id' && digits.length === 18,
    );
    this.#addAll(found, column);
    return found.length > 0 ? [] : column;
  }

  #line(text: string, place: TextPlace): void {
    const above = this.#lines.at(-1)?.place.kind === place.kind ? this.#lines : [];
    this.#lines = this.#downwards(above, { text, isNumber: false, place });
  }
}
