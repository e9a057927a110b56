import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { harvest } from './planting.ts';

const folder = mkdtempSync(join(tmpdir(), 'relief-planted-'));

it.each(['xlsx', 'docx', 'csv', 'html'] as const)(
  'finds every number planted in %s, and nothing else',
  async (format) => {
    const harvests = [];
    for (let seed = 1; seed <= 8; seed += 1) harvests.push(await harvest(format, seed, folder));
    expect(harvests.reduce((sum, { planted }) => sum + planted, 0)).toBeGreaterThan(50);
    expect(harvests.flatMap(({ missed }) => missed)).toEqual([]);
    expect(harvests.flatMap((each) => each.false)).toEqual([]);
  },
);
