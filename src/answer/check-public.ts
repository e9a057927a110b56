import { maskId } from '../domain/people/id-number.ts';
import { type ExposedNumber, exposedNumbers } from '../domain/published/exposed-numbers.ts';
import {
  type DigitCell,
  digitCell,
  idEndedBy,
  type SplitNumber,
  splitNumbers,
} from '../domain/published/split-numbers.ts';
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

/** Cells below each other that hold nothing but digits. */
interface Stretch {
  readonly cells: readonly CellText[];
  readonly digits: readonly DigitCell[];
}
const NONE: Stretch = { cells: [], digits: [] };

/** What stands under a title is somebody's number of this kind; a list says few things again and again, which are asked once. */
function titled(text: string): HiddenNumber | undefined {
  if (text.length > LONGEST_TITLE) return undefined;
  if (!TITLED.has(text)) {
    if (TITLED.size > MOST_TITLES) TITLED.clear();
    const { field, how } = readTitle(text);
    TITLED.set(text, field !== null && how === 'exact' ? FIELDS.get(field) : undefined);
  }
  return TITLED.get(text);
}
const TITLED = new Map<string, HiddenNumber | undefined>();
const MOST_TITLES = 10_000;
const LONGEST_TITLE = 24;

class Search {
  readonly #allowed: ReadonlySet<string>;
  readonly #found = new Map<string, Exposure>();
  readonly #digits = new Set<string>();
  readonly #permitted = new Set<string>();
  readonly #unseen = new Map<string, { kind: UnseenKind; name: string }>();
  #table = '';
  #titles = new Map<number, HiddenNumber>();
  #columns: Stretch[] = [];
  #lines = NONE;

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
    const digits = cells.map((cell) => this.#digitsOf(cell));
    for (const [column, cell] of cells.entries()) this.#cell(cell, column);
    this.#addAll(splitNumbers(digits), cells);
    for (let column = 0; column < Math.max(cells.length, this.#columns.length); column += 1)
      this.#columns[column] = this.#downwards(this.#columns[column] ?? NONE, cells[column], digits[column] ?? null);
  }

  /** Only a workbook tells texts from figures. */
  #digitsOf({ text, isNumber, place }: CellText): DigitCell | null {
    return digitCell(text, !isNumber && place.sheet !== undefined);
  }

  #cell({ text, isNumber, place }: CellText, column: number): void {
    if (text === '') return;
    const numbers = exposedNumbers(text, isNumber ? 'number' : 'written');
    for (const number of numbers) this.#add(number, place);
    const under = this.#titles.get(column);
    if (!/\p{N}/u.test(text)) {
      const kind = titled(text);
      if (kind) this.#titles.set(column, kind);
    } else if (under && numbers.length === 0) {
      const digits = bare(text);
      if (digits.length >= 7 && NUMBER_ALONE.test(plainDigits(text).plain))
        this.#add({ kind: under, digits, isOffice: false }, place);
    }
  }

  #addAll(numbers: readonly SplitNumber[], cells: readonly CellText[]): void {
    for (const number of numbers) {
      const [first, last] = [cells[number.first], cells[number.last]];
      if (first && last) this.#add(number, first.place, last.place);
    }
  }

  /** The digits of a column so far, and these below them. */
  #downwards(above: Stretch, cell: CellText | undefined, digits: DigitCell | null): Stretch {
    if (!cell || !digits) return NONE;
    const column = {
      cells: [...above.cells, cell].slice(-LONGEST_COLUMN),
      digits: [...above.digits, digits].slice(-LONGEST_COLUMN),
    };
    if (column.cells.length === 1) return column;
    const found = idEndedBy(column.digits);
    if (!found) return column;
    this.#addAll([found], column.cells);
    return NONE;
  }

  #line(text: string, place: TextPlace): void {
    const above = this.#lines.cells.at(-1)?.place.kind === place.kind ? this.#lines : NONE;
    this.#lines = this.#downwards(above, { text, isNumber: false, place }, digitCell(text, false));
  }
}
