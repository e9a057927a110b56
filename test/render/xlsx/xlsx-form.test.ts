import { expect, it } from 'vitest';
import { type FormSheet, formWorksheet } from '../../../src/render/xlsx/xlsx-form.ts';
import { type Row, text } from '../../../src/report/sheet.ts';

/** A form of so many rows of one line (18 points each), their total and one of which; a page has room for 516 points. */
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
  ['a form of one page is not broken', 16, []],
  ['sums and who signs stand on the next page with the last rows', 20, [22]],
  ['where who signs would stand alone, too', 17, [19]],
  ['pages before are full', 60, [26, 51]],
])('%s', (_, items, pagesFrom) => {
  expect(formWorksheet(form(items), '统计表', '题').pagesFrom).toEqual(pagesFrom);
});
