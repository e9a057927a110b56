import * as SheetJS from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { everything, problemOf } from './open.ts';

const SERIAL = 42_750;
const bytesOf = (from1904: boolean, bookType: SheetJS.BookType = 'biff8'): Buffer =>
  SheetJS.write(
    {
      SheetNames: ['名单'],
      Sheets: {
        名单: SheetJS.utils.aoa_to_sheet([
          ['姓名'],
          [
            { t: 'n', v: SERIAL, z: 'h:mm:ss' },
            { t: 'n', v: 7, z: '0.000' },
          ],
        ]),
      },
      Workbook: { WBProps: { date1904: from1904 } },
    },
    { type: 'buffer', bookType },
  );

/** The stream of a workbook, its records changed one by one. */
function streamOf(file: Buffer, change: (type: number, data: Buffer) => Buffer): Buffer {
  const content = SheetJS.CFB.find(SheetJS.CFB.read(file, { type: 'buffer' }), '/Workbook')?.content ?? [];
  const stream = Buffer.from(content);
  const records: Buffer[] = [];
  for (let at = 0; at + 4 <= stream.length; ) {
    const end = at + 4 + stream.readUInt16LE(at + 2);
    records.push(change(stream.readUInt16LE(at), stream.subarray(at, end)));
    at = end;
  }
  return Buffer.concat(records);
}

function compound(stream: Buffer, name = '/Workbook'): Buffer {
  const file = SheetJS.CFB.utils.cfb_new();
  SheetJS.CFB.utils.cfb_add(file, name, stream);
  return SheetJS.CFB.write(file, { type: 'buffer' }) as Buffer;
}

const CELL_FORMAT = 0xe0;
const FORMAT = 0x41e;
/** How the stream has the format that the workbook defines. */
const CUSTOM = Buffer.from('0.000', 'utf16le');
const BOF = 0x809;
const record = (type: number, ...data: number[]) => {
  const bytes = Buffer.alloc(4 + data.length);
  bytes.writeUInt16LE(type, 0);
  bytes.writeUInt16LE(data.length, 2);
  bytes.set(data, 4);
  return bytes;
};

/** Cells whose format was a time of day get another one that nothing in the file defines. */
function inFormat(format: number, from1904 = false): Buffer {
  return streamOf(bytesOf(from1904), (type, data) => {
    if (type === CELL_FORMAT && data.readUInt16LE(6) === 21) data.writeUInt16LE(format, 6);
    return data;
  });
}
const shownIn = async (file: Buffer) => (await everything(file, 'xls')).rows[0]?.[1]?.cells[0];

describe('a built-in number format of an .xls', () => {
  it.each([27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])('%i is an East Asian date', async (format) => {
    expect(await shownIn(compound(inFormat(format)))).toBe('2017-01-15');
    expect(await shownIn(compound(inFormat(format, true)))).toBe('2021-01-16');
  });

  it.each([5, 8, 23, 37, 41, 44, 48, 59, 62])('%i is none', async (format) => {
    expect(await shownIn(compound(inFormat(format, true)))).toBe(String(SERIAL));
  });

  it('is what the workbook says of it, where it does', async () => {
    const stream = streamOf(compound(inFormat(31)), (type, data) => {
      if (type === FORMAT && data.includes(CUSTOM)) data.writeUInt16LE(31, 4);
      return data;
    });
    expect(stream.includes(CUSTOM)).toBe(true);
    expect(await shownIn(compound(stream))).toBe(String(SERIAL));
  });
});

describe('an .xls that a password protects', () => {
  it.each([
    ['by obfuscation, as Excel 95 did', record(0x2f, 0x12, 0x34, 0x56, 0x78)],
    ['by obfuscation, as Excel 97 does', record(0x2f, 0, 0, 0x12, 0x34, 0x56, 0x78)],
    ['by RC4', record(0x2f, 1, 0, 1, 0, 1, 0, ...Array.from({ length: 48 }, (_, index) => index))],
    ['by RC4 of CryptoAPI', record(0x2f, 1, 0, 2, 0, 2, 0, 4, 0, 0, 0, ...Array.from({ length: 60 }, () => 7))],
    ['in a way that nobody knows', record(0x2f, 9, 9)],
  ])('%s is not damaged', async (_, password) => {
    let isFirst = true;
    const stream = streamOf(bytesOf(false), (type, data) => {
      if (type !== BOF || !isFirst)
        return isFirst ? data : Buffer.concat([data.subarray(0, 4), Buffer.alloc(data.length - 4, 0xa5)]);
      isFirst = false;
      return Buffer.concat([data, password]);
    });
    for (const name of ['/Workbook', '/Book'])
      expect(await problemOf(compound(stream, name), 'xls')).toMatchObject({ code: 'workbook-encrypted' });
  });
});

describe('a workbook of an old program', () => {
  it('is read without the compound file around it', async () => {
    expect(await shownIn(streamOf(bytesOf(false), (_, data) => data))).toMatch(/^2017-01-15/);
  });

  it('of Excel 2 to 4 is read', async () => {
    for (const bookType of ['biff2', 'biff3', 'biff4'] as SheetJS.BookType[]) {
      const bytes = SheetJS.write(
        { SheetNames: ['A'], Sheets: { A: SheetJS.utils.aoa_to_sheet([['name', 7]]) } },
        { type: 'buffer', bookType },
      );
      expect((await everything(bytes, 'xls')).rows[0]?.[0]?.cells).toEqual(['name', '7']);
    }
  });

  it('is not a document that has a workbook in it', async () => {
    const file = SheetJS.CFB.utils.cfb_new();
    SheetJS.CFB.utils.cfb_add(file, '/WordDocument', Buffer.alloc(600));
    SheetJS.CFB.utils.cfb_add(file, '/ObjectPool/_1/Workbook', Buffer.alloc(600));
    const bytes = SheetJS.CFB.write(file, { type: 'buffer' }) as Buffer;
    expect(await problemOf(bytes, 'xls')).toMatchObject({ code: 'list-foreign', data: { kind: 'document' } });
  });

  it('may have a document in it', async () => {
    const file = SheetJS.CFB.read(bytesOf(false), { type: 'buffer' });
    SheetJS.CFB.utils.cfb_add(file, '/MBD0001/WordDocument', Buffer.alloc(600));
    expect(await shownIn(SheetJS.CFB.write(file, { type: 'buffer' }) as Buffer)).toMatch(/^2017-01-15/);
  });
});
