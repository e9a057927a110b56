import { describe, expect, it } from 'vitest';
import { renderJson } from '../../src/render/json/json.ts';

async function rendered(record: Record<string, unknown>): Promise<string> {
  let text = '';
  for await (const piece of renderJson([record])) text += piece;
  return text;
}

describe('a record as JSON', () => {
  it('is printed alike, whether a list in it is long or not', async () => {
    const few = Array.from({ length: 3 }, (_, at) => ({ department: `部门${at}`, persons: at, measures: [at, null] }));
    const many = Array.from({ length: 1001 }, (_, at) => few[at % 3]);
    expect(await rendered({ schema: 'x', few, many, none: [] })).toBe(
      `${JSON.stringify({ schema: 'x', few, many, none: [] }, null, 2)}\n`,
    );
  });

  it('masks numbers in long lists', async () => {
    const many = Array.from({ length: 1001 }, () => ({ name: '王秀英990000195203150220' }));
    expect(await rendered({ many })).not.toContain('990000195203150220');
  });
});
