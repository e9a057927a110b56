import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { harvest } from './planting.ts';

const folder = mkdtempSync(join(tmpdir(), 'relief-planted-'));

it('misses none of 10,000 planted numbers, and tells of nothing that is none', async () => {
  const wrong: string[] = [];
  let planted = 0;
  for (let seed = 1000; planted < 10_000; seed += 1) {
    for (const format of ['xlsx', 'docx', 'csv', 'html'] as const) {
      const one = await harvest(format, seed, folder);
      planted += one.planted;
      wrong.push(...one.missed, ...one.false);
    }
  }
  expect(wrong).toEqual([]);
});
