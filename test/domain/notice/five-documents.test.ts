import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/domain/notice/draft.ts';
import { readCampaign } from '../../../src/read/campaign-file.ts';
import { budgetOf } from '../../../src/totals/budget/budget.ts';
import { campaignOf, draftOfNotice } from '../../notices/drafted.ts';

const placed = (draft: Draft, key: string) =>
  draft.figures.filter(({ fate }) => fate.kind === 'placed' && fate.key === key).length;
const open = (draft: Draft) => draft.figures.filter(({ fate }) => fate.kind === 'open');
const measures = (draft: Draft) => draft.departments.flatMap((each) => each.measures);

describe('putuo-2017, a notice of twelve departments whose lines the page has broken', () => {
  const draft = draftOfNotice('putuo-2017');

  it('has all 48 figures in their classes', () => {
    expect(placed(draft, 'stated')).toBe(2);
    expect(placed(draft, 'reach') + placed(draft, 'standard') + placed(draft, 'amount')).toBe(46);
    expect(open(draft)).toEqual([]);
  });

  it('puts together what stands together', () => {
    const together = measures(draft).map(({ reach, standard, amount }) => {
      const figures = [Array.isArray(reach) ? reach.length : 1, standard ? 1 : 0, amount ? 1 : 0];
      return figures.reduce((sum, each) => sum + each, 0);
    });
    expect(together.filter((figures) => figures >= 2)).toHaveLength(16);
    expect(together.filter((figures) => figures === 1)).toHaveLength(1);
  });

  it('comes to 3302.03万元 by the same departments as the transcribed campaign', () => {
    const amounts = (file: ReturnType<typeof campaignOf>) =>
      Object.fromEntries(
        budgetOf(file.campaign).departments.map(({ department, amount }) => [department.name, amount]),
      );
    const drafted = campaignOf(draft);
    expect(amounts(drafted)).toEqual(amounts(readCampaign('campaigns/putuo-2017.yaml')));
  });

  it('has the three stages and what the document says of itself', () => {
    expect(draft.stages.map(({ date }) => date)).toEqual(['2016年12月底前', '2017年1月中上旬', '2017年2月9日前']);
    expect(draft.head).toMatchObject({ issuer: '普陀区民政局', document: '普民【2016】51号', issued: '2016-12-28' });
  });
});

describe('qingpu-2025, standards and funds without counts', () => {
  const draft = draftOfNotice('qingpu-2025');
  const { campaign } = readCampaign('campaigns/qingpu-2025.yaml');

  it('has each of the 31 standards under its department', () => {
    const text = (draft: { measures: readonly { standard?: unknown }[]; name: string }[]) =>
      draft.map(({ name, measures }) => [name.replace(/^上海/, ''), measures.length]);
    const given = campaign.departments.filter((each) => each.measures.length > 0);
    expect(text(campaignOf(draft).campaign.departments as never)).toEqual(text(given as never));
    const rates = (of: typeof campaign) =>
      of.departments.flatMap((department) =>
        department.measures.map(({ standard }) => {
          const rates = [standard?.rate, ...(standard?.tiers ?? []).map((tier) => tier.rate)].flatMap((rate) =>
            rate ? [`${rate.low.value}-${rate.high.value} ${rate.per.join()} ${rate.kind}`] : [],
          );
          return rates.length > 0 ? rates.sort() : standard?.delegatedTo === undefined ? [] : ['delegated'];
        }),
      );
    expect(rates(campaignOf(draft).campaign)).toEqual(rates(campaign));
  });

  it('has the funds of each', () => {
    const names = new Map(campaign.funds.map(({ id, name }) => [id, name]));
    const given = campaign.departments.flatMap(({ measures }) =>
      measures.map(({ funds }) => funds.map(({ fund }) => names.get(fund))),
    );
    expect(measures(draft).map(({ funds }) => funds)).toEqual(given);
  });

  it('has the two deadlines, the first of them soft, and how money and goods are to be given', () => {
    expect(draft.deadlines.map(({ until, isSoft }) => [until, isSoft])).toEqual([
      ['2025年1月28日之前', true],
      ['2025年2月底之前', false],
    ]);
    expect(draft.delivery).toMatchObject([
      { form: 'cash', through: 'bank', exceptVisits: true },
      { form: 'goods', through: 'procurement', exceptVisits: false },
    ]);
  });
});

it('ganquan-2024 has its four stages', () => {
  const { stages } = draftOfNotice('ganquan-2024');
  expect(stages.map(({ name, date, isUntil }) => [name, date, isUntil])).toEqual([
    ['宣传发动阶段', '2023年12月下旬', false],
    ['调查摸底阶段', '2023年12月下旬至2024年1月20日', false],
    ['募捐、走访慰问阶段', '2024年2月6日前', true],
    ['总结归档阶段', '2024年2月底前', true],
  ]);
});

describe('pudong-2024, a page of a newspaper', () => {
  const draft = draftOfNotice('pudong-2024');

  it('adds nothing to the total that the document states', () => {
    expect(draft.stated).toMatchObject({ reach: '约68万人次', amount: '3.3亿元' });
    const { amount, basis, itemised } = budgetOf(campaignOf(draft).campaign);
    expect([amount, basis]).toEqual([33_000_000_000n, 'stated']);
    // 近百万元, 近2900万元, 200多万元, 492.47万元, 5.1万元, 1750 × 200元, 575万元
    expect(itemised.amount).toBe(4_307_570_000n);
  });

  it('counts no figure of another year', () => {
    const past = measures(draft).filter(({ counts }) => !counts);
    expect(past.map(({ amount }) => amount)).toEqual(
      expect.arrayContaining(['472.93万元', '560.4万元', '5759.8万元', '175.6万元', '83.6万元']),
    );
    expect(draft.funds.filter(({ income }) => income !== null).map(({ income }) => income)).toEqual(['9万元']);
  });
});

it('putuo-2008 has no figures, and its draft says so', () => {
  const draft = draftOfNotice('putuo-2008');
  expect(draft.departments).toEqual([]);
  const aside = draft.figures.filter(({ fate }) => fate.kind === 'aside' && fate.reason !== 'date');
  expect(aside.map(({ text, fate }) => [text, fate.kind === 'aside' && fate.reason])).toEqual([
    ['15家', 'institution'],
  ]);
  expect(campaignOf(draft).campaign).toMatchObject({ year: 2008, departments: [] });
});
