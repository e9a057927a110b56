import { readFileSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asideReason } from '../../src/domain/row/list-row.ts';
import { PLAIN_NAME } from '../../src/engine/sure-row.ts';
import { readHead } from '../../src/read/list/list-head.ts';
import { hasOtherTitles } from '../../src/read/list/other-titles.ts';
import { rowsOf, withText } from './reading.ts';

const plainName = new RegExp(`^${PLAIN_NAME.replace(/\\x\{/g, '\\u{')}$`, 'u');

/** The Chinese characters of all labels, and of the words for nothing, as the domain spells them. */
const characters = [
  ...new Set(
    ['row/list-row', 'row/list-total-label', 'cell-text'].flatMap(
      (name) => readFileSync(`src/domain/${name}.ts`, 'utf8').match(/\p{Script=Han}/gu) ?? [],
    ),
  ),
];

function headOf(header: readonly string[]) {
  const head = readHead([header]);
  if ('faults' in head) throw new Error('no header');
  return head;
}

/** Is a row with this name set aside, although it has an amount? */
function isAside(name: string): boolean {
  return asideReason([name, '', '100'], { name: 0, id_number: 1, amount: 2 }, ['姓名', '身份证号', '金额']) !== null;
}

describe('a plain name', () => {
  it('is one of two to four common characters', () => {
    expect(['王秀英', '李强', '欧阳建国'].map((name) => plainName.test(name))).toEqual([true, true, true]);
    expect(['王', '上官婉儿王', 'Wang', '王 强', '𠮷野'].some((name) => plainName.test(name))).toBe(false);
  });

  it('is never a label', () => {
    expect(characters.length).toBeGreaterThan(120);
    const labels: string[] = [];
    for (const first of characters) {
      for (const second of characters) if (isAside(first + second)) labels.push(first + second);
    }
    expect(labels).toContain('合计');
    expect(labels.filter((label) => plainName.test(label))).toEqual([]);
    const longer = fc.string({ unit: fc.constantFrom(...characters), minLength: 1, maxLength: 2 });
    fc.assert(
      fc.property(fc.constantFrom(...labels), longer, fc.boolean(), (label, other, before) => {
        const name = before ? other + label : label + other;
        expect([name, isAside(name) && plainName.test(name)]).toEqual([name, false]);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('rows that are no payouts', () => {
  const header = ['序号', '部门', '收款人', '身份证号', '金额'];
  const head = headOf(header);
  const roles = { ordinal: 0, name: 2, id_number: 3, amount: 4 };
  const cell = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom('', '1', '12', '王秀英', '李强', '民政局', '三人', '叁佰元整', '无', '暂无', '收款人'),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        '合计',
        '小计',
        '其中',
        '制表人：',
        '审核',
        '以下空白',
        '注：一式三份',
        '完',
        '一、低保',
        '第1页',
        '2017年1月5日',
        '收款',
        '身份证号',
        '金额',
      ),
    },
    { weight: 2, arbitrary: fc.constantFrom('550', '990000194501010019', '3.10107E+17', '13812345678', '-', '共3人') },
    fc.string({ unit: fc.constantFrom(...characters), minLength: 1, maxLength: 4 }),
  );

  it('are set aside for the reasons that the domain gives', async () => {
    const row = fc.tuple(fc.constantFrom('', '1', '合计', '制表', '12'), cell, cell, cell, cell).filter(
      // The domain takes a row with two titles and one name for a header; the engine sees the name.
      // Titles in other places begin another table.
      (cells) =>
        (!(cells[3] === '身份证号' || cells[4] === '金额') || cells[2] === '收款人') && !hasOtherTitles(cells, head),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 300, maxLength: 600 }), async (rows) => {
        const expected = rows.map((cells, index) => [index + 2, cells, asideReason(cells, roles, header) ?? 'payout']);
        const found = await withText(stringify([header, ...rows]), (lists) => rowsOf(lists));
        expect(rows.map((cells, index) => [index + 2, cells, found[index + 2]])).toEqual(expected);
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });
});
