import type { Section } from './section.ts';

/** How much each gets. */
export const STANDARD: readonly Section[] = [
  {
    title: 'Standards',
    says: 'What most notices say of a standard fits in [one phrase](#standards-in-a-phrase). What does not is put together from these keys, several of which may stand together: a range, a ceiling and an average at once.',
    tables: [
      {
        at: ['departments.measures.standard'],
        keys: {
          rate: { means: 'one rate, or from one to another', example: ['rate: 550元/人', 'rate: 200-500元/户'] },
          range: {
            means: 'the same by another name; where both are there, `rate` counts, and `usual` only without them',
            example: 'range: 1000至3000元/户',
          },
          usual: { means: '一般: what is usual; it contradicts nothing', example: 'usual: 2000元/人' },
          average: {
            means: 'what it is on average: it decides what is computed, and judges no single row',
            example: 'average: 户均2000元',
          },
          ceiling: { means: 'the most', example: 'ceiling: 5000元/户' },
          tiers: {
            means: 'steps, of which each payout gets one',
            example: 'tiers: [{household: 1, rate: 300元/户}, {household: 2+, rate: 400元/户}]',
          },
          'tiers.household': {
            means: 'for households of so many',
            example: 'tiers: [{household: 2-4, rate: 400元/户}]',
          },
          'tiers.age': {
            means: 'for people of that age',
            example: 'tiers: [{age: 60-79, rate: 100元/人}, {age: 80+, rate: 200元/人}]',
          },
          'tiers.category': { means: 'for a category', example: 'tiers: [{category: 散居孤儿, rate: 1200元/人}]' },
          'tiers.funder': { means: 'by whom it is paid', example: 'tiers: [{funder: 国家, rate: 每人150元}]' },
          'tiers.rate': { means: 'how much', example: 'tiers: [{rate: 300元/户, reach: 400户}]' },
          'tiers.reach': {
            means:
              'for how many. If one of several does not say it, and all are exact, that one has the rest of the measure’s count',
            example: 'tiers: [{household: 1, rate: 300元/户, reach: 400户}, {household: 2+, rate: 400元/户}]',
          },
          joint: {
            means: '`true`: everybody gets all of the tiers, from several funders',
            example: 'joint: true\ntiers: [{funder: 国家, rate: 每人150元}, {funder: 省, rate: 每人55元}]',
          },
          parts: {
            means: 'what each payout is made of, in cash and in goods',
            example: 'parts: [{form: cash, rate: 每户2000元}, {form: goods, rate: 每户500元}]',
          },
          'parts.form': {
            means: 'what the part is',
            example: 'parts: [{form: 现金, rate: 300元/人}, {form: 实物, goods: 米面油1套}]',
          },
          'parts.rate': {
            means: 'what it is, or is worth',
            example: 'parts: [{form: cash, rate: 300元/人}, {form: goods, rate: 200元/人}]',
          },
          'parts.goods': {
            means: 'goods that have no value in the document',
            example: 'parts: [{form: cash, rate: 300元/人}, {form: goods, goods: 米面油1套}]',
          },
          increase: {
            means: 'so much, and more for each further person',
            example: 'increase: {base: 600元/户, each: 100元, upTo: 1000元/户}',
          },
          'increase.base': { means: 'for one', example: 'increase: {base: 1人户600元, each: 100元}' },
          'increase.each': {
            means: 'for each further one',
            example: 'increase: {base: 600元/户, each: 每增加1人增加100元}',
          },
          'increase.upTo': { means: 'the most', example: 'increase: {base: 600元/户, each: 100元, upTo: 1000元/户}' },
          share: { means: 'so much of a base', example: 'share: {base: 低保标准, percent: 50}' },
          'share.base': {
            means: 'which, by its name in `bases:`',
            example: 'share: {base: 最低工资标准, percent: 30}',
          },
          'share.percent': { means: 'how much of it, in percent', example: 'share: {base: 低保标准, percent: 12.5}' },
          delegated: { means: 'who sets it instead', example: 'delegated: 各街镇自定' },
        },
      },
    ],
  },
];
