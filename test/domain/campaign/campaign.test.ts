import { describe, expect, it } from 'vitest';
import { type Campaign, campaignSchema } from '../../../src/domain/campaign/campaign.ts';
import { faultsAcross } from '../../../src/domain/campaign/campaign-across.ts';

const LEAST = { relief: 1, id: 'putuo-2017', title: '帮困送温暖活动', departments: [] };

describe('a campaign', () => {
  it('of the least that it must say has the rest empty', () => {
    expect(campaignSchema.parse(LEAST)).toEqual({
      relief: 1,
      id: 'putuo-2017',
      title: '帮困送温暖活动',
      year: null,
      isSummer: false,
      departments: [],
      funds: [],
      categories: {},
      bases: {},
      delivery: [],
      stages: [],
      deadlines: [],
      roles: [],
      parts: [],
      lists: [],
      rosters: [],
      returns: [],
      banks: [],
      rules: {},
      exceptions: [],
      verdicts: [],
    });
  });

  it.each<[string, object, object]>([
    ['type', { type: '通知' }, { type: 'notice' }],
    ['stated', { stated: { reach: '约8.5万人次' } }, { stated: { reach: { value: 85_000n, qualifier: 'about' } } }],
    ['a fund', { funds: [{ id: 'district', name: '区财政', ceiling: '2500万元' }] }, { funds: [{ id: 'district' }] }],
    [
      'an earmark for this campaign',
      { funds: [{ id: 'a', name: '专户', earmark: true }] },
      { funds: [{ earmark: true }] },
    ],
    [
      'an earmark for one thing',
      { funds: [{ id: 'a', name: '专户', earmark: 'gift' }] },
      { funds: [{ earmark: ['gift'] }] },
    ],
    [
      'a department without measures',
      { departments: [{ name: '民政' }] },
      { departments: [{ name: '民政', measures: [] }] },
    ],
    [
      'a stage',
      { stages: [{ name: '发放', until: '2017-01-27', kind: '发放', binding: '原则上' }] },
      { stages: [{ kind: ['payout'], binding: 'soft' }] },
    ],
    [
      'a task of several owners',
      { stages: [{ name: '走访', tasks: [{ name: '慰问', owner: ['区领导', '民政局'] }] }] },
      { stages: [{ tasks: [{ owner: ['区领导', '民政局'] }] }] },
    ],
    [
      'delivery rules',
      { delivery: [{ form: '现金', through: '社会化发放', except: '走访' }] },
      { delivery: [{ form: 'cash', through: 'bank', except: ['visit'] }] },
    ],
    ['severities', { rules: { 'shared-phone': 'off' } }, { rules: { 'shared-phone': 'off' } }],
    ['one part', { parts: '街道.yaml' }, { parts: ['街道.yaml'] }],
    [
      'what may overlap',
      { overlap: { allow: [['entitled', 'visit']], departments: 2, person: '3000元', household: 5000 } },
      {
        overlap: {
          allow: [['entitled', 'visit']],
          departments: 2,
          person: { value: 300_000n },
          household: { value: 500_000n },
        },
      },
    ],
    [
      'what may be shared, one thing or several, numbers without quotes',
      { sharing: { accounts: [6228480000000001, '青山福利院'], phones: 13900000001, agents: '赵百' } },
      { sharing: { accounts: ['6228480000000001', '青山福利院'], phones: ['13900000001'], agents: ['赵百'] } },
    ],
  ])('reads %s', (_, given, read) => {
    expect(parse(given)).toMatchObject(read);
  });

  it.each<[string, object, readonly string[]]>([
    ['another format', { relief: 2 }, ['relief: invalid_value']],
    ['no departments', { departments: undefined }, ['departments: invalid_type']],
    ['an unknown key', { titel: 'x' }, [': unrecognized_keys']],
    ['a blank title', { title: '' }, ['title: empty-text']],
    ['an issue date in words', { issued: '2016年12月底' }, ['issued: not-a-date']],
    ['an issue date that is no day', { issued: '2016-13-45' }, ['issued: not-a-date']],
    ['an issue date in a month too short for it', { issued: '2017-02-30' }, ['issued: not-a-date']],
    [
      'an exception until a day that there is not',
      { exceptions: [{ rule: 'shared-phone', finding: 'x', reason: '监护人', until: '2017-02-30' }] },
      ['exceptions.0.until: not-a-date'],
    ],
    [
      'an exception until some day',
      { exceptions: [{ rule: 'shared-phone', finding: 'x', reason: '监护人', until: '春节前' }] },
      ['exceptions.0.until: not-a-date'],
    ],
    ['a year without a known Spring Festival', { year: 1949 }, ['year: not-a-date']],
    ['a year that is not whole', { year: 2017.5 }, ['year: not-a-date']],
    ['a year after the last known one', { year: 2101 }, ['year: not-a-date']],
    ['a department without a name', { departments: [{ measures: [] }] }, ['departments.0.name: invalid_type']],
    ['a key that overlap does not have', { overlap: { persons: 3000 } }, ['overlap: unrecognized_keys']],
    [
      'one combination instead of a list of them',
      { overlap: { allow: ['a', 'b'] } },
      ['overlap.allow.0: invalid_type', 'overlap.allow.1: invalid_type'],
    ],
    ['a limit of no department', { overlap: { departments: 0 } }, ['overlap.departments: too_small']],
    ['a limit of half a department', { overlap: { departments: 1.5 } }, ['overlap.departments: invalid_type']],
    [
      'a ceiling that is no money',
      { overlap: { person: '3000人', household: '很多' } },
      ['overlap.person: not-money', 'overlap.household: not-a-figure'],
    ],
    ['a key that sharing does not have', { sharing: { account: 'x' } }, ['sharing: unrecognized_keys']],
    ['nothing to share', { sharing: { accounts: [] } }, ['sharing.accounts: too_small']],
    ['a blank agent', { sharing: { agents: [' '] } }, ['sharing.agents.0: empty-text']],
    ['an unknown severity', { rules: { 'shared-phone': 'no' } }, ['rules.shared-phone: invalid_value']],
    [
      'several things at once',
      { title: '', year: 1949, stages: [{ name: '发放', until: '尽快' }] },
      ['title: empty-text', 'year: not-a-date', 'stages.0.until: not-a-date'],
    ],
  ])('refuses %s', (_, given, expected) => {
    expect(problems(given).sort()).toEqual([...expected].sort());
  });
});

describe('the year of its Spring Festival', () => {
  it.each<[object, number | null]>([
    [{ issued: '2016-12-28' }, 2017],
    [{ issued: '2023-11-01' }, 2024],
    [{ issued: '2017-01-05' }, 2017],
    [{ issued: '2017-03-31' }, 2017],
    [{ issued: '2017-04-01' }, 2018],
    [{ year: 2024 }, 2024],
    [{ year: 2008, issued: '2016-12-28' }, 2008], // what is said counts more than what is concluded
    [{ year: 1950 }, 1950],
    [{ year: 2100 }, 2100],
    [{}, null],
  ])('%j: %s', (given, year) => {
    expect(parse(given).year).toBe(year);
  });

  const stages = [
    { name: '动员', until: '12月底前' },
    {
      name: '发放',
      when: '2017年1月',
      tasks: [
        { name: '到位', until: '春节前' },
        { name: '走访', on: '2017-01-20' },
      ],
    },
  ];
  const deadlines = [{ name: '总结', until: '2月9日前' }];

  it('must be known where a date leaves it out; each such date is told', () => {
    expect(problems({ stages, deadlines }).sort()).toEqual([
      'deadlines.0.until: year-missing',
      'stages.0.until: year-missing',
      'stages.1.tasks.0.until: year-missing',
    ]);
  });

  it.each([{ year: 2017 }, { issued: '2016-12-28' }])('is known from %j', (given) => {
    expect(problems({ ...given, stages, deadlines })).toEqual([]);
  });

  it('may be unknown where every date says its own', () => {
    expect(problems({ deadlines: [{ name: '总结', until: '2017年2月9日前' }] })).toEqual([]);
  });

  it.each(['2917-01-05', '2100-12-28', '1949-01-05'])(
    'is not concluded from %s, for which no Spring Festival is known',
    (issued) => {
      expect(problems({ issued, deadlines: [{ name: '发放', until: '春节前' }] })).not.toEqual([]);
    },
  );
});

describe('ids that are repeated', () => {
  const measure = (id: unknown) => ({ id, name: 'x' });

  it.each<[string, unknown, PropertyKey[][]]>([
    ['none', { departments: [{ measures: [measure('a'), measure('b')] }, { measures: [measure('c')] }] }, []],
    [
      'of measures, across departments',
      { departments: [{ measures: [measure('a'), measure('b'), measure('a')] }, { measures: [measure('b')] }] },
      [
        ['departments', 0, 'measures', 2, 'id'],
        ['departments', 1, 'measures', 0, 'id'],
      ],
    ],
    [
      'of funds',
      { funds: [{ id: 'a' }, { id: 'a' }, { id: 'a' }] },
      [
        ['funds', 1, 'id'],
        ['funds', 2, 'id'],
      ],
    ],
    ['not between a fund and a measure', { funds: [{ id: 'a' }], departments: [{ measures: [measure('a')] }] }, []],
    ['not where none is given', { departments: [{ measures: [{}, {}, measure(null), measure(null), null, 'x'] }] }, []],
    ['in a file that is something else', 'x', []],
    ['in a file that is empty', null, []],
    ['where departments are no list', { departments: { measures: [] }, funds: 3 }, []],
  ])('%s', (_, file, paths) => {
    const repeated = faultsAcross(file).filter(({ problem }) => problem === 'repeated-id');
    expect(repeated.map(({ path }) => path)).toEqual(paths);
  });
});

function parse(given: object): Campaign {
  return campaignSchema.parse({ ...LEAST, ...given });
}

/** Where it is wrong, and what is. */
function problems(given: object): string[] {
  const { error } = campaignSchema.safeParse({ ...LEAST, ...given });
  return (error?.issues ?? []).map((issue) => {
    const problem = issue.code === 'custom' ? issue.params?.problem : issue.code;
    return `${issue.path.join('.')}: ${problem}`;
  });
}
