import { afterAll, describe, expect, it } from 'vitest';
import { isAmong } from '../../src/engine/among.ts';
import { Database } from '../../src/engine/database.ts';

const database = await Database.open({ threads: 1 });
afterAll(() => database.close());

describe('numbers among others', () => {
  it.each([0, 1, 64, 65, 700])('are the same however many are asked for: %d', async (many) => {
    const asked = Array.from({ length: many }, (_, at) => (at * 7919) % 1000);
    const [found = []] = (await database.columns(
      `select i from range(1200) t(i) where ${isAmong('i', asked)} order by i`,
    )) as [bigint[]];
    expect(found.map(Number)).toEqual([...new Set(asked)].sort((a, b) => a - b));
    const { others } = await database.one<{ others: bigint }>(
      `select count(*) as others from range(1200) t(i) where not ${isAmong('i', asked)}`,
    );
    expect(Number(others)).toBe(1200 - found.length);
  });
});
