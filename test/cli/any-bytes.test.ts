import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { relief } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'relief-bytes-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'campaign.yaml');

const originals = ['putuo-2017', 'qingpu-2025', 'pudong-2024'].map((name) =>
  readFileSync(`campaigns/${name}.yaml`, 'utf8').split('\n'),
);

/** A campaign of the repository with a few lines dropped, doubled, swapped or given another line's value. */
const mangled = fc
  .record({
    lines: fc.constantFrom(...originals),
    edits: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('drop', 'double', 'swap', 'value')), {
      minLength: 1,
      maxLength: 5,
    }),
  })
  .map(({ lines, edits }) => {
    const copy = [...lines];
    for (const [first, second, edit] of edits) {
      const [at, other] = [first % copy.length, second % copy.length];
      const [line = '', another = ''] = [copy[at], copy[other]];
      if (edit === 'drop') copy.splice(at, 1);
      else if (edit === 'double') copy.splice(at, 0, line);
      else if (edit === 'swap') [copy[at], copy[other]] = [another, line];
      else copy[at] = line.replace(/:.*/, `:${another.split(':').slice(1).join(':')}`);
    }
    return Buffer.from(copy.join('\n'));
  });

const bytes = fc.uint8Array({ maxLength: 400 }).map((array) => Buffer.from(array));
const text = fc.string({ unit: 'binary', maxLength: 300 }).map((string) => Buffer.from(string));

it('any bytes end in exit code 0, 1 or 2, a mangled campaign in a report or a reason', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof({ weight: 3, arbitrary: mangled }, bytes, text), async (content) => {
      writeFileSync(path, content);
      const { code, stdout, stderr } = await relief(['budget', path]);
      expect([0, 1, 2]).toContain(code);
      if (code === 2) expect([stdout, stderr.includes(path)]).toEqual(['', true]);
      else expect(stdout).toContain('合计');
    }),
    { numRuns: 120 },
  );
});
