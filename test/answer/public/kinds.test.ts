import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { expect, it } from 'vitest';
import { checkPublic } from '../../../src/answer/check-public.ts';
import { InvalidInput } from '../../../src/domain/problem.ts';
import { writeParts } from './parts.ts';

const folder = mkdtempSync(join(tmpdir(), 'relief-public-'));
const fileOf = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const foundIn = async (path: string) =>
  (await checkPublic(path, [])).found.map(
    ({ kind, masked, place }) => `${place.kind} ${place.at ?? ''} ${kind} ${masked}`,
  );

it('reads cells, formulas, comments and hidden sheets of an .xls', async () => {
  const sheet = utils.aoa_to_sheet([
    ['姓名', '金额'],
    ['张三', 1200],
  ]);
  const hidden = utils.aoa_to_sheet([['990107198001011234', 13812345678]]);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '公示');
  utils.book_append_sheet(book, hidden, '底稿');
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  book.Props = { Author: '13912345678' };
  const path = fileOf('old.xls', write(book, { type: 'buffer', bookType: 'biff8' }));
  const { found } = await checkPublic(path, []);
  expect(
    found
      .slice(0, 3)
      .map(({ place: { kind, sheet: name, at, isHidden }, masked }) => [kind, name, at, isHidden, masked]),
  ).toEqual([
    ['cell', '底稿', 'A1', true, '990107********1234'],
    ['cell', '底稿', 'B1', true, '13*******78'],
    ['property', undefined, 'Author', undefined, '13*******78'],
  ]);
});

const PDF = `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>/Annots[6 0 R]>> endobj
4 0 obj <</Length 72>> stream
BT /F1 12 Tf 20 200 Td (ID 990107) Tj (198001011234) Tj ET
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
6 0 obj <</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(13812345678)>> endobj
7 0 obj <</Author(6222021001112223335)>> endobj
trailer <</Root 1 0 R/Info 7 0 R>>
`;

it('reads the pages, remarks and properties of a PDF', async () => {
  const found = await foundIn(fileOf('notice.pdf', PDF));
  expect(found).toContain('page 1 id 990107********1234');
  expect(found).toContain('comment 1 phone 13*******78');
  expect(found.some((one) => one.startsWith('property') && one.includes('account'))).toBe(true);
});

it('reads files within files, and says which pictures it has not read', async () => {
  const inner = join(folder, 'inner.docx');
  await writeParts(inner, { 'word/document.xml': '<w:p xmlns:w="urn:w"><w:r><w:t>13812345678</w:t></w:r></w:p>' });
  const { readFileSync } = await import('node:fs');
  const path = join(folder, 'outer.docx');
  await writeParts(path, {
    'word/document.xml': '<w:p xmlns:w="urn:w"><w:r><w:t>公示</w:t></w:r></w:p>',
    'word/embeddings/inner.docx': readFileSync(inner),
    'word/media/image1.png': Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'),
  });
  const { found, unseen } = await checkPublic(path, []);
  expect(found.map(({ place: { kind, part } }) => [kind, part])).toEqual([
    ['paragraph', 'word/embeddings/inner.docx › word/document.xml'],
  ]);
  expect(unseen).toEqual([{ kind: 'picture', name: 'word/media/image1.png' }]);
});

it('lets the telephones of offices pass, and numbers that are allowed', async () => {
  const path = fileOf(
    'notice.txt',
    '监督电话：021-59721234、021-59721235。\n捐款账号：6222021001112223335\n张三 021-59721236\n',
  );
  const { found, allowed } = await checkPublic(path, ['6222 0210 0111 2223 335']);
  expect(found.map(({ place: { at }, kind }) => [at, kind])).toEqual([['3', 'phone']]);
  expect(allowed).toBe(3);
});

it.each([
  ['amounts in columns', '项目,人数,金额\n低保,153,1234,2345\n特困,1380,1200,1500,1600\n'],
  ['a number of a document and days', '青民〔2025〕1号，2025-01-07 至 2025年1月28日，共1234567.89元，20250107公示\n'],
  ['masked numbers', '姓名,身份证号,电话\n张三,990107********1234,138****5678\n'],
  ['a credit code of an organisation', '单位：示范区民政局，统一社会信用代码 11310118MB2F30001A\n'],
  ['an address on the web', '详见 https://example.org/art/2025/1/7/20250107_123456789012.html\n'],
])('tells of nothing in %s', async (name, text) => {
  expect(await foundIn(fileOf(`${name}.csv`, text))).toEqual([]);
});

it('reads a text with damaged characters, and one in another encoding', async () => {
  const damaged = Buffer.concat([
    Buffer.from('姓名,电话\n'),
    Buffer.from([0xff, 0xfe, 0xc3]),
    Buffer.from(',13812345678\n'),
  ]);
  expect(await foundIn(fileOf('坏字.csv', damaged))).toEqual(['cell B2 phone 13*******78']);
  const wide = Buffer.from('\ufeff姓名,电话\n张三,13812345678\n', 'utf16le');
  expect(await foundIn(fileOf('宽.csv', wide))).toEqual(['cell B2 phone 13*******78']);
});

it('takes what a column is called for what it holds', async () => {
  const path = fileOf('列.csv', '姓名,联系电话,残疾证号,卡号\n张三,5234567,123456789,1234567890\n李四,无,,\n');
  expect(await foundIn(path)).toEqual(['cell B2 phone 5*****7', 'cell C2 id 12*****89', 'cell D2 account 12******90']);
});

it.each([
  ['a picture', 'scan.png', '\x89PNG\r\n\x1a\n', 'picture'],
  ['a damaged workbook', 'broken.xlsx', 'PK\x03\x04 and nothing else', null],
])('refuses %s', async (_, name, content, why) => {
  const error = await checkPublic(fileOf(name, Buffer.from(content, 'latin1')), []).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(InvalidInput);
  if (why) expect(error.problems[0].data).toEqual({ why });
});
