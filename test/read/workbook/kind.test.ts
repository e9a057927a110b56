import { gzipSync } from 'node:zlib';
import * as SheetJS from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { archiveKind, workbookKind } from '../../../src/read/workbook/kind.ts';
import { entriesOf, zipped } from './parts.ts';

const xls: Buffer = SheetJS.write({ SheetNames: ['甲'], Sheets: { 甲: {} } }, { type: 'buffer', bookType: 'biff8' });

describe('by its first bytes', () => {
  it.each([
    ['an .xlsx', zipped(entriesOf({})), 'xlsx', null],
    ['an .xls', xls, 'xls', null],
    ['a zip of lists', zipped([{ name: '民政部门.CSV', content: '姓名' }]), 'xlsx', 'zip'],
    ['an empty zip', zipped([]), null, 'zip'],
    ['gzip', gzipSync('姓名'), null, 'gzip'],
    ['rar', Buffer.from('Rar!\x1a\x07\x01\x00', 'latin1'), null, 'rar'],
    ['7z', Buffer.from('7z\xbc\xaf\x27\x1c\x00\x04', 'latin1'), null, '7z'],
    ['csv', Buffer.from('姓名,金额\n'), null, null],
    ['a few letters', Buffer.from('P'), null, null],
    ['nothing', Buffer.alloc(0), null, null],
  ])('%s is known', (_, bytes, workbook, archive) => {
    expect([workbookKind(bytes), archiveKind(bytes)]).toEqual([workbook, archive]);
  });
});
