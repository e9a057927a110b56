import { ageDay } from '../../domain/age-day.ts';
import { containment } from '../../domain/campaign/category.ts';
import type { Standard } from '../../domain/campaign/standard.ts';
import type { Fen } from '../../domain/money.ts';
import type { PayoutFacts } from '../../domain/row/payout-standard.ts';
import { LONGEST_REMARK, type SaidTiers, saidTiers } from '../../domain/row/said-tiers.ts';
import { isAmong } from '../../engine/among.ts';
import { ageOnDay } from './age.ts';
import type { Judged, RowSearch } from './row-rule.ts';

/** A payout of a measure with a standard, by all that its standard may depend on. */
export interface StandardCase {
  readonly standard: Standard;
  readonly facts: PayoutFacts & { readonly said: SaidTiers | null };
}

/** The standards of measures, by their index. */
export function standardsOf({ measures }: RowSearch['assignments']): Map<number, Standard> {
  return new Map(measures.flatMap(({ measure: { is } }, index) => (is?.standard ? [[index, is.standard]] : [])));
}

/** Judges the payouts of measures with these standards, each combination of what decides once. */
export async function judgeStandards(
  { campaign, assignments: { measures }, judge }: RowSearch,
  standards: ReadonlyMap<number, Standard>,
  verdict: (one: StandardCase) => ReturnType<Parameters<RowSearch['judge']>[2]>,
): Promise<Judged> {
  const ages = [...standards].flatMap(([index, { tiers }]) => {
    const is = measures[index]?.measure.is;
    const day = campaign && is && tiers?.some(({ age }) => age) ? ageDay(campaign, is) : null;
    return day === null ? [] : [`when ${index} then ${ageOnDay(day)}`];
  });
  const containing = containment(campaign?.categories ?? {});
  const readers = new Map(
    [...standards].flatMap(([index, standard]) => {
      const read = saidTiers(standard, containing, measures[index]?.measure.name);
      return read ? [[index, read] as const] : [];
    }),
  );
  const isOfSteps = isAmong('p.measure', [...readers.keys()]);
  return judge(
    {
      measure: 'p.measure',
      amount: 'p.amount',
      size: 'p.household_size',
      quantity: 'p.quantity',
      age: ages.length > 0 ? `case p.measure ${ages.join(' ')} end` : 'null',
      // Of a few words; the many that are stories would have to be judged one by one.
      remark:
        readers.size > 0
          ? `case when ${isOfSteps} and length(p.remark) <= ${LONGEST_REMARK} then p.remark end`
          : 'null',
      category: readers.size > 0 ? `case when ${isOfSteps} then p.category end` : 'null',
    },
    `p.amount > 0 and ${isAmong('p.measure', [...standards.keys()])}`,
    ({ measure, amount, size, quantity, age, remark, category }) => {
      const standard = standards.get(measure as number);
      if (!standard) return null;
      const householdSize = size as number | null;
      const words = { remark: (remark as string | null) ?? '', category: (category as string | null) ?? '' };
      return verdict({
        standard,
        facts: {
          amount: amount as Fen,
          householdSize,
          quantity: quantity as number | null,
          age: age as number | null,
          said: readers.get(measure as number)?.({ ...words, householdSize }) ?? null,
        },
      });
    },
  );
}
