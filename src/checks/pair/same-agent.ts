import { maskText } from '../../domain/masking.ts';
import { ALLOWED, allowSharing } from './allowed-sharing.ts';
import { definePairRule, HOMES, PERSONS } from './pair-rule.ts';

/** One person who collects for several households. */
export default definePairRule<{ agent: string; persons: number; homes: number }>({
  id: 'same-agent',
  severity: 'hint',
  documentation: {
    zh: { title: 'TODO', what: 'TODO', why: 'TODO', example: 'TODO', mend: 'TODO' },
    en: { title: 'TODO', what: 'TODO', why: 'TODO', example: 'TODO', mend: 'TODO' },
  },
  message: {
    zh: ({ agent, persons, homes }) => `${agent}代${homes}户${persons}人领取`,
    en: ({ agent, persons, homes }) => `${agent} collects for ${persons} people of ${homes} households`,
  },
  needs: ['agent'],
  find: async (search) => {
    await allowSharing(search);
    return [
      {
        from: 'resolved',
        by: ['agent'],
        where: `r.agent is not null and r.agent not in (${ALLOWED.agent})`,
        having: 'min(r.home) <> max(r.home)',
        sure: `least(${HOMES}, ${PERSONS}) >= 3`,
        atStake: 'sum(r.amount)',
      },
    ];
  },
  show: ({ rows, persons, homes }) => ({
    agent: maskText(rows.find((row) => row.agent !== null)?.agent ?? ''),
    persons,
    homes,
  }),
});
