import { expect, it } from 'vitest';
import { exposedIn, plantedList, published } from './publishing.ts';

it('lets none of 10,000 planted numbers into any notice', async () => {
  const { list, planted } = plantedList(1700, 11);
  expect(planted).toBeGreaterThan(10_000);
  for (const by of ['committee', 'measure', 'department']) {
    const { code, files } = await published(list, '--names', 'full', '--by', by);
    expect(code).toBe(0);
    expect(await exposedIn(files)).toEqual([]);
  }
});
