import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../../src/domain/problem.ts';
import { BodyWriter } from '../../../src/read/list/body-writer.ts';
import { rewriteCsv } from '../../../src/read/list/csv-rewrite.ts';
import type { ListBody } from '../../../src/read/list/list-source.ts';
import { newPath, saved } from '../../engine/reading.ts';

/** The rows of a numbered body: their number, why they are rejected, their cells. */
function rowsOf({ path, delimiter, rows }: ListBody): string[][] {
  const read: string[][] = parse(readFileSync(path), { delimiter, record_delimiter: '\n' });
  expect(read.map(([row]) => Number(row))).toEqual(Array.from({ length: rows }, (_, index) => index + 1));
  return read.map(([, ...cells]) => cells);
}

const rewritten = (text: string | Uint8Array, width = 3, delimiter = ',') =>
  rowsOf(rewriteCsv({ file: 'list.csv', path: saved(text), delimiter, width }, newPath()));

describe('a CSV file that is rewritten', () => {
  it.each([
    [
      'a short row',
      'a,b,c\n1\n',
      [
        ['', 'a', 'b', 'c'],
        ['', '1', '', ''],
      ],
    ],
    [
      'a long row',
      'a,b,c\n1,2,3,4\n',
      [
        ['', 'a', 'b', 'c'],
        ['too-many-cells', '1', '2', '3'],
      ],
    ],
    [
      'blanks beyond',
      'a,b,c\n1,2,3, ,\t,\n',
      [
        ['', 'a', 'b', 'c'],
        ['', '1', '2', '3'],
      ],
    ],
    [
      'blanks beyond in quotes, and such as are wide',
      'a,b,c\n"1","2","3","",""\n1,2,3,"　"," "\n1,2,3,"","x"\n',
      [
        ['', 'a', 'b', 'c'],
        ['', '1', '2', '3'],
        ['', '1', '2', '3'],
        ['too-many-cells', '1', '2', '3'],
      ],
    ],
    ['a quote in a plain cell', 'a,b"c"d,"e"\n', [['', 'a', 'b"c"d', 'e']]],
    ['a doubled quote', '"a""b",b,c\n', [['', 'a"b', 'b', 'c']]],
    ['a quote that is never closed', 'a,b,"c', [['', 'a', 'b', '"c']]],
    [
      'blank lines',
      'a,b,c\n\n\n1,2,3\n',
      [
        ['', 'a', 'b', 'c'],
        ['', '', '', ''],
        ['', '', '', ''],
        ['', '1', '2', '3'],
      ],
    ],
    ['blank lines at the end', 'a,b,c\n\n\n', [['', 'a', 'b', 'c']]],
    [
      'lone returns',
      'a,b,c\r1,2,3\r',
      [
        ['', 'a', 'b', 'c'],
        ['', '1', '2', '3'],
      ],
    ],
    [
      'mixed line ends',
      'a,b,c\r\n1,2,3\r4,5,6\n7,8,9',
      [
        ['', 'a', 'b', 'c'],
        ['', '1', '2', '3'],
        ['', '4', '5', '6'],
        ['', '7', '8', '9'],
      ],
    ],
    [
      'a quoted line break',
      'a,"b\r\nb",c\n1,2,3\n',
      [
        ['', 'a', 'b\r\nb', 'c'],
        ['', '1', '2', '3'],
      ],
    ],
    ['a byte order mark', '\ufeff"a",b,c\n', [['', 'a', 'b', 'c']]],
    ['nothing', '', []],
  ])('keeps what %s says', (_, text, rows) => {
    expect(rewritten(text)).toEqual(rows);
  });

  it('takes any of the delimiters', () => {
    for (const delimiter of [',', '\t', ';', '|'])
      expect(rewritten(['a', '"x', 'b'].join(delimiter), 3, delimiter)).toEqual([['', 'a', '"x', 'b']]);
  });

  it('rejects a row with a cell that no spreadsheet holds, and keeps its beginning', () => {
    const [, row] = rewritten(`a,b,c\n1,${'x'.repeat(70_000)},3\n`);
    expect(row).toEqual(['cell-too-long', '1', 'x'.repeat(200), '3']);
  });

  it('refuses a line of 20 MB, with its row', () => {
    const path = saved(`a,b,c\n1,2,3\n${'x'.repeat(20 << 20)}\n`);
    try {
      rewriteCsv({ file: 'list.csv', path, delimiter: ',', width: 3 }, newPath());
      expect.fail('it was rewritten');
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      expect(error.problems).toMatchObject([{ code: 'csv-record-too-long', place: { file: 'list.csv', row: 3 } }]);
    }
  });

  it('is the same where a chunk of the file ends within a record', () => {
    const line = `${'1'.repeat(1000)},2,3\r\n`;
    const before = line.repeat(Math.floor((4 << 20) / line.length) - 1);
    const whole = `${before}${'9'.repeat((4 << 20) - before.length - 2)},王"\r\n4,"5\n5",6\r\n`;
    for (const shift of [0, 1, 2, 3, 4]) {
      const rows = rewritten('x'.repeat(shift) + whole).slice(-2);
      expect(rows.map((row) => row.slice(2))).toEqual([
        ['王"', ''],
        ['5\n5', '6'],
      ]);
    }
  });

  it('loses and invents no row, and no text of good rows', () => {
    const cell = fc.constantFrom('', 'a', '王', ' ', '""', '"　"', '"x,y"', '"p""q"', '"m\nn"');
    const good = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(good, fc.constantFrom('\n', '\r\n', '\r'), (rows, end) => {
        const text = rows.map((row) => row.join(',')).join(end) + end;
        const expected: string[][] = parse(text, { relax_column_count: true, record_delimiter: end });
        // Only lines without any byte end a file unseen.
        while (expected.length > 0 && rows[expected.length - 1]?.join(',') === '') expected.pop();
        const found = rewritten(text);
        expect(found.map(([, ...cells]) => cells)).toEqual(expected.map((row) => [0, 1, 2].map((at) => row[at] ?? '')));
        expect(found.map(([why]) => why)).toEqual(
          expected.map((row) => (row.slice(3).some((each) => each.trim() !== '') ? 'too-many-cells' : '')),
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe('a numbered body', () => {
  it('has a blank row for each that is left out, and quotes what must be', () => {
    const writer = new BodyWriter(newPath(), 2);
    writer.write(2, ['a', 'say "b"\nor\rc'], false);
    writer.write(5, ['x'], false);
    const body = writer.finish(3);
    expect(body).toMatchObject({ rows: 5, hiddenRows: 3, width: 2, numbered: true });
    expect(rowsOf(body)).toEqual([
      ['', '', ''],
      ['', 'a', 'say "b"\nor\rc'],
      ['', '', ''],
      ['', '', ''],
      ['', 'x', ''],
    ]);
  });

  it('minds text beyond its columns only where that is asked', () => {
    const writer = new BodyWriter(newPath(), 1, '|');
    writer.write(1, ['a|b', 'beyond'], false);
    writer.write(2, ['a', 'beyond'], true);
    writer.write(3, ['a', ' \t'], true);
    expect(rowsOf(writer.finish())).toEqual([
      ['', 'a|b'],
      ['too-many-cells', 'a'],
      ['', 'a'],
    ]);
  });

  it('holds more than its buffer, also in one row', () => {
    const writer = new BodyWriter(newPath(), 40, ',');
    const long = Array.from({ length: 40 }, (_, at) => String(at % 10).repeat(32_000));
    writer.write(1, long, false);
    for (let row = 2; row < 60; row += 1) writer.write(row, ['王'.repeat(30_000)], false);
    const bytes = Buffer.from('x'.repeat(60_000));
    writer.pass(60, bytes, 0, bytes.length, 39, '');
    const rows = rowsOf(writer.finish());
    expect(rows[0]).toEqual(['', ...long]);
    expect(rows.slice(1, 59).every(([, cell]) => cell === '王'.repeat(30_000))).toBe(true);
    expect(rows[59]?.[1]).toBe(bytes.toString());
  });

  it('is never written over a file', () => {
    expect(() => new BodyWriter(saved('x'), 1)).toThrow(/EEXIST/);
  });
});
