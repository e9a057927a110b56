import { withoutControls } from '../domain/shown/controls.ts';
import { shownText } from '../domain/shown/masking.ts';
import type { OfficialLetter } from '../report/cases/case-letter.ts';
import { escaped } from '../workbook/xml-text.ts';
import { type Part, zipped } from '../workbook/zip.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DOCUMENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** Type of official letters (GB/T 9704-2012), sizes in half points. */
const TYPE = { title: ['方正小标宋简体', 44], text: ['仿宋', 32] } as const;
/** A4 and its margins after the same standard, in twentieths of a point. */
const PAGE =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>';
/** 28 points a line. */
const LINE = '<w:spacing w:line="560" w:lineRule="exact"/>';

interface Look {
  readonly type?: keyof typeof TYPE;
  readonly align?: 'left' | 'center' | 'right';
  /** Whether the first line is set in by two characters. */
  readonly isIndented?: boolean;
}

/** A letter as a document for Word and WPS (ECMA-376), in pieces: nothing is in it but what it says. */
export function renderLetter(letter: OfficialLetter): AsyncIterable<Uint8Array> {
  return zipped(partsOf(letter));
}

function partsOf(letter: OfficialLetter): Part[] {
  const part = (name: string, content: string): Part => ({ name, content: () => [HEAD + content] });
  const relationship = `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>`;
  return [
    part(
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${DOCUMENT}"/></Types>`,
    ),
    part('_rels/.rels', `<Relationships xmlns="${PACKAGE}/relationships">${relationship}</Relationships>`),
    part('word/document.xml', `<w:document xmlns:w="${MAIN}"><w:body>${bodyOf(letter)}${PAGE}</w:body></w:document>`),
  ];
}

function bodyOf({ title, number, to, paragraphs, contact, attachment, from, day }: OfficialLetter): string {
  const blank = paragraph('', {});
  return [
    paragraph(title, { type: 'title', align: 'center' }),
    paragraph(number, { align: 'center' }),
    blank,
    paragraph(to, {}),
    ...paragraphs.map((words) => paragraph(words, { isIndented: true })),
    ...(contact === '' ? [] : [paragraphOf(withoutControls(contact), { isIndented: true })]),
    blank,
    paragraph(attachment, { isIndented: true }),
    blank,
    paragraph(from, { align: 'right' }),
    paragraph(day, { align: 'right' }),
  ].join('');
}

const paragraph = (words: string, look: Look): string => paragraphOf(shownText(words), look);

/** A paragraph of what may be shown as it stands. */
function paragraphOf(words: string, { type = 'text', align = 'left', isIndented = false }: Look): string {
  const [font, size] = TYPE[type];
  const fonts = `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}"/>`;
  const indent = isIndented ? '<w:ind w:firstLineChars="200" w:firstLine="640"/>' : '';
  const run = `<w:r><w:rPr>${fonts}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr><w:t xml:space="preserve">${escaped(words)}</w:t></w:r>`;
  return `<w:p><w:pPr>${LINE}${indent}<w:jc w:val="${align}"/></w:pPr>${words === '' ? '' : run}</w:p>`;
}
