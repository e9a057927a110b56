import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/domain/notice/draft.ts';
import { draftOf } from '../../../src/domain/notice/draft-of.ts';
import type { NoticeText } from '../../../src/domain/notice/notice-line.ts';
import { InvalidInput } from '../../../src/domain/problem.ts';
import { readNotice } from '../../../src/read/notice/read-notice.ts';
import zh from '../../../src/text/zh/draft.ts';
import { relief } from '../../cli/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'relief-notice-formats-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, data: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, data);
  return path;
};

/** A draft without where its values stand in the file. */
function values(draft: Draft): unknown {
  const wide = (text: string) => text.replaceAll('（', '(').replaceAll('）', ')');
  return JSON.parse(
    JSON.stringify(draft, (key, value) => {
      if (['spot', 'paragraph', 'figures', 'sentences', 'sentence'].includes(key)) return undefined;
      return typeof value === 'string' ? wide(value) : value;
    }),
  );
}

const drafted = async (path: string) => values(draftOf((await readNotice(path)).lines));
const TEXT = readFileSync('test/notices/texts/qingpu-2025.txt', 'utf8');
const paragraphs = TEXT.split('\n').filter((line) => line.trim() !== '');

describe('one text in every format gives one draft', async () => {
  const expected = await drafted('test/notices/texts/qingpu-2025.txt');
  const page = `<!DOCTYPE html><html><body>${paragraphs.map((line) => `<p>${line}</p>`).join('')}</body></html>`;
  it.each([
    ['.docx', 'test/read/notice/qingpu-2025.docx'],
    ['.doc', 'test/read/notice/qingpu-2025.doc'],
    ['.pdf', 'test/read/notice/qingpu-2025.pdf'],
    ['a web page', file('page.html', page)],
    ['text in GB18030', file('gbk.txt', iconv.encode(TEXT, 'gb18030'))],
    ['text in UTF-16', file('utf16.txt', iconv.encode(TEXT, 'utf-16le', { addBOM: true }))],
    ['text that ends its lines as Windows does', file('crlf.txt', TEXT.replaceAll('\n', '\r\n'))],
  ])('%s', async (_, path) => {
    expect(await drafted(path)).toEqual(expected);
  });
});

it('a .docx of lines that a page has broken is put together as its text is', async () => {
  expect(await drafted('samples/notices/putuo-2017.docx')).toEqual(await drafted('test/notices/texts/putuo-2017.txt'));
});

describe('what is no text', () => {
  const refused = async (path: string) => {
    const error = await readNotice(path).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InvalidInput);
    return (error as InvalidInput).problems.map(({ code }) => code);
  };

  it.each([
    [
      'a picture',
      file('picture.pdf.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
      'notice-foreign',
    ],
    ['a campaign', 'campaigns/putuo-2017.yaml', 'notice-foreign'],
    ['a workbook', 'samples/district/lists/民政局.xlsx', 'notice-foreign'],
    [
      'a PDF that is cut short',
      file('cut.pdf', readFileSync('test/read/notice/qingpu-2025.pdf').subarray(0, 2000)),
      'notice-damaged',
    ],
    [
      'a .docx that is cut short',
      file('cut.docx', readFileSync('samples/notices/putuo-2017.docx').subarray(0, 4000)),
      'notice-damaged',
    ],
    ['nothing', file('empty.txt', ''), 'file-empty'],
    ['more numbers than any notice has', file('long.txt', '慰问100户，'.repeat(81_000)), 'notice-too-long'],
  ])('%s is said to be none', async (_, path, code) => {
    expect(await refused(path)).toEqual([code]);
  });

  it('of a PDF with a page that has no text, that page is named, wherever the draft is shown', async () => {
    const path = file('mixed.pdf', pdfOf('BT /F 12 Tf 72 700 Td (2205 x 450) Tj ET', '0 0 100 100 re f', ''));
    expect(await readNotice(path)).toMatchObject({ lines: [{ text: '2205 x 450' }], pictures: [2, 3] });
    const said = zh.notRead([2, 3]);
    for (const args of [
      ['draft', path],
      ['draft', '--check', 'campaigns/putuo-2017.yaml', path],
    ]) {
      const { stdout, stderr } = await relief(args);
      expect(stdout).toContain(said);
      if (args.length === 2) expect(stderr).toContain(said);
    }
    expect(JSON.parse((await relief(['draft', path, '-f', 'json'])).stdout).pictures).toEqual([2, 3]);
  });

  it('any bytes are read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 400 }), async (bytes) => {
        const path = file('any', bytes);
        const read = await readNotice(path).catch((error: unknown) => error);
        if (read instanceof InvalidInput) return;
        const { lines } = read as NoticeText;
        expect(() => draftOf(lines)).not.toThrow();
      }),
      { numRuns: 200 },
    );
  });
});

/** A PDF whose pages show what these programs draw. */
function pdfOf(...pages: readonly string[]): string {
  const kids = pages.map((_, index) => `${2 * index + 4} 0 R`).join(' ');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...pages.flatMap((drawn, index) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents ${2 * index + 5} 0 R>>`,
      `<</Length ${drawn.length}>>stream\n${drawn}\nendstream`,
    ]),
  ];
  let text = '%PDF-1.4\n';
  const starts = objects.map((object, index) => {
    const start = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const table = ['0000000000 65535 f ', ...starts.map((start) => `${String(start).padStart(10, '0')} 00000 n `)];
  const size = objects.length + 1;
  return `${text}xref\n0 ${size}\n${table.join('\n')}\ntrailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
}
