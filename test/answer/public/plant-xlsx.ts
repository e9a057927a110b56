import type { PlaceKind } from '../../../src/domain/published/text-place.ts';
import { escaped } from '../../../src/workbook/xml-text.ts';
import { type Planted, plantedNumber, type Random } from './numbers.ts';
import type { Parts } from './parts.ts';

/** A number in a file, and what kind of place it must be told at. */
export interface Planting extends Planted {
  readonly kind: PlaceKind;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** A workbook with a number in every place that one can hold a text in. */
export function plantedXlsx(random: Random): { parts: Parts; plantings: Planting[] } {
  const plantings: Planting[] = [];
  const put = (kind: PlaceKind, plain = false): string => {
    const number = plantedNumber(random, plain);
    plantings.push({ ...number, kind });
    return escaped(number.written);
  };
  const split = (): string => {
    const number = plantedNumber(random, true);
    plantings.push({ ...number, kind: 'cell' });
    return `<r><t>${number.digits.slice(0, 5)}</t></r><r><rPr><b/></rPr><t>${number.digits.slice(5)}</t></r>`;
  };
  const concatenated = (): string => {
    const number = plantedNumber(random, true);
    plantings.push({ ...number, kind: 'formula' });
    return `&quot;${number.digits.slice(0, 6)}&quot;&amp;&quot;${number.digits.slice(6)}&quot;`;
  };
  const relations = (...all: readonly (readonly [type: string, target: string])[]) =>
    `<Relationships xmlns="${PACKAGE}/relationships">${all.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')}</Relationships>`;
  const inline = (address: string, text: string) =>
    `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
  const asNumber = (address: string, digits: string) =>
    `<c r="${address}"${digits.endsWith('X') ? ' t="str"' : ''}><v>${digits}</v></c>`;
  const parts: Parts = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="公示" sheetId="1" r:id="rId1"/><sheet name="底稿" state="veryHidden" sheetId="2" r:id="rId2"/></sheets><definedNames><definedName name="联系">&quot;${put('defined-name', true)}&quot;</definedName></definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ['worksheet', 'worksheets/sheet1.xml'],
      ['worksheet', 'worksheets/sheet2.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ),
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"><si><t>${put('cell')}</t></si><si><t>${put('leftover')}</t></si><si>${split()}</si><si><t>张三</t><rPh sb="0" eb="1"><t>${put('cell')}</t></rPh></si></sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="&quot;${put('style', true)}&quot;0"/></numFmts></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><cols><col min="4" max="4" hidden="1"/></cols><sheetData><row r="1">${inline('A1', '姓名')}${inline('B1', '金额')}</row><row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><v>1200</v></c>${inline('D2', put('cell'))}</row><row r="3" hidden="1"><c r="A3" t="s"><v>2</v></c><c r="B3"><f>1200+0*LEN(${concatenated()})</f><v>1200</v></c></row><row r="4"><c r="A4" t="s"><v>3</v></c><c r="B4" t="str"><f>A1</f><v>${put('cell')}</v></c></row><row r="5">${asNumber('A5', put('cell', true))}</row></sheetData><conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>A1=&quot;${put('condition', true)}&quot;</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="C1" prompt="${put('validation')}"><formula1>&quot;${put('validation', true)},无&quot;</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A1" r:id="rId9" tooltip="${put('link')}"/></hyperlinks><headerFooter><oddHeader>&amp;C ${put('header-footer')}</oddHeader></headerFooter><extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:note xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">${put('other')}</x14:note></ext></extLst></worksheet>`,
    'xl/worksheets/_rels/sheet1.xml.rels': relations(
      ['comments', '../comments1.xml'],
      ['drawing', '../drawings/drawing1.xml'],
      ['table', '../tables/table1.xml'],
      ['hyperlink', `tel:${put('link', true)}`],
    ),
    'xl/worksheets/sheet2.xml': `<worksheet xmlns="${MAIN}"><sheetData><row r="7">${inline('B7', put('cell'))}</row></sheetData></worksheet>`,
    'xl/comments1.xml': `<comments xmlns="${MAIN}"><authors><author>${put('comment')}</author></authors><commentList><comment ref="A2" authorId="0"><text><r><t>${put('comment')}</t></r></text></comment></commentList></comments>`,
    'xl/drawings/drawing1.xml': `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="图片 1" descr="${put('alt-text')}"/></xdr:nvSpPr><xdr:txBody><a:p><a:r><a:t>${put('drawing')}</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>`,
    'xl/charts/chart1.xml': `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:strCache><c:pt idx="0"><c:v>${put('chart')}</c:v></c:pt></c:strCache></c:chartSpace>`,
    'xl/tables/table1.xml': `<table xmlns="${MAIN}" id="1" name="表1" ref="A1:B2"><tableColumns count="1"><tableColumn id="1" name="${put('table')}"/></tableColumns></table>`,
    'xl/pivotCache/pivotCacheDefinition1.xml': `<pivotCacheDefinition xmlns="${MAIN}"><cacheFields><cacheField name="号"><sharedItems><s v="${put('pivot')}"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>`,
    'xl/pivotCache/pivotCacheRecords1.xml': `<pivotCacheRecords xmlns="${MAIN}"><r><s v="${put('pivot')}"/></r></pivotCacheRecords>`,
    'xl/externalLinks/externalLink1.xml': `<externalLink xmlns="${MAIN}"><externalBook><sheetDataSet><row r="1"><cell r="A1" t="str"><v>${put('link')}</v></cell></row></sheetDataSet></externalBook></externalLink>`,
    'xl/printerSettings/printerSettings1.bin': Buffer.from(`\u0000\u0001${put('bytes', true)}\u0000`, 'utf16le'),
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${put('property')}</dc:creator><dc:description>${put('property')}</dc:description></cp:coreProperties>`,
    'docProps/custom.xml': `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="ICV"><vt:lpwstr>A1B2C3D4E5F647108013812345678678</vt:lpwstr></property><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="3" name="经办"><vt:lpwstr>${put('property')}</vt:lpwstr></property></Properties>`,
    'customXml/item1.xml': `<data><person>${put('custom-xml')}</person><!--${put('custom-xml', true)}--></data>`,
  };
  return { parts, plantings };
}
