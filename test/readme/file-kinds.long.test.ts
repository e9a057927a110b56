import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as SheetJS from '@e965/xlsx';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/engine/database.ts';
import { csv, Desk, payout, TITLES } from '../cli/people.ts';
import { relief } from '../cli/run.ts';
import { entriesOf, zipped } from '../workbook/read/parts.ts';

const desk = new Desk(mkdtempSync(join(tmpdir(), 'relief-file-kinds-')));
afterAll(() => rmSync(desk.folder, { recursive: true }));

const list = [[...TITLES], payout(1), payout(2)];
const text = csv(list);
const latin1 = (bytes: string) => Buffer.from(bytes, 'latin1');
const book = (bookType: string): Buffer =>
  SheetJS.write(
    { SheetNames: ['名单'], Sheets: { 名单: SheetJS.utils.aoa_to_sheet(list) } },
    { type: 'buffer', bookType: bookType as SheetJS.BookType },
  );
const compound = (stream: string): Buffer => {
  const file = SheetJS.CFB.utils.cfb_new();
  SheetJS.CFB.utils.cfb_add(file, stream, Buffer.alloc(600));
  return SheetJS.CFB.write(file, { type: 'buffer' }) as Buffer;
};
const stream = (file: Buffer) =>
  Buffer.from(SheetJS.CFB.find(SheetJS.CFB.read(file, { type: 'buffer' }), '/Workbook')?.content ?? []);
const holding = (name: string, content = 'x') => zipped([{ name, content }]);
const odf = (kind: string) => holding('mimetype', `application/vnd.oasis.opendocument.${kind}`);
const message = (type: string, body: Buffer | string) =>
  `MIME-Version: 1.0\r\nX-Made-By: a program\r\nContent-Type: ${type}; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(body).toString('base64')}\r\n--x--\r\n`;
async function parquet(query: string): Promise<Buffer> {
  const path = desk.at(`${randomUUID()}.parquet`);
  const database = await Database.open({ threads: 1 });
  await database.run(`copy (${query}) to '${path}' (format parquet, compression zstd)`);
  database.close();
  const bytes = readFileSync(path);
  rmSync(path);
  return bytes;
}
type Sample = string | Uint8Array | Promise<Uint8Array>;
/** Files of each kind that docs/lists.md names. */
const SAMPLES: Readonly<Record<string, readonly Sample[]>> = {
  'workbook of Excel 2007 and later, or WPS': [book('xlsx'), book('xlsm')],
  'workbook of Excel 5 to 2003, or WPS': [book('biff8')],
  'the same as a bare stream, of Excel 2 to 4 or a program on a web server': [stream(book('biff8'))],
  'OpenDocument spreadsheet': [book('ods')],
  'OpenDocument spreadsheet in one XML file': [book('fods')],
  'XML Spreadsheet 2003': [book('xlml')],
  'web page, as web systems export lists': [book('html')],
  'web page in one file (MHTML)': [message('multipart/related', book('html'))],
  'cells with `,`, a tab, `;` or a bar between them, in UTF-8': [',', '\t', ';', '|'].map((separator) =>
    list.map((row) => row.join(separator)).join('\n'),
  ),
  'the same in GBK, GB2312 or GB18030': [iconv.encode(text, 'gb18030'), iconv.encode(text, 'gbk')],
  'the same in UTF-16': [iconv.encode(text, 'utf16le'), iconv.encode(text, 'utf16le', { addBOM: true })],
  Parquet: [
    parquet(
      `select '张三' as 姓名, '${payout(1)[1]}' as 身份证号, 500 as 金额 union all select '李四', '${payout(2)[1]}', 600`,
    ),
  ],
  'text document': [holding('word/document.xml'), compound('/WordDocument'), odf('text'), '{\\rtf1 x}'],
  presentation: [holding('ppt/presentation.xml'), compound('/PowerPoint Document'), odf('presentation')],
  PDF: ['%PDF-1.4\n'],
  'OFD document': [holding('OFD.xml')],
  picture: [latin1('\xff\xd8\xff\xe1'), latin1('\x89PNG\r\n\x1a\n'), latin1('II*\0'), latin1('\0\0\0\x18ftypheic')],
  archive: [
    holding('名单.xlsx'),
    latin1('Rar!\x1a\x07\0'),
    latin1('7z\xbc\xaf\x27\x1c'),
    gzipSync(text),
    Buffer.concat([Buffer.alloc(257, 97), latin1('ustar\0')]),
  ],
  'dBASE or FoxPro table': [book('dbf')],
  database: [latin1('\0\x01\0\0Standard Jet DB'), latin1('\0\x01\0\0Standard ACE DB'), latin1('SQLite format 3\0')],
  'binary workbook': [book('xlsb')],
  'Numbers or Pages file': [holding('Index/Document.iwa')],
  'e-mail': [message('multipart/mixed', 'x'), compound('/__properties_version1.0')],
  'other XML': ['<?xml version="1.0"?><rss/>'],
  'web page without a table': ['<!DOCTYPE html><html><body>请登录</body></html>'],
  'web page that is not written plainly': ['<table><tr><td>姓名<td>金额<tr><td>王秀英<td>500</table>'],
  shortcut: [latin1('L\0\0\0\x01\x14\x02\0')],
  program: [latin1('\x7fELF\x02'), Buffer.concat([latin1('MZ\x90\0\x03\0\0\0'), Buffer.alloc(60)])],
  'notice, plan or report as text': ['关于春节帮困工作的通知\n各街道：\n现将有关事项通知如下。\n请于周五前报送。\n'],
  'campaign where a list is asked for': ['relief: 1\nid: a\ntitle: 帮困\ndepartments: []\n'],
  'workbook with a password': [
    compound('/EncryptedPackage'),
    zipped(entriesOf({}).map((entry) => ({ ...entry, flags: 0x801 }))),
  ],
  'damaged workbook': [book('xlsx').subarray(0, 3000), compound('/Workbook').subarray(0, 700)],
  'Parquet that unfolds beyond measure': [parquet(`select repeat('王', 400000) as 姓名, 5 as 金额 from range(3000)`)],
  'row of more than 1 MB': [
    `姓名,金额\n${'王'.repeat(400_000)},5\n`,
    parquet(`select repeat('王', 400000) as 姓名, 5 as 金额`),
  ],
};

/** The lines of the tables of kinds in docs/lists.md, but for their heads. */
const [, ofKinds = ''] = readFileSync('docs/lists.md', 'utf8').split('## Kinds of file\n');
const lines = ofKinds
  .split('\n')
  .filter((line) => /^\| (?!file )/.test(line))
  .map(
    (line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()) as [string, string, string],
  );

async function named(content: Sample, name: string): Promise<string> {
  return desk.write(name, (await content) as Uint8Array);
}

describe('docs/lists.md', () => {
  it('names every kind once, and each has a file here', () => {
    const kinds = lines.map(([kind]) => kind);
    expect(new Set(kinds).size).toBe(kinds.length);
    expect(kinds.filter((kind) => kind !== 'folder without lists').sort()).toEqual(Object.keys(SAMPLES).sort());
  });

  const [read, refused] = [
    lines.filter(([, , what]) => what.startsWith('`')),
    lines.filter(([, , what]) => !what.startsWith('`')),
  ];

  it.each(read)('says rightly that a %s is read', async (kind, endings, encoding) => {
    for (const [index, content] of (SAMPLES[kind] ?? []).entries()) {
      for (const ending of [...endings.split(' '), '.csv', '.bin']) {
        const { code, stdout } = await relief([
          'check',
          await named(content, `${index}${ending}`),
          '-f',
          'json',
          '--fail-on',
          'never',
        ]);
        expect([code, JSON.parse(stdout).inputs[0]]).toMatchObject([
          0,
          { encoding: encoding.replaceAll('`', ''), payouts: 2, rows: 3, rejected: 0 },
        ]);
      }
    }
  });

  it.each(refused)('says rightly that a %s is refused', async (kind, endings, what) => {
    if (kind === 'folder without lists') mkdirSync(desk.at('folder'));
    const good = desk.list('good.csv', [payout(3)]);
    for (const [index, content] of (SAMPLES[kind] ?? ['']).entries()) {
      for (const ending of endings === '' ? [''] : [...endings.split(' '), '.csv']) {
        const path = endings === '' ? desk.at('folder') : await named(content, `${index}${ending}`);
        const { code, stdout, stderr } = await relief(['dedupe', good, '--against', path, '--lang', 'en']);
        expect([code, stdout]).toEqual([2, '']);
        expect(stderr).toContain(what);
        expect(stderr).toMatch(/to fix: .{10,}/);
      }
    }
  });
});
