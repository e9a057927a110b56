import { beforeAll, describe, expect, it } from 'vitest';
import type { Row } from '../../../src/engine/database.ts';
import type { Lists } from '../../../src/engine/lists.ts';
import { BANDS } from '../../../src/identity/bands.ts';
import { type Explained, explainMatch, type WeighedMatch } from '../../../src/identity/probable/explain.ts';
import type { Probable } from '../../../src/identity/probable/resolve-probable.ts';
import { resolveIdentities } from '../../../src/identity/resolve.ts';
import { idNumber } from '../../cli/people.ts';
import { inputOf, saved, withLists } from '../../engine/reading.ts';

const SURNAMES = '张王李赵陈杨周吴徐孙';
const GIVEN = '秀英建国桂兰志强玉梅海波春燕德明晓东红霞';
const nameOf = (at: number) =>
  `${SURNAMES[at % 10]}${GIVEN[(at * 7) % GIVEN.length]}${GIVEN[(at * 11 + 3) % GIVEN.length]}`;
const dayOf = (at: number) => `19${40 + (at % 50)}-0${1 + (at % 9)}-1${at % 10}`;
const phoneOf = (at: number) => `142000${String(10_000 + at * 137).slice(-5)}`;
const numberOf = (at: number) => idNumber(100 + at, dayOf(at).replaceAll('-', ''));
const text = (rows: readonly (readonly string[])[]) =>
  `姓名,身份证号,出生日期,电话,金额\n${rows.map((row) => `${row.join(',')},1\n`).join('')}`;

const PEOPLE = 120;
const known = Array.from({ length: PEOPLE }, (_, at) => [nameOf(at), numberOf(at), dayOf(at), phoneOf(at)]);
/** Another list has no numbers: of every second person the same birth, of some the same telephone too. */
const unknown = Array.from({ length: PEOPLE / 2 }, (_, n) => {
  const at = n * 2;
  return [nameOf(at), '', dayOf(at), n % 5 === 0 ? phoneOf(at + 900) : phoneOf(at)];
});
const others = [
  ['郑久', '', '', phoneOf(501)],
  ['冯小雨', '', '1950-01-02', phoneOf(502)],
  [nameOf(1), '', '', phoneOf(503)],
  ['何大山、许小花', '', '', phoneOf(504)],
  ['许晓花', '', '', phoneOf(504)],
  ['白云飞', numberOf(7), dayOf(7), phoneOf(505)],
  [`${nameOf(9).slice(0, -1)}勇`, numberOf(9), dayOf(9), phoneOf(506)],
];
const inputs = [inputOf(saved(text(known))), inputOf(saved(text([...unknown, ...others])))];

interface At {
  readonly list: number;
  readonly row: number;
}
const first = (at: number): At => ({ list: 0, row: at + 2 });
const second = (at: number): At => ({ list: 1, row: at / 2 + 2 });
const other = (at: number): At => ({ list: 1, row: PEOPLE / 2 + 2 + at });

/** Resolves the lists, and asks how rows were compared. */
async function asking<T>(
  use: (explain: (one: At, other: At) => Promise<Explained>, lists: Lists, probable: Probable | null) => Promise<T>,
  certain = false,
): Promise<T> {
  return withLists(inputs, async (lists) => {
    const resolved = await resolveIdentities(lists, { certain, toExplain: true });
    return use((one, other) => explainMatch(resolved, one, other), lists, resolved.probable);
  });
}

function weighed(explained: Explained): WeighedMatch {
  if (explained.kind !== 'weighed') throw new Error(`not weighed: ${JSON.stringify(explained)}`);
  return explained;
}

describe('how two rows were compared', () => {
  const said: Record<string, Explained> = {};
  const told: { band: string; posterior: number; explained: WeighedMatch }[] = [];
  beforeAll(() =>
    asking(async (explain, lists) => {
      const count = () =>
        lists.database.all('select count(*), count(distinct person), count(distinct name) from trait');
      const before = await count();
      said.joined = await explain(second(0), first(0));
      said.contact = await explain(first(4), second(4));
      said.numbers = await explain(first(0), first(1));
      said.number = await explain(first(7), other(5));
      said.slip = await explain(first(9), other(6));
      said.strangers = await explain(other(0), other(1));
      said.namesakes = await explain(other(2), first(1));
      said.couple = await explain(other(3), other(4));
      type Pair = Row & { band: number; posterior: number } & Record<'a' | 'b' | 'c' | 'd', number>;
      const pairs = await lists.database.all<Pair>(
        'select one_list as a, one_row as b, other_list as c, other_row as d, band, posterior from likely_pair',
      );
      for (const { a, b, c, d, band, posterior } of pairs) {
        const explained = await explain({ list: a, row: b }, { list: c, row: d });
        told.push({ band: BANDS[band] ?? '', posterior, explained: weighed(explained) });
      }
      expect(await count()).toEqual(before);
    }),
  );

  it('weighs each field, and what is shown adds up to what is shown', () => {
    const { fields, overlap, prior, score, posterior, band } = weighed(said.joined as Explained);
    expect(fields.map(({ word }) => word)).toEqual(['name:same', 'birth:day', 'phone:differs', '']);
    for (const of of ['household', 'unrelated'] as const) {
      const all = [...fields, overlap, prior].map((weights) => weights[of]);
      expect(all.reduce((sum, weight) => sum + weight, 0)).toBe(score[of]);
      expect(all.every(Number.isInteger)).toBe(true);
    }
    const { household, unrelated } = score;
    expect(posterior).toBeCloseTo(1 / (1 + 2 ** (-household / 100) + 2 ** (-unrelated / 100)), 3);
    expect(fields[0]).toMatchObject({ field: 'name', oneIn: expect.any(Number) });
    expect(band).toBe('confirmed');
  });

  it('gives every pair the band and the probability that it was given', () => {
    expect(new Set(told.map(({ band }) => band)).size).toBeGreaterThan(1);
    for (const { band, posterior, explained } of told) {
      expect([explained.band, explained.throughOthers]).toEqual([band, false]);
      expect(explained.posterior).toBeCloseTo(posterior, 12);
    }
  });

  it('says on which ground certain people are one', () => {
    expect(said.contact).toMatchObject({ kind: 'certain', rows: [{ ground: 'id' }, { ground: 'phone' }] });
  });

  it('weighs nobody against another valid number', () => {
    expect(said.numbers).toMatchObject({ kind: 'not-weighed', why: 'two-numbers' });
    expect(said.number).toMatchObject({ kind: 'not-weighed', why: 'one-number' });
  });

  it('weighs names of one surname under one valid number, and never joins them', () => {
    expect(said.slip).toMatchObject({ kind: 'weighed', wasCompared: true, provenApart: false, throughOthers: false });
    expect(said.slip).not.toMatchObject({ band: 'confirmed' });
  });

  it('compares people who have nothing in common now', () => {
    expect(said.strangers).toMatchObject({ kind: 'weighed', band: 'apart', wasCompared: false });
    const { fields, posterior } = weighed(said.strangers as Explained);
    expect(fields.map(({ word }) => word).filter(Boolean)).toEqual(['name:different', 'phone:differs']);
    expect(posterior).toBeLessThan(0.001);
  });

  it('takes of a couple whoever is the likelier, and says so', () => {
    expect(said.couple).toMatchObject({ kind: 'weighed', rows: [{ person: 2, name: '许小花' }, { person: 1 }] });
  });

  it('does not compare where only what is certain counts', async () => {
    const found = await asking(
      async (explain) => [await explain(first(0), second(0)), await explain(first(4), second(4))],
      true,
    );
    expect(found).toMatchObject([
      { kind: 'not-weighed', why: 'certain-only' },
      { kind: 'certain', rows: [{ ground: 'id' }, { ground: 'phone' }] },
    ]);
  });

  it('compares those whom others joined, and those of whom nothing was kept, as they would have been', async () => {
    await asking(async (explain, lists) => {
      await lists.database.run('delete from joining');
      await lists.database.run('delete from open_pair');
      const joined = weighed(await explain(first(0), second(0)));
      expect(joined).toMatchObject({ band: 'confirmed', throughOthers: true });
      expect(joined.fields.map(({ word }) => word)).toEqual(['name:same', 'birth:day', 'phone:differs', '']);
      const open = weighed(await explain(first(1), other(2)));
      expect(open).toMatchObject({ band: 'apart', wasCompared: true });
      expect(open.fields.map(({ word }) => word)).toContain('name:same');
    });
  });
});
