import { createHash, createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkDigit } from '../../src/domain/people/id-number.ts';
import { relief } from './run.ts';

const NUMBERS = 1_000_000;
const EVERY = 1000;

/** Number so many of an area: a day, then the order within it. */
function idOf(at: number): string {
  const day = new Date(Date.UTC(1930, 0, 1 + Math.floor(at / 50))).toISOString().slice(0, 10).replaceAll('-', '');
  const first17 = `990001${day}${String((at % 50) + 100)}`;
  return first17 + checkDigit(first17);
}

it('of a million ID numbers, those of a sealed list among them, none is found without the key', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'relief-seal-long-'));
  const rows = Array.from({ length: NUMBERS / EVERY }, (_, at) => `安一,${idOf(at * EVERY)},500\n`);
  writeFileSync(join(folder, '名单.csv'), `姓名,身份证号,金额\n${rows.join('')}`);
  const key = join(folder, 'seal.key');
  await relief(['seal', '--new-key', key]);
  await relief([
    'seal',
    join(folder, '名单.csv'),
    '--key-file',
    key,
    '-o',
    join(folder, 'sealed'),
    '--fail-on',
    'never',
  ]);
  const text = readFileSync(join(folder, 'sealed', '名单.csv'), 'utf8');
  const tokens = new Set(text.split(/[\s,"]+/).filter((each) => each.length === 16));
  expect(tokens.size).toBeGreaterThan(2 * rows.length);
  const token = (digest: Buffer) => digest.subarray(0, 12).toString('base64url');
  let found = 0;
  for (let at = 0; at < NUMBERS; at += 1) {
    const said = `whole\u001f${idOf(at)}`;
    found += Number(tokens.has(token(createHash('sha256').update(said).digest())));
    found += Number(tokens.has(token(createHmac('sha256', '').update(said).digest())));
  }
  expect(found).toBe(0);
  // Who has the key finds them: it is the key alone that keeps them.
  const digits = Buffer.from(readFileSync(key, 'utf8').trim().split(':')[1] ?? '', 'hex');
  expect(
    tokens.has(
      token(
        createHmac('sha256', digits)
          .update(`whole\u001f${idOf(EVERY)}`)
          .digest(),
      ),
    ),
  ).toBe(true);
});
