import { columnLetters } from '../../domain/column-letters.ts';
import { xmlText } from '../xml-text.ts';
import { type Part, zipped } from '../zip.ts';
import type { DefinedName, Worksheet } from './cell.ts';
import { Styles } from './styles.ts';
import { worksheetXml } from './worksheet-xml.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What the workbook itself has to know of a worksheet that was written. */
interface Written {
  readonly name: string;
  readonly headings: Worksheet['headings'];
  readonly isHidden: boolean;
  readonly across: Worksheet['across'];
  /** What can be filtered, and what goes on paper where that is not all. */
  readonly filter: string | null;
  readonly area: string | null;
}

/** Worksheets as a workbook (ECMA-376), in pieces: neither their rows nor its bytes are ever all in memory. */
export function workbookOf(
  worksheets: AsyncIterable<Worksheet>,
  madeAt: Date,
  names: readonly DefinedName[] = [],
): AsyncIterable<Uint8Array> {
  return zipped(partsOf(worksheets, madeAt, names));
}

async function* partsOf(
  worksheets: AsyncIterable<Worksheet>,
  madeAt: Date,
  names: readonly DefinedName[],
): AsyncGenerator<Part> {
  const styles = new Styles();
  const written: Written[] = [];
  for await (const worksheet of worksheets) {
    const { name, headings, hasFilter, widths, across, printed, isHidden = false } = worksheet;
    let last = 0;
    const content = async function* () {
      last = yield* worksheetXml(worksheet, styles);
    };
    yield { name: `xl/worksheets/sheet${written.length + 1}.xml`, content };
    const upTo = (columns: number) => `$${columnLetters(columns - 1)}$${Math.max(last, headings[1])}`;
    const filter = hasFilter ? `$A$${headings[1]}:${upTo(widths.length)}` : null;
    const area = printed === undefined ? null : `$A$1:${upTo(printed)}`;
    written.push({ name, headings, isHidden, across, filter, area });
  }
  const part = (name: string, content: string): Part => ({ name, content: () => [HEAD + content] });
  yield { name: 'xl/styles.xml', content: () => [styles.xml()] };
  yield part('xl/workbook.xml', workbookXml(written, names));
  yield part(
    'xl/_rels/workbook.xml.rels',
    relationships([
      ...written.map((_, index) => [`${RELATIONSHIPS}/worksheet`, `worksheets/sheet${index + 1}.xml`] as const),
      [`${RELATIONSHIPS}/styles`, 'styles.xml'],
    ]),
  );
  yield part('docProps/core.xml', propertiesXml(madeAt));
  yield part(
    '_rels/.rels',
    relationships([
      [`${RELATIONSHIPS}/officeDocument`, 'xl/workbook.xml'],
      [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
  );
  yield part('[Content_Types].xml', typesXml(written.length));
}

function workbookXml(written: readonly Written[], known: readonly DefinedName[]): string {
  const sheets = written.map(
    ({ name, isHidden }, index) =>
      `<sheet name="${xmlText(name)}" sheetId="${index + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  const own = known.map(
    ({ name, refersTo }) => `<definedName name="${xmlText(name)}">${xmlText(refersTo)}</definedName>`,
  );
  const names = written.flatMap(({ name, headings: [from, to], across, filter, area }, index) => {
    const sheet = `'${name.replaceAll("'", "''")}'!`;
    const defined = (what: string, ranges: readonly string[], hidden = '') =>
      `<definedName name="_xlnm.${what}" localSheetId="${index}"${hidden}>${xmlText(ranges.map((range) => sheet + range).join(','))}</definedName>`;
    const columns = across ? [`$A:$${columnLetters(across.columns - 1)}`] : [];
    return [
      ...(filter === null ? [] : [defined('_FilterDatabase', [filter], ' hidden="1"')]),
      ...(area === null ? [] : [defined('Print_Area', [area])]),
      defined('Print_Titles', [...columns, `$${from}:$${to}`]),
    ];
  });
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><bookViews><workbookView/></bookViews><sheets>${sheets.join('')}</sheets><definedNames>${[...own, ...names].join('')}</definedNames></workbook>`;
}

function relationships(all: readonly (readonly [type: string, target: string])[]): string {
  const each = all.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

function propertiesXml(madeAt: Date): string {
  const time = madeAt.toISOString().replace(/\.\d+/, '');
  const said = ['created', 'modified'].map(
    (what) => `<dcterms:${what} xsi:type="dcterms:W3CDTF">${time}</dcterms:${what}>`,
  );
  return `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>relief</dc:creator>${said.join('')}</cp:coreProperties>`;
}

function typesXml(worksheets: number): string {
  const part = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}"/>`;
  return `<Types xmlns="${PACKAGE}/content-types">${[
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
    '<Default Extension="xml" ContentType="application/xml"/>',
    part('xl/workbook.xml', `${SHEET}.sheet.main+xml`),
    ...Array.from({ length: worksheets }, (_, index) =>
      part(`xl/worksheets/sheet${index + 1}.xml`, `${SHEET}.worksheet+xml`),
    ),
    part('xl/styles.xml', `${SHEET}.styles+xml`),
    part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
  ].join('')}</Types>`;
}
