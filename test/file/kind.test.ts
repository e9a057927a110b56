import { gzipSync } from 'node:zlib';
import * as SheetJS from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { archiveName, fileKind } from '../../src/file/kind.ts';
import { entriesOf, zipped } from '../workbook/read/parts.ts';

const xls: Buffer = SheetJS.write({ SheetNames: ['甲'], Sheets: { 甲: {} } }, { type: 'buffer', bookType: 'biff8' });
const biff2: Buffer = SheetJS.write({ SheetNames: ['甲'], Sheets: { 甲: {} } }, { type: 'buffer', bookType: 'biff2' });
const dbf: Buffer = SheetJS.write(
  { SheetNames: ['甲'], Sheets: { 甲: SheetJS.utils.aoa_to_sheet([['NAME'], ['ZHANG']]) } },
  { type: 'buffer', bookType: 'dbf' },
);
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const tar = Buffer.concat([Buffer.alloc(257, 'a'), latin1('ustar\x0000')]);

describe('by its first bytes', () => {
  it.each([
    ['an .xlsx', zipped(entriesOf({})), 'zip'],
    ['an .xls', xls, 'compound'],
    ['an .xls of Excel 2', biff2, 'biff'],
    ['a bare stream of Excel 97, as web servers write it', Buffer.from('0908080000001000', 'hex'), 'biff'],
    ['Parquet', latin1('PAR1\x15'), 'parquet'],
    ['a PDF', latin1('%PDF-1.7\n'), 'pdf'],
    ['rich text', latin1('{\\rtf1'), 'document'],
    ['a PNG', latin1('\x89PNG\r\n\x1a\n'), 'image'],
    ['a JPEG', latin1('\xff\xd8\xff\xe0'), 'image'],
    ['a photo of a telephone', latin1('\x00\x00\x00\x18ftypheic'), 'image'],
    ['a WebP', latin1('RIFF\x00\x00\x00\x00WEBP'), 'image'],
    ['dBASE', dbf, 'dbf'],
    ['Access', latin1('\x00\x01\x00\x00Standard ACE DB'), 'database'],
    ['SQLite', latin1('SQLite format 3\x00'), 'database'],
    ['a shortcut', latin1('L\x00\x00\x00\x01\x14\x02\x00'), 'shortcut'],
    ['csv', Buffer.from('姓名,金额\n'), null],
    ['csv that begins with a tab', Buffer.from('\t姓名\t金额\n'), null],
    ['UTF-16 without a mark that begins with a tab', Buffer.from('\t姓名\t金额\n', 'utf16le'), null],
    ['a few letters', Buffer.from('P'), null],
    ['nothing', Buffer.alloc(0), null],
  ])('%s is known', (_, bytes, kind) => {
    expect(fileKind(bytes)).toBe(kind);
  });

  it.each([
    ['an empty zip', zipped([]), 'zip'],
    ['gzip', gzipSync('姓名'), 'gzip'],
    ['rar', latin1('Rar!\x1a\x07\x01\x00'), 'rar'],
    ['7z', latin1('7z\xbc\xaf\x27\x1c\x00\x04'), '7z'],
    ['tar', tar, 'tar'],
  ])('%s is an archive', (_, bytes, name) => {
    expect([fileKind(bytes), archiveName(bytes)]).toEqual(['archive', name]);
  });
});
