import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as SheetJS from '@e965/xlsx';
import { afterAll, describe, expect, it } from 'vitest';
import { allowanceFor } from '../../../src/file/apart/allowance.ts';
import { apart } from '../../../src/file/apart/apart.ts';

const folder = mkdtempSync(join(tmpdir(), 'relief-apart-'));
afterAll(() => rmSync(folder, { recursive: true }));

const path = join(folder, 'list.xls');
const table = SheetJS.utils.aoa_to_sheet([['王秀英', 1 / 3, true]], { dense: true });
writeFileSync(
  path,
  SheetJS.write({ SheetNames: ['名单'], Sheets: { 名单: table } }, { type: 'buffer', bookType: 'biff8' }),
);

const PLENTY = { seconds: 60, megabytes: 1024 };
const parse = (input: unknown, allowance = PLENTY) =>
  apart<{ Sheets: Record<string, { '!data': { v: unknown }[][] }> }>('xls', input, allowance);

describe('work in a process of its own', () => {
  it('gives an answer as data', async () => {
    const answer = await parse({ path, looks: false });
    expect(answer?.Sheets.名单?.['!data'].map((row) => row.map(({ v }) => v))).toEqual([['王秀英', 1 / 3, true]]);
  });

  it.each([
    ['takes too much time', { seconds: 0.001, megabytes: 1024 }],
    ['takes too much memory', { seconds: 60, megabytes: 20 }],
  ])('that %s gives none', async (_, allowance) => {
    expect(await parse({ path, looks: false }, allowance)).toBeNull();
  });

  it('that fails gives none', async () => {
    expect(await parse({ path: join(folder, 'nowhere.xls'), looks: false })).toBeNull();
  });

  it('gives each its answer when several run at once', async () => {
    const paths = [path, join(folder, 'nowhere.xls'), path];
    const answers = await Promise.all(paths.map((each) => parse({ path: each, looks: false })));
    expect(answers.map((answer) => answer !== null)).toEqual([true, false, true]);
  });
});

describe('what a file may take', () => {
  const rates = { least: { seconds: 5, megabytes: 256 }, perMegabyte: { seconds: 4, megabytes: 100 } };
  it.each([
    [0, 5, 256],
    [2_000_000, 13, 456],
    [100_000_000, 405, 1000],
  ])('grows with its %i bytes, its memory up to a limit', (bytes, seconds, megabytes) => {
    expect(allowanceFor(bytes, { ...rates, mostMegabytes: 1000 })).toEqual({ seconds, megabytes });
  });

  it('has no limit where none is set', () => {
    expect(allowanceFor(100_000_000, rates).megabytes).toBe(10_256);
  });
});
