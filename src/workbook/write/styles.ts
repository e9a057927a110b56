import { xmlText } from '../xml-text.ts';
import type { CellStyle, Mark } from './cell.ts';

/** Numbers below are those of formats that every program knows. */
const FIRST_FORMAT = 164;
/** What is typed is a text, whatever it looks like: a format that every program knows by its number. */
export const TEXT = '@';
const TEXT_FORMAT = 49;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The styles that the cells of a workbook have, each once, by number; what they share (fonts, lines …) is stored once too. */
export class Styles {
  readonly #known = new Map<CellStyle, number>();
  readonly #formats = new Parts(FIRST_FORMAT);
  readonly #fonts = new Parts();
  readonly #fills = new Parts();
  readonly #borders = new Parts();
  readonly #looks = new Parts();
  /** Of cells that are marked. */
  readonly #marked = new Parts();

  constructor() {
    // A cell that says nothing has the first of each. Widths of columns are in digits of the first font: one that programs
    // measure alike, since those that lack it have another of the same widths (Liberation Sans). The first two fills are not free to choose.
    this.#fonts.number('<font><sz val="11"/><name val="Arial"/><family val="2"/></font>');
    this.#fills.number('<fill><patternFill patternType="none"/></fill>');
    this.#fills.number('<fill><patternFill patternType="gray125"/></fill>');
    this.#borders.number('<border><left/><right/><top/><bottom/><diagonal/></border>');
    this.#looks.number('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>');
  }

  numberOf(style: CellStyle): number {
    const known = this.#known.get(style);
    if (known !== undefined) return known;
    const number = this.#looks.number(this.#look(style));
    this.#known.set(style, number);
    return number;
  }

  /** The number of how a mark looks. Formats of marks paint their background (18.3.1.10). */
  markOf({ fill, colour }: Mark): number {
    return this.#marked.number(
      `<dxf><font><color rgb="${colour}"/></font><fill><patternFill patternType="solid"><fgColor rgb="${fill}"/><bgColor rgb="${fill}"/></patternFill></fill></dxf>`,
    );
  }

  xml(): string {
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${MAIN}">${[
      this.#formats.xml('numFmts'),
      this.#fonts.xml('fonts'),
      this.#fills.xml('fills'),
      this.#borders.xml('borders'),
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      this.#looks.xml('cellXfs'),
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
      this.#marked.xml('dxfs'),
    ].join('')}</styleSheet>`;
  }

  #formatOf(format: string | undefined): number {
    if (format === undefined) return 0;
    if (format === TEXT) return TEXT_FORMAT;
    return this.#formats.number((id) => `<numFmt numFmtId="${id}" formatCode="${xmlText(format)}"/>`);
  }

  #look({ font, horizontal, wrapped, line, fill, format }: CellStyle): string {
    const ids = [
      `numFmtId="${this.#formatOf(format)}"`,
      `fontId="${this.#fonts.number(fontXml(font))}"`,
      `fillId="${fill === undefined ? 0 : this.#fills.number(fillXml(fill))}"`,
      `borderId="${line === undefined ? 0 : this.#borders.number(borderXml(line))}" xfId="0"`,
    ];
    const applied = ['NumberFormat', 'Font', 'Fill', 'Border', 'Alignment'].map((what) => `apply${what}="1"`);
    const alignment = `<alignment horizontal="${horizontal}" vertical="center"${wrapped ? ' wrapText="1"' : ''}/>`;
    return `<xf ${[...ids, ...applied].join(' ')}>${alignment}</xf>`;
  }
}

const fontXml = ({ name, size, bold, colour }: CellStyle['font']) =>
  `<font>${bold ? '<b/>' : ''}<sz val="${size}"/>${colour ? `<color rgb="${colour}"/>` : ''}<name val="${name}"/></font>`;

const fillXml = (colour: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/></patternFill></fill>`;

function borderXml(colour: string): string {
  const sides = ['left', 'right', 'top', 'bottom'].map(
    (side) => `<${side} style="thin"><color rgb="${colour}"/></${side}>`,
  );
  return `<border>${sides.join('')}<diagonal/></border>`;
}

/** Parts of one kind, each once, numbered in the order in which they are first asked for. */
class Parts {
  readonly #numbers = new Map<string, number>();
  readonly #printed: string[] = [];
  readonly #first: number;

  constructor(first = 0) {
    this.#first = first;
  }

  number(part: string | ((number: number) => string)): number {
    const key = typeof part === 'string' ? part : part(0);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#first + this.#printed.length;
    this.#numbers.set(key, number);
    this.#printed.push(typeof part === 'string' ? part : part(number));
    return number;
  }

  xml(name: string): string {
    const count = this.#printed.length;
    return count === 0 ? '' : `<${name} count="${count}">${this.#printed.join('')}</${name}>`;
  }
}
