import { maskPhone } from '../../domain/contact.ts';
import { ALLOWED, allowSharing } from './allowed-sharing.ts';
import { definePairRule, HOMES, PERSONS } from './pair-rule.ts';

/** One telephone number for several households. */
export default definePairRule<{ phone: string; persons: number; homes: number }>({
  id: 'shared-phone',
  severity: 'hint',
  documentation: {
    zh: { title: 'TODO', what: 'TODO', why: 'TODO', example: 'TODO', mend: 'TODO' },
    en: { title: 'TODO', what: 'TODO', why: 'TODO', example: 'TODO', mend: 'TODO' },
  },
  message: {
    zh: ({ phone, persons, homes }) => `${homes}户${persons}人共用电话 ${phone}`,
    en: ({ phone, persons, homes }) => `telephone ${phone} is used by ${persons} people of ${homes} households`,
  },
  needs: ['phone'],
  find: async (search) => {
    await allowSharing(search);
    return [
      {
        from: 'resolved',
        by: ['phone'],
        where: `r.phone is not null and r.phone not in (${ALLOWED.phone})`,
        having: 'min(r.home) <> max(r.home)',
        sure: `least(${HOMES}, ${PERSONS}) >= 3`,
        atStake: 'sum(r.amount)',
      },
    ];
  },
  show: ({ rows, persons, homes }) => ({ phone: maskPhone(rows[0]?.phone ?? ''), persons, homes }),
});
