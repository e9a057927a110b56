import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordsAt, sampledCells } from '../../../src/read/list/body-records.ts';
import { BodyWriter } from '../../../src/read/list/body-writer.ts';
import { surveyUtf8 } from '../../../src/read/list/csv-bytes.ts';
import { CsvSurvey } from '../../../src/read/list/csv-survey.ts';
import type { ListBody } from '../../../src/read/list/list-source.ts';
import { newPath, saved } from '../../engine/reading.ts';

const WIDTH = 3;
const cell = fc.constantFrom('', '王秀英', 'a b', '"a,b"', '"a""b"', '""""', '""', '"a\nb"', '"甲\r\n乙"', '100');
const table = fc.array(fc.array(cell, { minLength: WIDTH, maxLength: WIDTH }), { minLength: 1, maxLength: 30 });

async function bodyOf(text: string, lineEnd: '\n' | '\r\n'): Promise<ListBody> {
  const path = saved(text);
  const surveyed = await surveyUtf8(path, new CsvSurvey(','));
  if (!surveyed) return expect.fail('it is UTF-8');
  const { records, starts } = surveyed.shape;
  return {
    path,
    delimiter: ',',
    lineEnd,
    width: WIDTH,
    numbered: false,
    rows: records,
    starts,
    otherHeads: [],
    hiddenRows: 0,
  };
}

describe('the rows of a body', () => {
  it('are found by their numbers, whatever stands between them', async () => {
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.integer({ min: 1, max: 7 }),
        async (rows, end, last, step) => {
          const text = rows.map((row) => row.join(',')).join(end) + (last ? end : '');
          const parsed: string[][] = parse(text, { record_delimiter: end });
          const asked = rows.flatMap((_, index) => (index % step === 0 ? [index + 1] : []));
          const found = [...recordsAt(await bodyOf(text, end), asked)];
          expect(found).toEqual(asked.map((row) => ({ row, cells: parsed[row - 1] })));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('are found in a file longer than what is read at a time, and where one of them is', async () => {
    const long = `x${'长'.repeat(500_000)}`;
    const rows = Array.from({ length: 60_000 }, (_, row) => `${row + 1},${row === 40_000 ? long : '王秀英'},"a"`);
    const asked = [1, 2, 30_000, 40_001, 40_002, 60_000];
    const found = [...recordsAt(await bodyOf(`${rows.join('\r\n')}\r\n`, '\r\n'), asked)];
    expect(found.map(({ row, cells }) => [row, cells[0], cells[1]?.length, cells[2]])).toEqual(
      asked.map((row) => [row, String(row), row === 40_001 ? long.length : 3, 'a']),
    );
  });

  it('have the cells that were written, without the marks before them', () => {
    const writer = new BodyWriter(newPath(), WIDTH);
    writer.write(2, ['a"b', 'x\ny', ''], false);
    writer.write(4, ['甲', '乙', '丙'], false);
    const body = writer.finish();
    const rows = [...recordsAt(body, [1, 2, 3, 4])].map(({ cells }) => cells);
    expect(rows).toEqual([
      ['', '', ''],
      ['a"b', 'x\ny', ''],
      ['', '', ''],
      ['甲', '乙', '丙'],
    ]);
    expect([...sampledCells(body)]).toContainEqual(['甲', '乙', '丙']);
  });
});

describe('a sample of a body', () => {
  it('is all of a small one but for rows with quotes', async () => {
    const body = await bodyOf('1,甲,a\n2,"乙",b\n3,丙,c\n', '\n');
    expect([...sampledCells(body)].filter(([first]) => first !== '')).toEqual([
      ['1', '甲', 'a'],
      ['3', '丙', 'c'],
    ]);
  });

  it('is taken from the beginning to the end of a large one, in whole rows', async () => {
    const rows = Array.from({ length: 200_000 }, (_, row) => `${row + 1},王秀英,民政局`);
    const sampled = [...sampledCells(await bodyOf(`${rows.join('\n')}\n`, '\n'))].filter(([first]) => first !== '');
    expect(sampled.every((cells) => cells.length === WIDTH && rows[Number(cells[0]) - 1] === cells.join(','))).toBe(
      true,
    );
    const numbers = sampled.map(([first]) => Number(first));
    expect(numbers[0]).toBe(1);
    expect(numbers.at(-1)).toBeGreaterThan(199_000);
    for (let part = 0; part < 20; part += 1) {
      expect(numbers.some((number) => number > part * 10_000 && number <= (part + 1) * 10_000)).toBe(true);
    }
  });
});
