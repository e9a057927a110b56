import type { Archive } from '../../workbook/read/archive.ts';
import { readXml } from '../../workbook/read/xml.ts';

/** One level of a list that Word numbers. */
interface Level {
  format: string;
  /** `%1、`: each %n is the number of that level. */
  text: string;
  start: number;
}

/** What a style says of a paragraph: the list that numbers it, and the level of heading that it is. */
export interface StyleInfo {
  num?: string;
  level?: number;
  outline?: number;
  basedOn?: string;
}

const LARGEST_PART = 16 * 1024 * 1024;

/** How a document numbers its paragraphs (ECMA-376 part 1, 17.9), counted as they come. */
export class Numbering {
  readonly #levels: ReadonlyMap<string, ReadonlyMap<number, Level>>;
  readonly #abstractOf: ReadonlyMap<string, string>;
  readonly #counters = new Map<string, number[]>();
  /** Where a list begins anew though it goes on in the look of another; taken once, when its first paragraph comes. */
  readonly #anew: Map<string, Map<number, number>>;

  constructor(
    levels: ReadonlyMap<string, ReadonlyMap<number, Level>>,
    abstractOf: ReadonlyMap<string, string>,
    anew: Map<string, Map<number, number>>,
  ) {
    this.#levels = levels;
    this.#abstractOf = abstractOf;
    this.#anew = anew;
  }

  /** The number that Word shows in front of the next paragraph of a list; none of what has a bullet. */
  next(num: string, at: number): string {
    const abstract = this.#abstractOf.get(num);
    const levels = abstract === undefined ? undefined : this.#levels.get(abstract);
    const level = levels?.get(at);
    if (abstract === undefined || !levels || !level || level.format === 'none' || level.format === 'bullet') return '';
    const counters = this.#counters.get(abstract) ?? [];
    this.#counters.set(abstract, counters);
    for (const [each, start] of this.#anew.get(num) ?? []) counters[each] = start - 1;
    this.#anew.delete(num);
    counters[at] = (counters[at] ?? level.start - 1) + 1;
    counters.length = at + 1; // a new item begins its own items anew
    return level.text.replace(/%(\d)/g, (_, digit: string) => {
      const each = Number(digit) - 1;
      const own = levels.get(each);
      return own ? numberIn(own.format, counters[each] ?? own.start) : '';
    });
  }
}

const HAN = '〇一二三四五六七八九';

/** A number as a format prints it: 十二 as chineseCounting, ⑫ as decimalEnclosedCircle. */
function numberIn(format: string, number: number): string {
  if (
    /^(?:chineseCounting|chineseCountingThousand|japaneseCounting|taiwaneseCounting|taiwaneseCountingThousand|chineseLegalSimplified|koreanCounting)$/.test(
      format,
    )
  )
    return hanNumber(number);
  if (/^(?:ideographDigital|japaneseDigitalTenThousand|taiwaneseDigital)$/.test(format))
    return [...String(number)].map((digit) => HAN[Number(digit)]).join('');
  if (/EnclosedCircle/.test(format) && number >= 1 && number <= 20) return String.fromCodePoint(0x2460 + number - 1);
  if (/^(?:upper|lower)Letter$/.test(format)) {
    const letter = String.fromCodePoint(65 + ((number - 1) % 26));
    return format.startsWith('upper') ? letter : letter.toLowerCase();
  }
  return String(number);
}

function hanNumber(number: number): string {
  if (number < 10) return HAN[number]?.replace('〇', '零') ?? String(number);
  if (number >= 100) return String(number);
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens > 1 ? HAN[tens] : ''}十${ones > 0 ? HAN[ones] : ''}`;
}

export async function readNumbering(archive: Archive): Promise<Numbering> {
  const levels = new Map<string, Map<number, Level>>();
  const abstractOf = new Map<string, string>();
  const anew = new Map<string, Map<number, number>>();
  let abstract = '';
  let num = '';
  let at = 0;
  const level = (): Level | undefined => levels.get(abstract)?.get(at);
  if (archive.has('word/numbering.xml')) {
    const reading = readXml(
      archive,
      'word/numbering.xml',
      {
        open(name, attributes) {
          const value = attributes['w:val'] ?? attributes.val ?? '';
          if (name === 'abstractNum') {
            abstract = attributes['w:abstractNumId'] ?? '';
            levels.set(abstract, new Map());
          } else if (name === 'num') {
            num = attributes['w:numId'] ?? '';
            abstract = '';
          } else if (name === 'abstractNumId' && num !== '') abstractOf.set(num, value);
          else if (name === 'lvlOverride') at = Number(attributes['w:ilvl'] ?? 0);
          else if (name === 'startOverride') anew.set(num, (anew.get(num) ?? new Map()).set(at, Number(value) || 1));
          else if (name === 'lvl') {
            at = Number(attributes['w:ilvl'] ?? 0);
            levels.get(abstract)?.set(at, { format: 'decimal', text: '', start: 1 });
          }
          const own = level();
          if (!own) return;
          if (name === 'numFmt') own.format = value;
          if (name === 'lvlText') own.text = value;
          if (name === 'start') own.start = Number(value) || 1;
        },
        text() {},
        close() {},
      },
      LARGEST_PART,
    );
    for await (const _ of reading);
  }
  return new Numbering(levels, abstractOf, anew);
}

/** What the styles of a document say of its paragraphs, those they are based on included. */
export async function readStyles(archive: Archive): Promise<ReadonlyMap<string, StyleInfo>> {
  const styles = new Map<string, StyleInfo>();
  let style: StyleInfo | null = null;
  if (!archive.has('word/styles.xml')) return styles;
  const reading = readXml(
    archive,
    'word/styles.xml',
    {
      open(name, attributes) {
        const value = attributes['w:val'] ?? '';
        if (name === 'style') {
          style = {};
          styles.set(attributes['w:styleId'] ?? '', style);
        }
        if (!style) return;
        if (name === 'basedOn') style.basedOn = value;
        if (name === 'numId') style.num = value;
        if (name === 'ilvl') style.level = Number(value);
        if (name === 'outlineLvl') style.outline = Number(value);
      },
      text() {},
      close(name) {
        if (name === 'style') style = null;
      },
    },
    LARGEST_PART,
  );
  for await (const _ of reading);
  return styles;
}

/** A style with all that the styles it is based on say. */
export function wholeStyle(styles: ReadonlyMap<string, StyleInfo>, id: string): StyleInfo {
  let whole: StyleInfo = {};
  for (let at = id, steps = 0; at !== '' && steps < 20; steps += 1) {
    const own = styles.get(at);
    whole = { ...own, ...whole };
    at = own?.basedOn ?? '';
  }
  return whole;
}
