import type { NoticePaper } from '../../report/publish/notice-paper.ts';
import { NOTICE_WORDS } from '../../text/notice-words.ts';
import { escaped } from '../../workbook/xml-text.ts';
import { type Part, zipped } from '../../workbook/zip.ts';
import { readingText } from '../cell-text.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DOCUMENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** A4 and margins of an official paper (GB/T 9704-2012), in twentieths of a point; the table is as wide as the text. */
const PAGE =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1701" w:right="1304" w:bottom="1701" w:left="1304" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>';
const TEXT_WIDTH = 11906 - 2 * 1304;
const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('');

interface Look {
  readonly font: string;
  /** In half points. */
  readonly size: number;
  readonly align: 'left' | 'center' | 'right';
  readonly isIndented?: boolean;
}
const TITLE: Look = { font: '方正小标宋简体', size: 40, align: 'center' };
const TEXT: Look = { font: '仿宋', size: 28, align: 'left', isIndented: true };
const SIGNED: Look = { font: '仿宋', size: 28, align: 'right' };
const NOTE: Look = { font: '仿宋', size: 21, align: 'left' };
const HEADING: Look = { font: '黑体', size: 24, align: 'center' };
const CELL: Look = { font: '仿宋', size: 24, align: 'center' };

/** A notice as a document for Word and WPS, in pieces: nothing is in it but what it says, neither author nor template. */
export function renderNoticeDocx(paper: NoticePaper): AsyncIterable<Uint8Array> {
  const part = (name: string, content: string): Part => ({ name, content: () => [HEAD + content] });
  const relationship = `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>`;
  return zipped([
    part(
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${DOCUMENT}"/></Types>`,
    ),
    part('_rels/.rels', `<Relationships xmlns="${PACKAGE}/relationships">${relationship}</Relationships>`),
    part('word/document.xml', `<w:document xmlns:w="${MAIN}"><w:body>${bodyOf(paper)}${PAGE}</w:body></w:document>`),
  ]);
}

function bodyOf({ title, paragraphs, objections, note, unit, date, ...table }: NoticePaper): string {
  return [
    paragraph(title, TITLE),
    ...[...paragraphs, objections].map((words) => paragraph(words, TEXT)),
    tableOf(table),
    note === null ? '' : paragraph(note, NOTE),
    paragraph('', TEXT),
    paragraph(unit + NOTICE_WORDS.unit, SIGNED),
    paragraph(date, SIGNED),
  ].join('');
}

function tableOf({ columns, rows }: Pick<NoticePaper, 'columns' | 'rows'>): string {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.floor((TEXT_WIDTH * width) / whole));
  const row = (texts: readonly string[], looks: readonly Look[], isHead: boolean) =>
    `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${texts.map((words, at) => cell(words, widths[at] ?? 0, looks[at] ?? CELL)).join('')}</w:tr>`;
  const looks = columns.map((): Look => CELL);
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>`,
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
    row(
      columns.map((column) => column.title),
      columns.map(() => HEADING),
      true,
    ),
    ...rows.map((cells) => row(cells.map(readingText), looks, false)),
    '</w:tbl>',
  ].join('');
}

const cell = (words: string, width: number, look: Look) =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${paragraph(words, look)}</w:tc>`;

function paragraph(words: string, { font, size, align, isIndented = false }: Look): string {
  const look = `<w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`;
  const indent = isIndented ? `<w:ind w:firstLineChars="200" w:firstLine="${size * 20}"/>` : '';
  const run = words === '' ? '' : `<w:r>${look}<w:t xml:space="preserve">${escaped(words)}</w:t></w:r>`;
  return `<w:p><w:pPr>${indent}<w:jc w:val="${align}"/></w:pPr>${run}</w:p>`;
}
