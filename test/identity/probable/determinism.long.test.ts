import { describe, expect, it } from 'vitest';
import { BANDS } from '../../../src/identity/bands.ts';
import { resolveIdentities } from '../../../src/identity/resolve.ts';
import { draws } from '../../draws.ts';
import { inputOf, saved, withLists } from '../../engine/reading.ts';
import { random } from '../../random.ts';
import { type DepartmentList, randomDepartments, textOf } from './random-people.ts';

const SEEDS = Array.from({ length: draws(6) }, (_, seed) => seed + 101);

/** A row by where it stands in the lists as they were drawn, wherever it was put. */
interface Marked {
  readonly list: DepartmentList;
  readonly marks: readonly string[];
}

const marked = (lists: readonly DepartmentList[]): Marked[] =>
  lists.map((list, at) => ({ list, marks: list.rows.map((_, row) => `${at}:${row}`) }));

/** The same in an order that a seed decides. */
function shuffled<T>(all: readonly T[], seed: number): T[] {
  const next = random(seed);
  return all
    .map((one) => [next(), one] as const)
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);
}

const reordered = ({ list, marks }: Marked, seed: number): Marked => {
  const order = shuffled([...marks.keys()], seed);
  return {
    list: { ...list, rows: order.map((row) => list.rows[row] ?? {}) },
    marks: order.map((row) => marks[row] ?? ''),
  };
};

interface Resolved {
  /** Rows of one person, by where they stood. */
  readonly people: readonly string[];
  readonly pairs: readonly { readonly of: string; readonly posterior: number }[];
}

/** Who is who, in words that say nothing of the order of rows and lists. */
function resolved(lists: readonly Marked[], threads = 1): Promise<Resolved> {
  const inputs = lists.map(({ list }) => inputOf(saved(textOf(list))));
  const use = async (read: Parameters<typeof resolveIdentities>[0]): Promise<Resolved> => {
    await resolveIdentities(read);
    const { database } = read;
    const at = (list: number, row: number) => lists[list]?.marks[row - 2] ?? '';
    const rows = await database.all<{ list: number; row: number; identity: bigint; certain: bigint }>(
      'select list, row, identity, certain from resolved',
    );
    const whole = new Map<bigint, string[]>();
    for (const { list, row, identity } of rows) whole.set(identity, [...(whole.get(identity) ?? []), at(list, row)]);
    // Of who was joined any part may stand for the whole.
    const named = new Map(
      rows.map(({ certain, identity }) => [certain, (whole.get(identity) ?? []).toSorted().join(' ')]),
    );
    const partners = await database.all<{ list: number; row: number; certain: bigint; identity: bigint }>(
      'select list, row, certain, identity from partner_row',
    );
    for (const { certain, identity } of partners) {
      const its = partners.filter((each) => each.identity === identity).map((each) => at(each.list, each.row));
      const rows = (whole.get(identity) ?? []).toSorted().join(' ');
      named.set(certain, `${rows} beside ${its.toSorted().join(' ')}`);
    }
    const say = (person: bigint) => named.get(person) ?? (whole.get(person) ?? []).toSorted().join(' ');
    const pairs = await database.all<{ one: bigint; other: bigint; band: number; posterior: number; evidence: string }>(
      'select one, other, band, posterior, evidence from likely_pair',
    );
    return {
      people: [...whole.values()].map((its) => its.toSorted().join(' ')).toSorted(),
      pairs: pairs
        .map(({ one, other, band, posterior, evidence }) => ({
          of: `${BANDS[band]} ${[say(one), say(other)].toSorted().join(' | ')}: ${evidence}`,
          posterior,
        }))
        .toSorted((a, b) => (a.of < b.of ? -1 : 1)),
    };
  };
  return withLists(inputs, use, { limits: { threads } });
}

/** What floating-point sums in another order may be off by. */
const DIGITS = 9;

function expectSame(found: Resolved, expected: Resolved): void {
  expect(found.people).toEqual(expected.people);
  expect(found.pairs.map(({ of }) => of)).toEqual(expected.pairs.map(({ of }) => of));
  for (const [at, { of, posterior }] of found.pairs.entries())
    expect({ of, posterior }).toEqual({ of, posterior: expect.closeTo(expected.pairs[at]?.posterior ?? 0, DIGITS) });
}

describe.each(SEEDS)('who is probably who in world %i', (seed) => {
  const lists = marked(randomDepartments(seed));

  it('is the same again, on four threads, in whatever order rows and lists come', async () => {
    const first = await resolved(lists);
    expect(first.pairs.length).toBeGreaterThan(5);
    expectSame(await resolved(lists), first);
    expectSame(await resolved(lists, 4), first);
    const rows = lists.map((list, at) => reordered(list, 10 * seed + at));
    expectSame(await resolved(rows), first);
    expectSame(await resolved(lists.toReversed()), first);
    expectSame(await resolved(shuffled(rows, seed), 4), first);
  });
});
