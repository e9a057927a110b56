import type { NoticeLine } from '../../domain/notice/notice-line.ts';
import type { Archive } from '../../workbook/read/archive.ts';
import { type Attributes, readXml } from '../../workbook/read/xml.ts';
import { type Numbering, readNumbering, readStyles, type StyleInfo, wholeStyle } from './docx-numbering.ts';

const LARGEST_PART = 64 * 1024 * 1024;
/** What is not shown: what was deleted or moved away, the code of fields, and the same text box again for older programs. */
const UNSEEN = new Set([
  'del',
  'moveFrom',
  'instrText',
  'delText',
  'Fallback',
  'rubyBase',
  'sectPr',
  'pPrChange',
  'rPrChange',
  'numberingChange',
]);

interface Open {
  text: string;
  num: string | null;
  level: number | null;
  style: string;
}

/** The paragraphs of a .docx, its tables as rows, text boxes before the paragraph they hang on, footnotes last. */
export async function docxLines(archive: Archive): Promise<NoticeLine[]> {
  const reader = new DocumentReader(await readNumbering(archive), await readStyles(archive));
  for (const part of ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml']) {
    if (!archive.has(part)) continue;
    for await (const _ of readXml(archive, part, reader, LARGEST_PART));
  }
  return reader.lines;
}

class DocumentReader {
  readonly lines: NoticeLine[] = [];
  readonly #numbering: Numbering;
  readonly #styles: ReadonlyMap<string, StyleInfo>;
  /** A text box stands within a paragraph, and has paragraphs of its own. */
  #open: Open[] = [];
  #cells: string[] | null = null;
  #cell: string | null = null;
  #tables = 0;
  #unseen = 0;
  #isText = false;
  #paragraphs = 0;

  constructor(numbering: Numbering, styles: ReadonlyMap<string, StyleInfo>) {
    this.#numbering = numbering;
    this.#styles = styles;
  }

  open(name: string, attributes: Attributes): void {
    if (this.#unseen > 0 || UNSEEN.has(name)) {
      this.#unseen += 1;
      return;
    }
    const value = attributes['w:val'] ?? '';
    const top = this.#open.at(-1);
    if (name === 'p') {
      this.#paragraphs += 1;
      this.#open.push({ text: '', num: null, level: null, style: '' });
    } else if (name === 't') this.#isText = true;
    else if (name === 'tbl') this.#tables += 1;
    else if (name === 'tr' && this.#tables === 1) this.#cells = [];
    else if (name === 'tc' && this.#tables === 1) this.#cell = '';
    else if (!top) return;
    else if (name === 'numId') top.num = value;
    else if (name === 'ilvl') top.level = Number(value);
    else if (name === 'pStyle') top.style = value;
    else if (name === 'tab' && top.text !== '') top.text += ' ';
    else if (name === 'br' || name === 'cr') top.text += '\n';
    else if (name === 'noBreakHyphen') top.text += '-';
  }

  text(text: string): void {
    const top = this.#open.at(-1);
    if (this.#isText && top && this.#unseen === 0) top.text += text;
  }

  close(name: string): void {
    if (this.#unseen > 0) {
      this.#unseen -= 1;
      return;
    }
    if (name === 't') this.#isText = false;
    else if (name === 'p') this.#endParagraph();
    else if (name === 'tbl') this.#tables -= 1;
    else if (name === 'tc' && this.#tables === 1) {
      this.#cells?.push((this.#cell ?? '').trim());
      this.#cell = null;
    } else if (name === 'tr' && this.#tables === 1) this.#endRow();
  }

  #endParagraph(): void {
    const paragraph = this.#open.pop();
    if (!paragraph) return;
    const style = wholeStyle(this.#styles, paragraph.style);
    const num = paragraph.num ?? style.num ?? null;
    const isEmpty = paragraph.text.trim() === '';
    const label =
      num !== null && num !== '0' && !isEmpty ? this.#numbering.next(num, paragraph.level ?? style.level ?? 0) : '';
    const text = label + paragraph.text;
    if (this.#cell !== null) {
      this.#cell += this.#cell === '' || isEmpty ? text : ` ${text}`;
      return;
    }
    const heading =
      style.outline !== undefined && style.outline < 6 && label === '' ? { heading: style.outline + 1 } : {};
    for (const line of text.split('\n')) {
      if (line.trim() !== '')
        this.lines.push({ text: line, spot: { unit: 'paragraph', at: this.#paragraphs }, ...heading });
    }
  }

  #endRow(): void {
    const cells = this.#cells ?? [];
    this.#cells = null;
    if (cells.every((cell) => cell === '')) return;
    const spot = { unit: 'paragraph', at: this.#paragraphs } as const;
    if (cells.length === 1) this.lines.push({ text: cells[0] ?? '', spot });
    else this.lines.push({ text: cells.join('\t'), spot, cells });
  }
}
