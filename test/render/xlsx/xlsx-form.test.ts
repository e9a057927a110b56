import { expect, it } from 'vitest';
import { type FormSheet, formWorksheet } from '../../../src/render/xlsx/xlsx-form.ts';
import { type Row, text } from '../../../src/report/sheet.ts';

/** A form of so many rows of one line (18 points each), their total and one of which; a page has room for 495 points. */
function form(items: number): FormSheet {
  const row = (level: Row['level']): Row => ({ level, cells: [text('项')] });
  return {
    name: '统计表',
    above: [],
    columns: [{ title: '帮困项目', kind: 'text', width: 20 }],
    rows: [...Array.from({ length: items }, () => row('item')), row('total'), row('detail')],
    below: ['注'],
    form: { attachment: '附件', left: '填报单位', right: '单位：万元', signatures: ['单位负责人：'] },
  };
}

// Above the items stand 110 points (28 of them headings, on every page); the total, 其中, the note and who signs take 80.
it.each([
  ['a form of one page is not broken', 16, true, []],
  ['one that is a little longer is made smaller', 20, true, []],
  ['sums and who signs stand on the next page with the last rows', 24, false, [26]],
  ['pages before are full', 60, false, [26, 51]],
] as const)('%s', (_, items, onOnePage, pagesFrom) => {
  expect(formWorksheet(form(items), '统计表', '题')).toMatchObject({ onOnePage, pagesFrom });
});

it('what several rows have in common takes the height it needs, and stands on each page that has any of them', () => {
  const department = (name: string, rows: number): Row[] =>
    Array.from({ length: rows }, (_, index) => ({
      level: 'item' as const,
      cells: [{ kind: 'text' as const, text: name, ...(index === 0 ? { rows } : {}) }, text('项')],
    }));
  const columns = [
    { title: '部门', kind: 'text', width: 10 },
    { title: '帮困项目', kind: 'text', width: 20 },
  ] as const;
  const { rows: one } = formWorksheet(
    { ...form(0), columns, rows: department('区妇女儿童工作委员会办公室', 2) },
    '表',
    '题',
  );
  expect([...one].slice(4, 6)).toMatchObject([{ height: 18 }, { height: 42 }]);
  const { rows, pagesFrom } = formWorksheet({ ...form(0), columns, rows: department('区妇联', 40) }, '表', '题');
  const named = [...rows].flatMap(({ cells: [cell] }, index) =>
    cell?.value === '区妇联' ? [[index + 1, cell.down]] : [],
  );
  expect(pagesFrom).toEqual([26]);
  expect(named).toEqual([
    [5, 21],
    [26, 19],
  ]);
});

it('what a row of sums is called stands over the empty cells beside it', () => {
  const columns = Array.from({ length: 5 }, () => ({ title: '列', kind: 'text' as const, width: 10 }));
  const total: Row = {
    level: 'total',
    cells: [text(''), text('合计'), text(''), { kind: 'count', value: 1n }, text('')],
  };
  const { rows } = formWorksheet({ ...form(0), columns, rows: [total] }, '表', '题');
  expect([...rows][4]?.cells.map((cell) => cell?.across)).toEqual([1, 2, undefined, 1, 1]);
});
