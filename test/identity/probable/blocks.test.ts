import { describe, expect, it } from 'vitest';
import { resolveProbable } from '../../../src/identity/probable/resolve-probable.ts';
import { resolveIdentities } from '../../../src/identity/resolve.ts';
import { idNumber } from '../../cli/people.ts';
import { inputOf, saved, withLists } from '../../engine/reading.ts';

/** What was compared of a list with lines such as these, and what was not. */
async function candidatesOf(titles: string, lines: readonly string[]) {
  const text = `${titles},部门,金额\n${lines.map((line) => `${line},民政局,500`).join('\n')}\n`;
  return withLists([inputOf(saved(text))], async (lists) => {
    await resolveIdentities(lists, { certain: true });
    const { skipped } = await resolveProbable(lists, { year: 2026 });
    const { candidates } = await lists.database.one<{ candidates: bigint }>(
      'select count(*) as candidates from candidate',
    );
    return { candidates: Number(candidates), skipped };
  });
}

const NAMESAKES = 3000;
const times = <T>(count: number, of: (order: number) => T) => Array.from({ length: count }, (_, order) => of(order));

describe('people with the same in common', () => {
  it('are not compared where they are too many, and that is told', async () => {
    // A telephone of their own beside that of the committee: with the name and the first one alike they would be one for certain.
    const lines = times(NAMESAKES, (order) => `王秀英,第一居委会,1420001${1000 + order} 14200000001`);
    const { candidates, skipped } = await candidatesOf('姓名,居委,联系电话', lines);
    expect(candidates).toBe(0);
    const all = { keys: 1, largest: NAMESAKES };
    expect(skipped).toEqual(
      ['name', 'phone', 'committee-given', 'committee-outline'].map((block) => ({ block, ...all })),
    );
  });

  it('are compared in what fewer of them have in common', async () => {
    const lines = times(NAMESAKES, (order) => `王秀英,第一居委会,梅岭路${Math.floor(order / 3)}弄1号2室`);
    const { candidates, skipped } = await candidatesOf('姓名,居委,家庭住址', lines);
    expect(candidates).toBe(NAMESAKES); // three of each three, two by two
    expect(skipped.map(({ block }) => block)).toEqual(['name', 'room-surname', 'committee-given', 'committee-outline']);
  });

  it.each([
    [40, true],
    [41, false],
  ])('are compared each with each where so many have a name: %i', async (people, compared) => {
    const { candidates, skipped } = await candidatesOf(
      '姓名,联系电话',
      times(people, (order) => `王秀英,1420000${1000 + order}`),
    );
    expect(candidates).toBe(compared ? (people * (people - 1)) / 2 : 0);
    expect(skipped).toEqual(compared ? [] : [{ block: 'name', keys: 1, largest: people }]);
  });

  it.each([
    [120, true],
    [121, false],
  ])('are compared each with each where so many of a given name are of one committee: %i', async (people, compared) => {
    const surname = (order: number) => String.fromCodePoint(0x4e10 + 13 * order);
    const lines = times(people, (order) => `${surname(order)}秀英,第一居委会`);
    const { skipped } = await candidatesOf('姓名,居委', lines);
    expect(skipped.some(({ block, largest }) => block === 'committee-given' && largest === people)).toBe(!compared);
  });
});

/** A valid number of the unassigned area for each. */
const numbered = (order: number) => idNumber(order, `19${50 + (order % 40)}0${1 + (order % 9)}1${order % 10}`);

describe('where nearly everybody has a number, who has none', () => {
  const others = times(
    300,
    (order) =>
      `${order < 100 ? '王秀英' : `许${String.fromCodePoint(0x4e10 + 13 * order)}`},${numbered(order)},第${order % 50}居委会,`,
  );

  it('is compared with whoever has a rare name', async () => {
    const rare = others[200]?.split(',')[0];
    const { candidates, skipped } = await candidatesOf('姓名,身份证号,居委,出生日期', [...others, `${rare},,,`]);
    expect([candidates, skipped]).toEqual([1, []]);
  });

  it('is compared of a common name with those alone who are of one committee, or as old, and that is told', async () => {
    const skipped = [{ block: 'name', keys: 1, largest: 100 }];
    const titles = '姓名,身份证号,居委,出生日期';
    expect(await candidatesOf(titles, [...others, '王秀英,,,'])).toEqual({ candidates: 0, skipped });
    expect(await candidatesOf(titles, [...others, '王秀英,,第7居委会,'])).toEqual({ candidates: 2, skipped });
    const { candidates } = await candidatesOf(titles, [...others, '王秀英,,,1953-04']);
    expect(candidates).toBeGreaterThan(2);
    expect(candidates).toBeLessThan(20);
  });
});
