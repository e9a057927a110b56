import type { PlaceKind } from '../../../src/domain/published/text-place.ts';
import { escaped } from '../../../src/workbook/xml-text.ts';
import { plantedNumber, type Random } from './numbers.ts';
import type { Parts } from './parts.ts';
import type { Planting } from './plant-xlsx.ts';

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** A document with a number in every place that one can hold a text in. */
export function plantedDocx(random: Random): { parts: Parts; plantings: Planting[] } {
  const plantings: Planting[] = [];
  const put = (kind: PlaceKind, plain = false): string => {
    const number = plantedNumber(random, plain);
    plantings.push({ ...number, kind });
    return escaped(number.written);
  };
  const split = (kind: PlaceKind, between: string, tag = 't'): string => {
    const number = plantedNumber(random, true);
    plantings.push({ ...number, kind });
    return [...number.digits].map((digit) => run(digit, '', tag)).join(between);
  };
  const run = (text: string, look = '', tag = 't') =>
    `<w:r>${look}<w:${tag} xml:space="preserve">${text}</w:${tag}></w:r>`;
  const paragraph = (runs: string) => `<w:p><w:pPr><w:jc w:val="left"/></w:pPr>${runs}</w:p>`;
  const cell = (text: string) => `<w:tc><w:tcPr/>${paragraph(run(text))}</w:tc>`;
  const root = (name: string, inner: string) =>
    `<w:${name} xmlns:w="${MAIN}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${inner}</w:${name}>`;
  const body = [
    paragraph(run('为困难群众发放的补助，公示如下。')),
    paragraph(run(put('paragraph'))),
    paragraph(split('paragraph', '<w:proofErr w:type="spellStart"/>')),
    paragraph(split('paragraph', '<w:bookmarkStart w:id="0" w:name="_Toc138123456"/>')),
    paragraph(run('号', '') + run(put('paragraph'), '<w:rPr><w:vanish/></w:rPr>')),
    paragraph(`<w:del w:id="1" w:author="经办人">${run(put('tracked-change'), '', 'delText')}</w:del>${run('已更正')}`),
    paragraph(`<w:del w:id="2" w:author="经办人">${split('tracked-change', '', 'delText')}</w:del>`),
    paragraph(`<w:ins w:id="3" w:author="${put('paragraph')}">${run('补充')}</w:ins>`),
    paragraph(`<w:r><w:instrText> HYPERLINK &quot;tel:${put('field', true)}&quot; </w:instrText></w:r>`),
    paragraph(
      `<w:r><w:drawing><wp:docPr id="1" name="图片" descr="${put('alt-text')}"/><w:txbxContent>${paragraph(run(put('paragraph')))}</w:txbxContent></w:drawing></w:r>`,
    ),
    `<w:tbl><w:tr>${cell('姓名')}${cell('金额')}</w:tr><w:tr>${cell(put('paragraph'))}${cell('1200')}</w:tr></w:tbl>`,
    `<w:sdt><w:sdtPr><w:alias w:val="${put('paragraph')}"/></w:sdtPr><w:sdtContent>${paragraph(run('表格'))}</w:sdtContent></w:sdt>`,
    '<w:sectPr w:rsidR="00138123"/>',
  ].join('');
  const parts: Parts = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    'word/document.xml': root('document', `<w:body>${body}</w:body>`),
    'word/header1.xml': root('hdr', paragraph(run(put('header-footer')))),
    'word/footer2.xml': root('ftr', paragraph(split('header-footer', ''))),
    'word/footnotes.xml': root('footnotes', `<w:footnote w:id="1">${paragraph(run(put('footnote')))}</w:footnote>`),
    'word/comments.xml': root(
      'comments',
      `<w:comment w:id="1" w:author="${put('comment')}">${paragraph(run(put('comment')))}</w:comment>`,
    ),
    'word/settings.xml': root(
      'settings',
      `<w:docVars><w:docVar w:name="经办" w:val="${put('other', true)}"/></w:docVars><w:rsids><w:rsid w:val="00138123"/></w:rsids>`,
    ),
    'word/glossary/document.xml': root('glossaryDocument', paragraph(run(put('paragraph')))),
    'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="hyperlink" Target="tel:${put('link', true)}" TargetMode="External"/></Relationships>`,
    'word/charts/chart1.xml': `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:v>${put('chart')}</c:v></c:chartSpace>`,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${put('property')}</dc:title><cp:keywords>${put('property')}</cp:keywords></cp:coreProperties>`,
    'customXml/item1.xml': `<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"><b:Tag>${put('custom-xml')}</b:Tag></b:Sources>`,
  };
  return { parts, plantings };
}
