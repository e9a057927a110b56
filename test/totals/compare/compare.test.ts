import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetOf } from '../../../src/totals/budget/budget.ts';
import { type Comparison, compare } from '../../../src/totals/compare/compare.ts';
import { isUnchanged, tallyOf } from '../../../src/totals/compare/compare-tally.ts';
import type { FigureChange } from '../../../src/totals/compare/figure-change.ts';
import { campaignOf, fen } from '../given.ts';

type Given = Readonly<Record<string, unknown>>;
const compared = (from: readonly Given[], to: readonly Given[], whole: { from?: object; to?: object } = {}) =>
  compare(
    budgetOf(campaignOf({ departments: from, ...whole.from })),
    budgetOf(campaignOf({ departments: to, ...whole.to })),
  );
const one = (measure: Given) => [{ name: '民政局', measures: [{ id: 'a', name: '慰问', ...measure }] }];

/** Each measure as `department: from → to`, `—` where it is not; with how they were paired. */
function lines({ departments }: Comparison): string[] {
  return departments.flatMap(({ name, measures }) =>
    measures.map(({ from, to, by, moved }) =>
      [`${name}: ${from?.measure.id ?? '—'} → ${to?.measure.id ?? '—'}`, by, moved && `moved from ${moved.from}`]
        .filter(Boolean)
        .join(', '),
    ),
  );
}
const shown = ({ from, to, difference, percent, comparable }: FigureChange) => [
  from.value,
  from.firmness,
  to.value,
  to.firmness,
  difference,
  percent,
  comparable,
];

describe('departments are the same', () => {
  const names = (from: readonly Given[], to: readonly Given[]) =>
    compared(from, to).departments.map(({ from, to, change }) => [from?.name, to?.name, change]);

  it.each<[string, Given[], Given[], (string | undefined)[][]]>([
    ['by name, whatever its width', [{ name: '民政局Ａ' }], [{ name: '民政局 A' }], [['民政局Ａ', '民政局 A', 'kept']]],
    [
      'by an alias of the first',
      [{ name: '民政', aliases: ['民政局'] }],
      [{ name: '民政局' }],
      [['民政', '民政局', 'kept']],
    ],
    [
      'by an alias of the second',
      [{ name: '民政局' }],
      [{ name: '民政', aliases: ['民政局'] }],
      [['民政局', '民政', 'kept']],
    ],
    [
      'by an alias of both',
      [{ name: '民政', aliases: ['区民政局'] }],
      [{ name: '民政局', aliases: ['区民政局'] }],
      [['民政', '民政局', 'kept']],
    ],
    [
      'by name before any alias',
      [{ name: '民政', aliases: ['民政局'] }],
      [{ name: '民政局' }, { name: '民政' }],
      [
        ['民政', '民政', 'kept'],
        [undefined, '民政局', 'added'],
      ],
    ],
    [
      'but never where an alias leaves a choice',
      [{ name: '民政', aliases: ['救助科', '优抚科'] }],
      [{ name: '救助科' }, { name: '优抚科' }],
      [
        ['民政', undefined, 'dropped'],
        [undefined, '救助科', 'added'],
        [undefined, '优抚科', 'added'],
      ],
    ],
  ])('%s', (_, from, to, expected) => {
    expect(names(from, to)).toEqual(expected);
  });

  it('and one that a file has in two places is one', () => {
    const twice = [
      ...one({ amount: '1万元' }),
      { name: '民政局', measures: [{ id: 'b', name: '慰问', amount: '2万元' }] },
    ];
    const { departments } = compared(twice, twice);
    expect(departments).toHaveLength(1);
    expect(departments[0]?.amount.from.value).toBe(fen(30_000));
  });
});

describe('measures are the same', () => {
  const within = (from: readonly Given[], to: readonly Given[]) =>
    lines(compared([{ name: '民政局', measures: from }], [{ name: '民政局', measures: to }]));

  it.each<[string, Given[], Given[], string[]]>([
    [
      'by id before name',
      [
        { id: 'a', name: '甲' },
        { id: 'b', name: '乙' },
      ],
      [
        { id: 'a', name: '乙' },
        { id: 'c', name: '甲' },
      ],
      ['民政局: a → a, id', '民政局: b → —', '民政局: — → c'],
    ],
    [
      'by name, whatever its width',
      [{ id: 'a', name: '慰问（甲）' }],
      [{ id: 'b', name: '慰问(甲)' }],
      ['民政局: a → b, name'],
    ],
    [
      'by a category that each alone is for',
      [{ id: 'a', name: '甲', to: '孤儿' }],
      [{ id: 'b', name: '乙', to: '孤儿' }],
      ['民政局: a → b, category'],
    ],
    [
      'not by one category of several',
      [{ id: 'a', name: '甲', to: ['孤儿', '孤老'] }],
      [{ id: 'b', name: '乙', to: '孤儿' }],
      ['民政局: a → —', '民政局: — → b'],
    ],
    [
      'not by category where one gives cash and the other goods',
      [{ id: 'a', name: '甲', to: '孤儿', form: 'cash' }],
      [{ id: 'b', name: '乙', to: '孤儿', form: 'goods' }],
      ['民政局: a → —', '民政局: — → b'],
    ],
    [
      'not by a name or category that one file has twice',
      [{ id: 'a', name: '甲', to: '孤儿' }],
      [
        { id: 'b', name: '甲', to: '孤儿' },
        { id: 'c', name: '甲', to: '孤儿' },
      ],
      ['民政局: a → —', '民政局: — → b', '民政局: — → c'],
    ],
    [
      'not where one is history',
      [{ id: 'a', name: '甲' }],
      [{ id: 'a', name: '甲', counts: false }],
      ['民政局: a → —', '民政局: — → a'],
    ],
  ])('%s', (_, from, to, expected) => {
    expect(within(from, to)).toEqual(expected);
  });

  const across = (from: Given, to: Given) =>
    lines(
      compared(
        [{ name: '民政局', measures: [from] }, { name: '残联' }],
        [{ name: '民政局' }, { name: '残联', measures: [to] }],
      ),
    );
  it.each<[string, Given, Given, string[]]>([
    ['by name', { id: 'a', name: '甲' }, { id: 'b', name: '甲' }, ['残联: a → b, name, moved from 民政局']],
    [
      'by an id for the same people',
      { id: 'a', name: '甲', to: ['孤儿', '孤老'] },
      { id: 'a', name: '乙', to: ['孤老', '孤儿'] },
      ['残联: a → a, id, moved from 民政局'],
    ],
    [
      'not by an id alone: each file gives its own',
      { id: 'special', name: '特别帮助', to: '困难对象' },
      { id: 'special', name: '特殊救济', to: '孤老' },
      ['民政局: special → —', '残联: — → special'],
    ],
  ])('in another department %s', (_, from, to, expected) => {
    expect(across(from, to)).toEqual(expected);
  });

  it('a move is told on both sides', () => {
    const { departments } = compared(
      [{ name: '民政局', measures: [{ id: 'a', name: '甲' }] }],
      [{ name: '残联', measures: [{ id: 'a', name: '甲' }] }],
    );
    expect(departments.map(({ name, change, movedAway }) => [name, change, movedAway.length])).toEqual([
      ['民政局', 'dropped', 1],
      ['残联', 'added', 0],
    ]);
  });
});

describe('figures', () => {
  const amount = (from: Given, to: Given) => {
    const [department] = compared(one(from), one(to)).departments;
    return shown(department?.measures[0]?.amount as FigureChange);
  };
  it.each<[string, Given, Given, unknown[]]>([
    [
      'whole and firm',
      { amount: '1000元' },
      { amount: '1060元' },
      [fen(1000), 'exact', fen(1060), 'exact', fen(60), 60n, true],
    ],
    [
      'computed, of about so many',
      { reach: '约10人', standard: '每人100元' },
      { amount: '900元' },
      [fen(1000), 'about', fen(900), 'exact', fen(-100), -100n, true],
    ],
    [
      'at least',
      { amount: '1000元' },
      { amount: '至少1000元' },
      [fen(1000), 'exact', fen(1000), 'atLeast', 0n, 0n, false],
    ],
    [
      'at most',
      { amount: '1000元以内' },
      { amount: '900元' },
      [fen(1000), 'partial', fen(900), 'exact', fen(-100), -100n, false],
    ],
    ['nothing before', { amount: '0元' }, { amount: '900元' }, [0n, 'exact', fen(900), 'exact', fen(900), null, true]],
    ['unknown, which is not nothing', {}, { amount: '900元' }, [null, 'exact', fen(900), 'exact', null, null, false]],
    [
      'history',
      { amount: '1000元', counts: false },
      { amount: '900元', counts: false },
      [fen(1000), 'exact', fen(900), 'exact', null, null, false],
    ],
  ])('%s', (_, from, to, expected) => {
    expect(amount(from, to)).toEqual(expected);
  });

  it('counts of different things are not subtracted', () => {
    const [department] = compared(one({ reach: '100人' }), one({ reach: '50户' })).departments;
    expect(shown(department?.measures[0]?.reach as FigureChange)).toEqual([
      100n,
      'exact',
      50n,
      'exact',
      null,
      null,
      false,
    ]);
  });

  const two = (first: Given, second: Given) => [
    {
      name: '民政局',
      measures: [
        { id: 'a', name: '甲', ...first },
        { id: 'b', name: '乙', ...second },
      ],
    },
  ];
  const total = (from: Given[], to: Given[], whole = {}) => compared(from, to, whole).total;
  const whole = two({ amount: '1万元', reach: '10人' }, { amount: '1万元', reach: '10人' });

  it('an incomplete sum is at least that; what both know can be compared still', () => {
    const { amount, reach, common } = total(two({ amount: '1万元', reach: '10人' }, {}), whole);
    expect(shown(amount)).toEqual([fen(10_000), 'atLeast', fen(20_000), 'exact', fen(10_000), 1000n, false]);
    expect(shown(reach)).toEqual([10n, 'atLeast', 20n, 'exact', 10n, 1000n, false]);
    expect([common.measures, common.amount.difference, common.amount.comparable]).toEqual([1, 0n, true]);
  });

  it('an incomplete sum with a 近 in it is only a part', () => {
    expect(total(two({ amount: '近1万元', reach: '近10人' }, {}), whole)).toMatchObject({
      amount: { from: { firmness: 'partial' }, comparable: false },
      reach: { from: { firmness: 'partial' }, comparable: false },
    });
  });

  it('figures that overlap are not added up: what is stated is compared', () => {
    const overlapping = two({ amount: '1万元', reach: '10人', overlaps: true }, { amount: '1万元', reach: '10人' });
    const stated = { stated: { amount: '约5万元', reach: '约30人次' } };
    const { departments, total } = compared(overlapping, whole, { from: stated });
    expect(shown(total.amount)).toEqual([fen(50_000), 'about', fen(20_000), 'exact', fen(-30_000), -600n, true]);
    expect(total.reach).toMatchObject({ from: { value: 30n }, to: { value: 20n }, difference: -10n });
    expect(departments[0]?.amount).toMatchObject({ from: { firmness: 'partial' }, comparable: false });
    expect(total.common.measures).toBe(1);
  });

  it('history is in no sum and no tally', () => {
    const history = two({ amount: '1万元' }, { amount: '9万元', counts: false });
    const comparison = compared(history, two({ amount: '1万元' }, {}));
    expect(comparison.total.amount.from).toEqual({ value: fen(10_000), firmness: 'exact' });
    expect(tallyOf(comparison).measures).toEqual({ kept: 1, added: 1, dropped: 0, moved: 0 });
  });
});

describe('any two campaigns', () => {
  const word = (...words: string[]) => fc.constantFrom(...words);
  const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
  const measure = fc.record({
    id: fc.nat(11).map((number) => `m${number}`),
    name: word('慰问', '补助', '大礼包', '助学'),
    to: maybe(fc.uniqueArray(word('孤儿', '孤老', '低保家庭'), { minLength: 1, maxLength: 2 })),
    form: maybe(word('cash', 'goods')),
    reach: maybe(word('100人', '约120人', '50户', '近80份')),
    standard: maybe(word('500元/人', '600元/人', '200-500元/户', '户均2000元', '各街镇自定')),
    amount: maybe(word('0元', '1万元', '约2万元', '至少3万元', '不超过4万元', '100余万元')),
    counts: maybe(fc.boolean()),
    overlaps: maybe(fc.boolean()),
  });
  const department = fc.record({
    name: word('民政局', '区民政局', '残联', '妇联'),
    aliases: maybe(fc.array(word('民政局', '区残联', '区妇联'), { maxLength: 2 })),
    measures: fc.array(measure, { maxLength: 4 }),
  });
  const campaign = fc
    .record({
      departments: fc.array(department, { maxLength: 4 }),
      stated: maybe(fc.record({ amount: word('5万元', '约9万元'), reach: word('300人次', '约200人') })),
    })
    .filter(({ departments }) => {
      const ids = departments.flatMap(({ measures }) => measures.map(({ id }) => id));
      return new Set(ids).size === ids.length;
    })
    .map((given) => budgetOf(campaignOf(JSON.parse(JSON.stringify(given)))));

  it('have each of their measures in the comparison, once', () => {
    fc.assert(
      fc.property(campaign, campaign, (from, to) => {
        const found = compare(from, to).departments.flatMap(({ measures }) => measures);
        const idsOf = ({ departments }: typeof from) =>
          departments.flatMap(({ measures }) => measures.map((each) => each.measure.id)).sort();
        expect(found.flatMap((each) => each.from?.measure.id ?? []).sort()).toEqual(idsOf(from));
        expect(found.flatMap((each) => each.to?.measure.id ?? []).sort()).toEqual(idsOf(to));
      }),
    );
  });

  it('compared the other way round are the mirror image', () => {
    const turned = { kept: 'kept', added: 'dropped', dropped: 'added' } as const;
    const turnedStandard = {
      raised: 'lowered',
      lowered: 'raised',
      changed: 'changed',
      same: 'same',
      unknown: 'unknown',
    };
    const change = ({ from, to, difference, comparable }: FigureChange) => ({ from, to, difference, comparable });
    const mirrored = ({ from, to, difference, comparable }: FigureChange) => ({
      from: to,
      to: from,
      difference: difference === null ? null : -difference,
      comparable,
    });
    const figuresOf = ({ total: { amount, reach, byUnit, stated, common } }: Comparison) => [
      ...[amount, reach, stated.amount, stated.reach, common.amount],
      ...Object.values(byUnit),
    ];
    const sorted = (all: readonly unknown[][]) =>
      all.map((each) => JSON.stringify(each, (_, value) => (typeof value === 'bigint' ? `${value}` : value))).sort();
    fc.assert(
      fc.property(campaign, campaign, (first, second) => {
        const [there, back] = [compare(first, second), compare(second, first)];
        expect(figuresOf(back).map(change)).toEqual(figuresOf(there).map(mirrored));
        expect(
          sorted(back.departments.map((each) => [each.from?.name, each.to?.name, each.change, change(each.amount)])),
        ).toEqual(
          sorted(
            there.departments.map((each) => [
              each.to?.name,
              each.from?.name,
              turned[each.change],
              mirrored(each.amount),
            ]),
          ),
        );
        const measures = ({ departments }: Comparison) => departments.flatMap((each) => each.measures);
        expect(
          sorted(
            measures(back).map(({ from, to, by, moved, change: what, standard, amount, reach }) => [
              ...[from?.measure.id, to?.measure.id, by, moved?.from, moved?.to, what, standard],
              ...[change(amount), change(reach)],
            ]),
          ),
        ).toEqual(
          sorted(
            measures(there).map(({ from, to, by, moved, change: what, standard, amount, reach }) => [
              ...[to?.measure.id, from?.measure.id, by, moved?.to, moved?.from, turned[what], turnedStandard[standard]],
              ...[mirrored(amount), mirrored(reach)],
            ]),
          ),
        );
      }),
    );
  });

  it('that are one and the same have not changed', () => {
    fc.assert(
      fc.property(campaign, (same) => {
        const comparison = compare(same, same);
        const { measures, standards } = tallyOf(comparison);
        expect(isUnchanged(comparison)).toBe(true);
        expect([measures.added, measures.dropped, measures.moved]).toEqual([0, 0, 0]);
        expect([standards.raised, standards.lowered, standards.changed]).toEqual([0, 0, 0]);
        for (const { amount, reach } of comparison.departments.flatMap((each) => each.measures))
          expect([amount.difference ?? 0n, reach.difference ?? 0n]).toEqual([0n, 0n]);
      }),
    );
  });
});
