import type { Campaign } from '../../domain/campaign.ts';
import type { Measure } from '../../domain/measure.ts';
import { TOO_MUCH } from './paid.ts';
import type { GroupQuery } from './pair-rule.ts';
import { definePairRule } from './pair-rule.ts';

/** Two measures of which the campaign excludes one for whoever gets the other. */
export default definePairRule<{ measure: string; excluded: string; ofHousehold: boolean }>({
  id: 'excluded-combination',
  severity: 'error',
  documentation: {
    zh: { title: 'TODO', what: 'TODO', why: 'TODO', example: 'TODO', mend: 'TODO' },
    en: { title: 'TODO', what: 'TODO', why: 'TODO', example: 'TODO', mend: 'TODO' },
  },
  message: {
    zh: ({ measure, excluded, ofHousehold }) => `${ofHousehold ? '同一户' : ''}领了“${excluded}”，不得再领“${measure}”`,
    en: ({ measure, excluded, ofHousehold }) =>
      `${ofHousehold ? 'one household' : 'one person'} gets “${measure}”, which excludes whoever gets “${excluded}”`,
  },
  needs: [['id_number', 'account', 'phone'], 'measure'],
  find: ({ campaign, lists: { assignments } }) => {
    if (!campaign) return 'no-campaign';
    const exclusions = exclusionsOf(campaign);
    if (exclusions.length === 0) return 'no-policy';
    // A measure has several indexes where rows name it beside another department, or beside none.
    const isOf = (id: string) => {
      const indexes = assignments.measures.flatMap(({ measure }, index) => (measure.is?.id === id ? [index] : []));
      return indexes.length > 0 ? `r.measure in (${indexes.join(', ')})` : null;
    };
    return exclusions.flatMap(({ measure, excluded, of }): GroupQuery[] => {
      const [one, other] = [isOf(measure.id), isOf(excluded.id)];
      if (one === null || other === null) return [];
      const household = of === 'household';
      return [
        {
          from: household ? 'resolved' : 'repeated',
          by: [household ? 'home' : 'identity'],
          where: `(${one} or ${other}) and coalesce(r.amount, 1) > 0`,
          having: `bool_or(${one}) and bool_or(${other})`,
          atStake: TOO_MUCH,
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
}

/** Every pair of measures once; that it is of a whole household, when either says so. */
function exclusionsOf({ departments }: Campaign): Exclusion[] {
  const measures = departments.flatMap((department) => department.measures);
  const found = new Map<string, Exclusion>();
  for (const measure of measures) {
    for (const { measure: id, of } of measure.excludes) {
      const excluded = measures.find((each) => each.id === id);
      if (!excluded || excluded === measure) continue;
      const pair = [measure.id, id].sort().join(' ');
      const known = found.get(pair);
      if (!known) found.set(pair, { measure, excluded, of });
      else if (of === 'household') found.set(pair, { ...known, of });
    }
  }
  return [...found.values()];
}
