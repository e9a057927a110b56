import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Measure } from '../../domain/campaign/measure.ts';
import { isAmong } from '../../engine/among.ts';
import type { GroupQuery } from './group-rule.ts';
import { defineGroupRule } from './group-rule.ts';
import { IDENTIFYING } from './identifying.ts';
import { PAYS } from './paid.ts';

/** Two measures of which the campaign excludes one for whoever gets the other. */
export default defineGroupRule<{ measure: string; excluded: string; ofHousehold: boolean }>({
  id: 'excluded-combination',
  severity: 'error',
  documentation: {
    zh: {
      title: '领了不得同领的项目',
      what: '活动文件用 excludes 写明领了甲项的不再领乙项，而同一人两项都领了；写 of: household 的，同一户里有人领甲项、有人领乙项也算。没有写金额的实物算领了；0元的、已全部冲回的不算。名单上的项目与活动文件对不上的，看不出来。',
      why: '文件测算时已把两类人分开（“城镇低保家庭（不含前述‘现金补助’人员）”），两项都领就重复了。所列金额是不该领的那一项；两项互相排除的，是较小的一项。',
      example: '安一领了优抚对象补助550元，又领低保家庭补助300元，而低保家庭补助写着 excludes: [entitled]。',
      mend: '停发或追回不该领的一项。文件其实允许的，改该项目的 excludes:，排除到人写项目编号，排除到户写 {measure: 编号, of: household}。',
    },
    en: {
      title: 'Measures that exclude each other',
      what: 'excludes in the campaign says that whoever gets one measure does not get another, and one person gets both; with of: household, also when different people of one household do. Goods without an amount are got; what is 0, or was taken back in full, is not. A measure that the list names otherwise than the campaign is not seen.',
      why: 'The document keeps the two groups apart when it counts (“城镇低保家庭（不含前述‘现金补助’人员）”), so whoever gets both is paid for one need twice. The amount is that of the measure that should not have been paid; where each excludes the other, the smaller.',
      example: '安一 gets 550 yuan as 优抚对象 and 300 yuan as 低保家庭, a measure that says excludes: [entitled].',
      mend: 'Stop or recover what should not have been paid. Where the document allows both, correct excludes: of the measure: an id for the person alone, {measure: ID, of: household} for everybody in the household.',
    },
  },
  message: {
    zh: ({ measure, excluded, ofHousehold }) =>
      `${ofHousehold ? '同一户有人' : ''}领了“${excluded}”，不得再领“${measure}”`,
    en: ({ measure, excluded, ofHousehold }) =>
      `“${measure}” is not for ${ofHousehold ? 'a household that' : 'somebody who'} gets “${excluded}”`,
  },
  needs: [IDENTIFYING, 'measure'],
  find: ({ campaign, lists: { assignments } }) => {
    if (!campaign) return 'no-campaign';
    const exclusions = exclusionsOf(campaign);
    if (exclusions.length === 0) return 'no-policy';
    const indexesOf = (id: string) =>
      assignments.measures.flatMap(({ measure }, index) => (measure.is?.id === id ? [index] : []));
    return exclusions.flatMap(({ measure, excluded, of, mutual }): GroupQuery[] => {
      const [one, other] = [indexesOf(measure.id), indexesOf(excluded.id)];
      if (one.length === 0 || other.length === 0) return [];
      const household = of === 'household';
      const rowsOf = (indexes: readonly number[]) => `filter (${isAmong('r.measure', indexes)})`;
      // Goods have no amount and are paid.
      const isPaid = (indexes: readonly number[]) => `sum(coalesce(r.amount, 1)) ${rowsOf(indexes)} > 0`;
      const [atStake, ofOther] = [one, other].map((indexes) => `sum(r.amount) ${rowsOf(indexes)}`) as [string, string];
      return [
        {
          from: household ? 'resolved' : 'repeated',
          by: [household ? 'home' : 'identity'],
          where: `r.measure in (${[...one, ...other].join(', ')}) and ${PAYS}`,
          having: `${isPaid(one)} and ${isPaid(other)}`,
          taken: { as: of },
          atStake: mutual ? `least(${atStake}, ${ofOther})` : atStake,
          detail: { measure: measure.name, excluded: excluded.name, household: household ? 1 : 0 },
        },
      ];
    });
  },
  show: ({ detail }) => ({
    measure: String(detail.measure),
    excluded: String(detail.excluded),
    ofHousehold: detail.household === 1,
  }),
});

interface Exclusion {
  readonly measure: Measure;
  readonly excluded: Measure;
  readonly of: 'person' | 'household';
  /** Whether each excludes the other. */
  readonly mutual: boolean;
}

/** Every pair of measures once, as the first of them says it; of a whole household when either says so. */
function exclusionsOf({ departments }: Campaign): Exclusion[] {
  const measures = departments.flatMap((department) => department.measures);
  const found = new Map<string, Exclusion>();
  for (const measure of measures) {
    for (const { measure: id, of } of measure.excludes) {
      const excluded = measures.find((each) => each.id === id);
      if (!excluded || excluded === measure) continue;
      const pair = [measure.id, id].sort().join(' ');
      const known = found.get(pair);
      if (!known) found.set(pair, { measure, excluded, of, mutual: false });
      else {
        const widest = of === 'household' ? of : known.of;
        found.set(pair, { ...known, of: widest, mutual: known.mutual || known.measure !== measure });
      }
    }
  }
  return [...found.values()];
}
