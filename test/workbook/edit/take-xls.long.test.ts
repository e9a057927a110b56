import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as SheetJS from '@e965/xlsx';
import { expect, it } from 'vitest';
import { inputOf, saved } from '../../engine/reading.ts';
import { everyPayout, split } from '../../write/splitting.ts';
import { everything } from '../read/open.ts';

const ID = '99000019450101001';
const LONG = '长'.repeat(3000);

function xls(): string {
  const sheet = SheetJS.utils.aoa_to_sheet([
    ['慰问名单', '', '', '', ''],
    ['姓名', '身份证号', '部门', '金额', '备注'],
    ['王秀英', `${ID}9`, '残联', 100.25, LONG],
    ['李强', `${ID}2`, '', 200, true],
    [],
    ['赵六', '', '', 300, ''],
    ['合计', '', '', 600.25, ''],
  ]);
  sheet.E6 = { t: 'n', v: 42_740, z: 'yyyy-mm-dd' };
  sheet['!merges'] = [SheetJS.utils.decode_range('A1:E1'), SheetJS.utils.decode_range('C3:C6')];
  sheet['!cols'] = [{ wch: 10 }, { wch: 30 }];
  const book = {
    SheetNames: ['名单', '底稿'],
    Sheets: { 名单: sheet, 底稿: SheetJS.utils.aoa_to_sheet([['草稿']]) },
    Workbook: { Sheets: [{ Hidden: 0 as const }, { Hidden: 1 as const }] },
  };
  return saved(SheetJS.write(book, { type: 'buffer', bookType: 'biff8', bookSST: true }), '.xls');
}

it('an .xls stays one, with its values, their types, merged cells and hidden sheets', async () => {
  const path = xls();
  const done = await split([inputOf(path)], { 0: [3] });
  const [clean, removed] = [join(done.clean, basename(path)), join(done.removed, basename(path))];
  const parts = [await everyPayout([inputOf(clean)]), await everyPayout([inputOf(removed)])];
  expect(parts.flat().sort()).toEqual(await everyPayout([inputOf(path)]));
  expect(parts[1]).toHaveLength(1);

  const [before, kept, out] = await Promise.all(
    [path, clean, removed].map((file) => everything(readFileSync(file), 'xls')),
  );
  const cells = (book: typeof before, sheet: number) => book?.rows[sheet]?.map((row) => row.cells);
  const [titles, header, first, second, third] = cells(before, 0) ?? [];
  expect(cells(kept, 0)).toEqual([titles, header, [second?.[0], second?.[1], '残联', '200', 'TRUE'], third]);
  expect(third).toEqual(['赵六', '', '', '300', '2017-01-05']);
  expect(cells(out, 0)).toEqual([titles, header, first]);
  expect(first?.[4]).toBe(LONG);
  expect(kept?.rows[0]?.map(({ row }) => row)).toEqual([1, 2, 3, 5]);
  expect(kept?.merges[0]).toEqual([
    { top: 1, left: 0, bottom: 1, right: 4 },
    { top: 3, left: 2, bottom: 5, right: 2 },
  ]);
  expect([kept?.sheets, cells(kept, 1)]).toEqual([before?.sheets, [['草稿']]]);
  expect([out?.sheets, cells(out, 1)]).toEqual([before?.sheets, []]);
  const { Sheets } = SheetJS.read(readFileSync(clean), { cellStyles: true, cellNF: true });
  expect(Sheets.名单?.['!cols']?.[1]?.width).toBeCloseTo(30.7, 0);
  expect([Sheets.名单?.B3, Sheets.名单?.D3, Sheets.名单?.E5]).toMatchObject([
    { t: 's', v: `${ID}2` },
    { t: 'n', v: 200 },
    { t: 'n', v: 42_740, z: 'yyyy-mm-dd' },
  ]);
});
