import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { draftOf } from '../../../src/domain/notice/draft-of.ts';
import { readNotice } from '../../../src/read/notice/read-notice.ts';

const folder = mkdtempSync(join(tmpdir(), 'relief-notice-numbering-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A paragraph: its text, and the list and level that number it. */
type Item = readonly [text: string, num?: string, level?: number];

const LEVELS = [
  ['chineseCounting', '%1、'],
  ['chineseCounting', '（%2）'],
  ['decimal', '%3.'],
  ['decimalEnclosedCircle', '%4'],
] as const;

/** Lists 1 and 2 look alike; 2 begins its third level anew. */
const NUMBERING = `<w:numbering ${SPACE}><w:abstractNum w:abstractNumId="0">${LEVELS.map(
  ([format, text], level) =>
    `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
).join(
  '',
)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/>
<w:lvlOverride w:ilvl="2"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`;
const STYLES = `<w:styles ${SPACE}><w:style w:styleId="Item"><w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`;

async function documentOf(name: string, items: readonly Item[]): Promise<string> {
  const paragraphs = items.map(([text, num, level = 0]) => {
    const numbered = `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${num}"/></w:numPr>`;
    const properties = num === 'style' ? '<w:pStyle w:val="Item"/>' : num ? numbered : '';
    return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
  });
  const zip = new ZipFile();
  const parts = {
    'word/document.xml': `<w:document ${SPACE}><w:body>${paragraphs.join('')}</w:body></w:document>`,
    'word/numbering.xml': NUMBERING,
    'word/styles.xml': STYLES,
  };
  for (const [part, xml] of Object.entries(parts)) zip.addBuffer(Buffer.from(xml), part);
  zip.end();
  const path = join(folder, name);
  writeFileSync(path, await buffer(zip.outputStream));
  return path;
}

const NUMBERED: readonly Item[] = [
  ['某区春节慰问工作方案'],
  ['慰问对象和标准', '1', 0],
  ['区总工会', '1', 1],
  ['慰问困难职工120人，每人500元，计6万元。', '1', 2],
  ['慰问劳模15人，每人1000元。', '1', 2],
  ['区残联', '1', 1],
  ['慰问重度残疾人80人，每人400元。', '1', 2],
  ['每户送大米1袋。', '1', 3],
  ['工作要求', '1', 0],
  ['1月20日前发放到位。', 'style'],
  ['名单要公示。', '2', 2],
];

const lines = async (path: string) => (await readNotice(path)).lines.map(({ text }) => text.trim());

it('numbers that Word counts are read as they are shown, and begin anew below each item', async () => {
  expect(await lines(await documentOf('numbered.docx', NUMBERED))).toEqual([
    '某区春节慰问工作方案',
    '一、慰问对象和标准',
    '（一）区总工会',
    '1.慰问困难职工120人，每人500元，计6万元。',
    '2.慰问劳模15人，每人1000元。',
    '（二）区残联',
    '1.慰问重度残疾人80人，每人400元。',
    '①每户送大米1袋。',
    '二、工作要求',
    '1.1月20日前发放到位。',
    '1.名单要公示。',
  ]);
});

it('a draft is the same whether its numbers were typed or counted', async () => {
  const counted = await documentOf('counted.docx', NUMBERED.slice(0, 7));
  const typed = await documentOf(
    'typed.docx',
    (await lines(counted)).map((text) => [text]),
  );
  const draft = draftOf((await readNotice(counted)).lines);
  expect(draft).toEqual(draftOf((await readNotice(typed)).lines));
  expect(draft.departments.map(({ name, measures }) => [name, measures.length])).toEqual([
    ['区总工会', 2],
    ['区残联', 1],
  ]);
});
