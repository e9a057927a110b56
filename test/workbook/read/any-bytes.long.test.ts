import * as SheetJS from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../src/domain/problem.ts';
import en from '../../../src/text/en/problems.ts';
import zh from '../../../src/text/zh/problems.ts';
import { problemOf } from './open.ts';
import { entriesOf, zipped } from './parts.ts';

const cells = (row: number) =>
  `<c r="A${row}" t="s"><v>${row % 3}</v></c><c r="B${row}" s="1"><v>${42000 + row}</v></c><c t="inlineStr"><is><t>王${row}</t></is></c><c><v>${row / 7}</v></c>`;
const entries = entriesOf({
  sheetData: Array.from({ length: 60 }, (_, index) => `<row r="${index + 1}">${cells(index + 1)}</row>`).join(''),
  afterData: '<mergeCells><mergeCell ref="A2:A5"/></mergeCells>',
  strings: '<si><t>低保</t></si><si><r><t>特困</t></r></si><si/>',
  styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
});
const xlsx = zipped(entries);
const table = Array.from({ length: 60 }, (_, row) => [
  `王${row}`,
  row / 7,
  row % 2 === 0,
  new Date(Date.UTC(2017, 0, 1 + row)),
]);
const xls: Buffer = SheetJS.write(
  { SheetNames: ['名单'], Sheets: { 名单: SheetJS.utils.aoa_to_sheet(table) } },
  { type: 'buffer', bookType: 'biff8' },
);

const edit = fc.record({
  what: fc.constantFrom('flip', 'cut', 'end', 'double', 'insert', 'set'),
  at: fc.nat(),
  length: fc.nat({ max: 600 }),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function edited(original: Uint8Array, { what, at, length, bytes }: Edit): Uint8Array {
  const from = original.length === 0 ? 0 : at % original.length;
  const [before, after] = [original.subarray(0, from), original.subarray(from)];
  switch (what) {
    case 'flip':
      return Buffer.concat([before, Uint8Array.of((after[0] ?? 0) ^ (1 << (length % 8))), after.subarray(1)]);
    case 'cut':
      return Buffer.concat([before, after.subarray(length)]);
    case 'end':
      return before;
    case 'double':
      return Buffer.concat([before, after.subarray(0, length), after]);
    case 'insert':
      return Buffer.concat([before, bytes, after]);
    default:
      return Buffer.concat([before, bytes, after.subarray(bytes.length)]);
  }
}

const edits = fc.array(edit, { minLength: 1, maxLength: 4 });
const runs = { numRuns: 200 };

/** Either the workbook is read, or there is one reason why not, which can be told. */
async function isTold(bytes: Uint8Array, kind: 'xlsx' | 'xls'): Promise<void> {
  const problem = await problemOf(bytes, kind);
  if (problem === null) return;
  expect(problem.code).toMatch(/^workbook-/);
  for (const { describe: words } of [zh, en]) {
    const said = (words[problem.code] as (data: Problem['data']) => readonly string[])(problem.data);
    expect(said.join()).not.toMatch(/undefined|NaN/);
  }
}

describe('any bytes at all', () => {
  it.each(['xlsx', 'xls'] as const)('are an %s or are not', async (kind) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), (bytes) => isTold(bytes, kind)),
      { numRuns: 100 },
    );
  });

  it('in a zip that was one are read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(edits, (changes) => isTold(changes.reduce(edited, xlsx as Uint8Array), 'xlsx')),
      runs,
    );
  });

  it('in the parts of a zip that fits them are read or refused', async () => {
    const changed = fc.tuple(fc.nat({ max: entries.length - 1 }), edits);
    await fc.assert(
      fc.asyncProperty(changed, ([index, changes]) => {
        const copy = entries.map((entry, each) =>
          each === index
            ? { ...entry, content: changes.reduce(edited, Buffer.from(entry.content as string) as Uint8Array) }
            : entry,
        );
        return isTold(zipped(copy), 'xlsx');
      }),
      runs,
    );
  });

  it('in an .xls that was one are read or refused', async () => {
    const few = { numRuns: 10 }; // each in a process of its own
    await fc.assert(
      fc.asyncProperty(edits, (changes) => isTold(changes.reduce(edited, xls as Uint8Array), 'xls')),
      few,
    );
  });
});
