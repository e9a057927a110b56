import { maskText } from '../../domain/masking.ts';
import { isPerHousehold } from '../../domain/standard.ts';
import { TOO_MUCH } from './paid.ts';
import { definePairRule } from './pair-rule.ts';

/** Several people of one household paid for the same measure. */
export default definePairRule<{ persons: number; measure: string; perHousehold: boolean }>({
  id: 'household-paid-twice',
  severity: 'error',
  documentation: {
    zh: { title: 'TODO', what: 'TODO', why: 'TODO', example: 'TODO', mend: 'TODO' },
    en: { title: 'TODO', what: 'TODO', why: 'TODO', example: 'TODO', mend: 'TODO' },
  },
  message: {
    zh: ({ persons, measure, perHousehold }) =>
      `同一户${persons}人都领了${measure}${perHousehold ? '，标准是按户的' : ''}`,
    en: ({ persons, measure, perHousehold }) =>
      `${persons} people of one household get ${measure}${perHousehold ? ', whose standard is per household' : ''}`,
  },
  needs: [['household_id', 'head_id', 'address'], 'measure'],
  find: ({ lists: { assignments } }) => {
    const { measures } = assignments;
    const indexes = (is: (each: (typeof measures)[number]) => boolean) => [
      -1,
      ...measures.flatMap((each, index) => (is(each) ? [index] : [])),
    ];
    const unnamed = indexes(({ measure }) => measure.name === '');
    const perHousehold = indexes(({ measure: { is } }) => is?.standard !== undefined && isPerHousehold(is.standard));
    const twice = {
      from: 'resolved',
      by: ['household', 'measure'],
      having: 'min(r.identity) <> max(r.identity)',
      atStake: TOO_MUCH,
    } as const;
    const where = `r.household is not null and coalesce(r.amount, 1) > 0 and r.measure not in (${unnamed.join(', ')})`;
    const isPer = `r.measure in (${perHousehold.join(', ')})`;
    return [
      { ...twice, where: `${where} and ${isPer}`, detail: { perHousehold: 1 } },
      { ...twice, where: `${where} and not ${isPer}`, severity: 'hint', atStake: 'null' },
    ];
  },
  show: ({ persons, rows, detail }) => ({
    persons,
    measure: maskText(rows[0]?.measure ?? ''),
    perHousehold: detail.perHousehold === 1,
  }),
});
