import { maskAccount } from '../../domain/contact.ts';
import { ALLOWED, allowSharing } from './allowed-sharing.ts';
import { definePairRule, HOMES, PERSONS } from './pair-rule.ts';
import { severityIs } from './store-groups.ts';

/** One bank account for several people. */
export default definePairRule<{ account: string; persons: number; homes: number }>({
  id: 'shared-account',
  severity: 'warning',
  documentation: {
    zh: { title: 'TODO', what: 'TODO', why: 'TODO', example: 'TODO', mend: 'TODO' },
    en: { title: 'TODO', what: 'TODO', why: 'TODO', example: 'TODO', mend: 'TODO' },
  },
  message: {
    zh: ({ account, persons, homes }) => `${homes}户${persons}人共用账号 ${account}`,
    en: ({ account, persons, homes }) =>
      `account ${account} is used by ${persons} people of ${homes} ${homes === 1 ? 'household' : 'households'}`,
  },
  needs: ['account'],
  find: async (search) => {
    await allowSharing(search);
    return [
      {
        from: 'resolved',
        by: ['account'],
        where: `r.account is not null and r.account not in (${ALLOWED.account})`,
        having: 'min(r.identity) <> max(r.identity)',
        severity: { sql: `case when ${PERSONS} < 3 or ${HOMES} < 2 then ${severityIs('hint')} end` },
        atStake: 'sum(r.amount)',
      },
    ];
  },
  show: ({ rows, persons, homes }) => ({ account: maskAccount(rows[0]?.account ?? ''), persons, homes }),
});
