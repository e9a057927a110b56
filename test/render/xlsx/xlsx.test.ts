import { writeFile } from 'node:fs/promises';
import type { Worksheet } from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownText } from '../../../src/domain/shown/masking.ts';
import { worksheetName } from '../../../src/render/xlsx/worksheet-name.ts';
import { renderXlsx } from '../../../src/render/xlsx/xlsx.ts';
import { type LongSheet, type Row, type Sheet, text } from '../../../src/report/sheet.ts';
import zh from '../../../src/text/zh/catalogue.ts';
import { openZip } from '../../../src/workbook/read/zip.ts';
import { anyCell } from '../../domain/hostile.ts';
import { newPath } from '../../engine/reading.ts';

async function written(sheets: readonly (Sheet | LongSheet)[], mostRows?: number): Promise<Worksheet[]> {
  const pieces: Uint8Array[] = [];
  for await (const piece of renderXlsx({ title: '题', sheets }, zh, mostRows === undefined ? {} : { mostRows }))
    pieces.push(piece);
  const { default: excel } = await import('exceljs');
  const bytes = Buffer.concat(pieces);
  const whole = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
  return (await new excel.Workbook().xlsx.load(whole)).worksheets;
}

function rowsOf(sheet: Worksheet | undefined): string[] {
  const rows: string[] = [];
  sheet?.eachRow((row) => rows.push(String(row.getCell(1).value)));
  return rows;
}

const row = (cell: string): Row => ({ level: 'item', cells: [text(cell)] });
const long = (name: string, count: number): LongSheet => ({
  name,
  above: ['上'],
  columns: [{ title: '列', kind: 'text', width: 40 }],
  rows: (async function* () {
    for (let number = 1; number <= count; number += 1) yield row(`第${number}行`);
  })(),
  below: ['下'],
});

describe('a sheet of more rows than a worksheet holds', () => {
  it('goes on in the next, with its headings, and says so: no row is missing', async () => {
    const sheets = await written([long('疑点', 7), long('其他', 1)], 3);
    expect(sheets.map(({ name }) => name)).toEqual(['疑点', '疑点 2', '疑点 3', '其他']);
    const head = ['题', '上', '列'];
    expect(rowsOf(sheets[0])).toEqual([...head, '第1行', '第2行', '第3行', '（接下一张表“疑点 2”）']);
    expect(rowsOf(sheets[1])).toEqual([...head, '第4行', '第5行', '第6行', '（接下一张表“疑点 3”）']);
    expect(rowsOf(sheets[2])).toEqual([...head, '第7行', '下']);
    expect(sheets.map(({ autoFilter }) => autoFilter)).toEqual(['A3:A7', 'A3:A7', 'A3:A5', 'A3:A5']);
  });

  it.each([0, 1, 3])('is one worksheet where there are no more: %i of 3', async (count) => {
    const [sheet, ...others] = await written([long('疑点', count)], 3);
    expect(others).toEqual([]);
    expect(rowsOf(sheet)).toHaveLength(count + 4);
  });
});

describe('a cell', () => {
  it('holds any text, on one line and no longer than a cell may be, and is never a formula', async () => {
    const property = fc.asyncProperty(fc.array(anyCell, { minLength: 1, maxLength: 40 }), async (texts) => {
      const sheet: Sheet = {
        name: '表',
        above: [],
        columns: [{ title: '列', kind: 'text' }],
        rows: texts.map(row),
        below: [],
      };
      const [read] = await written([sheet]);
      const found = texts.map((_, index) => read?.getCell(3 + index, 1).value ?? '');
      const expected = texts.map((each) => {
        const line = shownText(each).replace(/[\ufffe\uffff]|\p{Cs}/gu, '\ufffd');
        return /^[=+\-@]/.test(line) ? `'${line}` : line;
      });
      expect(found).toEqual(expected);
    });
    await fc.assert(property, { numRuns: 30 });
  });

  it.each(['_x0041_', 'a_x000D_b', '_x005F_x0041_', '_X00e9_', '_x_', '&amp;_x0026_amp;'])(
    'keeps what looks like the code of a character: %s',
    async (cell) => {
      const sheet: Sheet = {
        name: cell,
        above: [],
        columns: [{ title: '列', kind: 'text' }],
        rows: [row(cell)],
        below: [],
      };
      const path = newPath();
      await writeFile(path, renderXlsx({ title: '题', sheets: [sheet] }, zh));
      const read = await openZip(path);
      const rows: string[] = [];
      for await (const batch of read.rows(0)) rows.push(...batch.flatMap(({ cells }) => cells));
      expect([read.sheets[0]?.name, rows[2]]).toEqual([cell, cell]);
      await read.close();
    },
  );

  it.each(['长'.repeat(40_000), `${'a'.repeat(32_765)}😀😀`, `=${'x'.repeat(32_766)}`])(
    'is cut where it is too long, and not within a character',
    async (cell) => {
      const sheet: Sheet = {
        name: '表',
        above: [],
        columns: [{ title: '列', kind: 'text' }],
        rows: [row(cell)],
        below: [],
      };
      const [read] = await written([sheet]);
      const value = String(read?.getCell(3, 1).value);
      expect(value.length).toBeLessThanOrEqual(32_767);
      expect(value.at(-1)).toBe('…');
      expect(/\p{Cs}|\ufffd/u.test(value)).toBe(false);
      expect(read?.getRow(3).height).toBeLessThanOrEqual(409);
    },
  );
});

describe('the name of a worksheet', () => {
  const names = (...all: string[]) => {
    const taken = new Set<string>();
    return all.map((name) => worksheetName(name, taken));
  };

  it.each([
    ['has no sign that Excel does not take', ['[甲]:乙*丙?丁/戊\\己'], ['甲  乙 丙 丁 戊 己']],
    ['begins and ends with no apostrophe', ["'甲'", "乙'"], ['甲', '乙']],
    ['is no name that Excel keeps', ['History', 'HISTORY'], ['History 2', 'HISTORY 3']],
    ['is nobody else’s, whatever the case', ['Abc', 'aBC', 'ABC'], ['Abc', 'aBC 2', 'ABC 3']],
    ['is never empty', ['', '***', '\u0000\u0007'], ['Sheet', 'Sheet 2', 'Sheet 3']],
    ['is cut', ['长'.repeat(40), '长'.repeat(41)], ['长'.repeat(31), `${'长'.repeat(29)} 2`]],
    ['is not cut within a character', [`${'a'.repeat(30)}😀`], ['a'.repeat(30)]],
  ])('%s', (_, given, expected) => {
    expect(names(...given)).toEqual(expected);
  });

  it('is always one that Excel takes', () => {
    const property = fc.property(fc.array(anyCell, { maxLength: 30 }), (all) => {
      const given = names(...all, ...all);
      expect(new Set(given.map((name) => name.toLowerCase())).size).toBe(given.length);
      for (const name of given) {
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(31);
        expect(name).not.toMatch(/[[\]:*?/\\]|^'|'$|^history$|\p{Cc}/iu);
      }
    });
    fc.assert(property, { numRuns: 300 });
  });
});
