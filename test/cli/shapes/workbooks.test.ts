import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { saved } from '../../engine/reading.ts';
import { found, PEOPLE, refusal, sheet } from './made.ts';

const LIST = ['序号,姓名,身份证号,金额', '1,@A,#A,500', '2,@B,#B,600'];
const [A, B] = [PEOPLE.A, PEOPLE.B];

describe('an .xls that can’t be read', () => {
  const good = Buffer.from(
    write({ SheetNames: ['名单'], Sheets: { 名单: sheet(LIST) } }, { type: 'buffer', bookType: 'biff8' }),
  );
  const chained = Buffer.from(good);
  chained.fill(0, 512, 1024); // every sector says that the first is next
  it.each<[string, Uint8Array]>([
    ['cut in half', good.subarray(0, good.length >> 1)],
    ['its sectors in a circle', chained],
    ['nothing behind its first bytes', good.subarray(0, 600)],
  ])('%s', async (_, bytes) => {
    expect(await refusal(saved(bytes, '.xls'))).toMatch(/损坏|不完整|读不出/);
  });
});

describe('formulas that nobody worked out', () => {
  async function computed(lines: readonly (readonly unknown[])[]): Promise<string> {
    const { default: excel } = await import('exceljs');
    const workbook = new excel.Workbook();
    workbook.addWorksheet('名单').addRows(lines.map((line) => [...line]));
    return saved(new Uint8Array(await workbook.xlsx.writeBuffer()), '.xlsx');
  }
  const rows = [A, B].map(([name, id]) => [name, id]);
  it.each<[string, readonly (readonly unknown[])[], readonly string[]]>([
    [
      'in amounts, some of them',
      [
        ['姓名', '身份证号', '金额'],
        [...(rows[0] ?? []), 500],
        [...(rows[1] ?? []), { formula: 'C2*2' }],
      ],
      ['error formula-uncomputed 3'],
    ],
    [
      'in the total alone',
      [
        ['姓名', '身份证号', '金额'],
        [...(rows[0] ?? []), 500],
        [...(rows[1] ?? []), 600],
        ['合计', '', { formula: 'SUM(C2:C3)' }],
      ],
      ['hint formula-uncomputed 4'],
    ],
    [
      'in ID numbers',
      [
        ['姓名', '身份证号', '金额'],
        [A[0], { formula: '"9900001950"&"01020014"' }, 500],
      ],
      ['error formula-uncomputed 2'],
    ],
    [
      'worked out',
      [
        ['姓名', '身份证号', '金额'],
        [...(rows[0] ?? []), { formula: '250*2', result: 500 }],
      ],
      [],
    ],
  ])('%s', async (_, lines, expected) => {
    const told = await found(await computed(lines));
    expect(told.filter((each) => each.includes('formula'))).toEqual(expected);
  });
});

describe('a sheet of utils', () => {
  it('is made as it is written', () => {
    expect(utils.sheet_to_json(sheet(LIST), { header: 1 })).toEqual([
      ['序号', '姓名', '身份证号', '金额'],
      ['1', ...A, '500'],
      ['2', ...B, '600'],
    ]);
  });
});
