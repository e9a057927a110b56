import { expect, it } from 'vitest';
import { checkDigit } from '../../../src/domain/people/id-number.ts';
import type { Lists } from '../../../src/engine/lists.ts';
import { resolveIdentities } from '../../../src/identity/resolve.ts';
import { inputOf, saved, withLists } from '../../engine/reading.ts';
import { random } from '../../random.ts';

const TITLES = '姓名,身份证号,联系电话,居委,监护人,优抚证号,部门,金额';

/** So many people that not each is compared with each at random, of whom many say the same but for their telephone and committee. */
function rowsOf(list: number): string[] {
  const next = random(list + 1);
  const below = (end: number) => Math.floor(next() * end);
  const sign = (of: string) => Array.from(of)[below(Array.from(of).length)] ?? '';
  return Array.from({ length: 350 }, (_, order) => {
    const first17 = `9900011950010${1 + below(9)}${String(below(1000)).padStart(3, '0')}`;
    const number = first17 + checkDigit(first17);
    const name = sign('王张陈李') + sign('秀淑建') + sign('英珍国华');
    // Two rows of one person who says two numbers of which as much is known.
    const id = order % 4 === 0 ? `${number.slice(0, 6)}****${number.slice(10, 14)}****` : '';
    const other = order % 4 === 1 ? `****${number.slice(4, 14)}****` : '';
    const guardian = sign('王张') + sign('大二三');
    return `${name},${id || other},${below(5) === 0 ? '' : 14_200_000_000 + below(400)},第${1 + below(9)}居委会,${guardian},,民政局,500`;
  });
}

/** Every pair that may be one, by what its rows say. */
async function pairsOf(lists: readonly (readonly string[])[]): Promise<Map<string, number>> {
  const inputs = lists.map((rows) => inputOf(saved(`${TITLES}\n${rows.join('\n')}\n`)));
  return withLists(inputs, async (read: Lists) => {
    await resolveIdentities(read);
    const rows = await read.database.all<{ list: number; row: number; identity: bigint; certain: bigint }>(
      'select list, row, identity, certain from resolved',
    );
    const said = new Map<bigint, string[]>();
    for (const { list, row, identity } of rows) {
      said.set(identity, [...(said.get(identity) ?? []), lists[list]?.[row - 2] ?? '']);
    }
    const pairs = await read.database.all<{ one: bigint; other: bigint; posterior: number; band: number }>(
      'select one, other, posterior, band from likely_pair where band > 1',
    );
    const say = (person: bigint) => (said.get(person) ?? []).toSorted().join(' + ');
    return new Map(
      pairs.map(({ one, other, posterior, band }) => [
        `${band} ${[say(one), say(other)].toSorted().join(' | ')}`,
        posterior,
      ]),
    );
  });
}

it('who is probably who of many does not depend on the order of rows and lists', async () => {
  const lists = [0, 1, 2].map(rowsOf);
  const first = await pairsOf(lists);
  expect(first.size).toBeGreaterThan(100);
  for (const others of [lists.map((rows) => rows.toReversed()), lists.toReversed()]) {
    const found = await pairsOf(others);
    expect([...found.keys()].toSorted()).toEqual([...first.keys()].toSorted());
    const apart = [...found].map(([pair, posterior]) => Math.abs(posterior - (first.get(pair) ?? 0)));
    expect(Math.max(...apart)).toBeLessThan(1e-9);
  }
});
