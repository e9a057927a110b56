import type { Campaign } from '../../domain/campaign/campaign.ts';
import { measuresCalled } from '../../domain/campaign/campaign-references.ts';
import { departmentsCalled } from '../../domain/campaign/department-name.ts';
import { nearest } from '../../domain/nearest.ts';
import type { KeyPath } from '../../domain/place.ts';
import { defineRule } from '../rule.ts';
import { RULE_IDS } from '../rule-ids.ts';

/** A reference to a measure, fund, department, roster or rule that the campaign does not have. */
export default defineRule<{ word: string; kind: Kind; nearest: string | null; several?: readonly string[] }>({
  id: 'unknown-reference',
  severity: 'error',
  documentation: {
    zh: {
      title: '引用不存在',
      what: 'excludes、of、overlap.allow、funds、earmark、lists、rosters、rules、exceptions 等处引用的编号或名称，本活动里没有。',
      why: '写错的引用等于没写：该排除的不排除，该关闭的规则照常运行。',
      example: 'excludes: [entitle]，而项目编号是 entitled。',
      mend: '改成提示的最接近的编号，或补上缺的那一项。',
    },
    en: {
      title: 'Unknown reference',
      what: 'excludes, overlap.allow, funds, earmark, lists, rosters, rules or exceptions name something that the campaign does not have.',
      why: 'A mistyped reference does nothing: who should be excluded is not, a rule that should be off still runs.',
      example: 'excludes: [entitle] where the measure’s id is entitled.',
      mend: 'Use the nearest id that is suggested, or add what is missing.',
    },
  },
  message: {
    zh: ({ word, kind, nearest, several = [] }) =>
      several.length > 0
        ? `“${word}”有${several.length}个${KIND.zh[kind]}：写成${several.map((each) => `“${each}”`).join('或')}`
        : `没有“${word}”这个${KIND.zh[kind]}${nearest ? `，是不是“${nearest}”？` : ''}`,
    en: ({ word, kind, nearest, several = [] }) =>
      several.length > 0
        ? `${several.length} ${KIND.en[kind]}s are called “${word}”: write ${several.map((each) => `“${each}”`).join(' or ')}`
        : `no ${KIND.en[kind]} “${word}”${nearest ? `; did you mean “${nearest}”?` : ''}`,
  },
  *find({ campaign }) {
    const known = knownWords(campaign);
    const measures = campaign.departments.flatMap(({ name: department, measures: own }) =>
      own.map(({ id, name }) => ({ id, name, department })),
    );
    for (const [kind, word, at] of references(campaign)) {
      if (known[kind].has(word) || (kind === 'department' && isCalled(word, campaign))) continue;
      const called = kind === 'measure' ? measuresCalled(word, measures) : [];
      const several = called.map(({ department, name }) => `${department}/${name}`);
      const words = kind === 'measure' ? [...known.measure, ...measures.map(({ name }) => name)] : known[kind];
      yield {
        data: { word, kind, nearest: nearest(word, words), ...(several.length > 0 ? { several } : {}) },
        at: [at],
      };
    }
  },
});

type Kind = 'measure' | 'fund' | 'department' | 'roster' | 'rule' | 'earmark';

const KIND = {
  zh: { measure: '项目', fund: '资金', department: '部门', roster: '名册', rule: '规则', earmark: '项目或对象类别' },
  en: {
    measure: 'measure',
    fund: 'fund',
    department: 'department',
    roster: 'roster',
    rule: 'rule',
    earmark: 'measure or category',
  },
} as const;

const isCalled = (word: string, { departments, region }: Campaign) =>
  departmentsCalled(word, departments, region).length === 1;

function knownWords({ departments, funds, rosters, categories }: Campaign): Record<Kind, ReadonlySet<string>> {
  const measures = departments.flatMap((department) => department.measures);
  const measureIds = measures.map(({ id }) => id);
  const terms = [...Object.entries(categories).flat(2), ...measures.flatMap(({ to }) => to)];
  return {
    measure: new Set(measureIds),
    fund: new Set(funds.map(({ id }) => id)),
    department: new Set(departments.flatMap(({ name, aliases = [] }) => [name, ...aliases])),
    roster: new Set(rosters.map(({ id }) => id)),
    rule: new Set(RULE_IDS),
    earmark: new Set([...measureIds, ...terms]),
  };
}

/** Every reference in the file: what it should be, the word, where it stands. */
function* references(campaign: Campaign): Generator<[Kind, string, KeyPath]> {
  for (const [i, fund] of campaign.funds.entries()) {
    for (const word of Array.isArray(fund.earmark) ? fund.earmark : [])
      yield ['earmark', word, ['funds', i, 'earmark']];
  }
  for (const [i, { measures }] of campaign.departments.entries()) {
    for (const [j, { excludes, funds, eligible, of }] of measures.entries()) {
      const at = ['departments', i, 'measures', j];
      if (of !== undefined) yield ['measure', of, [...at, 'of']];
      for (const { fund } of funds) yield ['fund', fund, [...at, 'funds']];
      for (const { measure } of excludes) yield ['measure', measure, [...at, 'excludes']];
      if (eligible?.roster !== undefined) yield ['roster', eligible.roster, [...at, 'eligible', 'roster']];
    }
  }
  for (const [i, together] of (campaign.overlap?.allow ?? []).entries()) {
    for (const [j, word] of together.entries()) yield ['measure', word, ['overlap', 'allow', i, j]];
  }
  for (const [i, { department, measure }] of campaign.lists.entries()) {
    if (department !== undefined) yield ['department', department, ['lists', i, 'department']];
    if (measure !== undefined) yield ['measure', measure, ['lists', i, 'measure']];
  }
  for (const [i, { measures = [] }] of campaign.rosters.entries()) {
    for (const word of measures) yield ['measure', word, ['rosters', i, 'measures']];
  }
  for (const word of Object.keys(campaign.rules)) yield ['rule', word, ['rules', word]];
  for (const [i, { rule }] of campaign.exceptions.entries()) yield ['rule', rule, ['exceptions', i, 'rule']];
}
