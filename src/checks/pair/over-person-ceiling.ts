import { grouped, yuan } from '../../domain/money.ts';
import { definePairRule } from './pair-rule.ts';

/** A person who gets more in all than the campaign allows. */
export default definePairRule<{ total: string; ceiling: string }>({
  id: 'over-person-ceiling',
  severity: 'error',
  documentation: {
    zh: { title: 'TODO', what: 'TODO', why: 'TODO', example: 'TODO', mend: 'TODO' },
    en: { title: 'TODO', what: 'TODO', why: 'TODO', example: 'TODO', mend: 'TODO' },
  },
  message: {
    zh: ({ total, ceiling }) => `一人合计${total}元，超过上限${ceiling}元`,
    en: ({ total, ceiling }) => `one person gets ${total} yuan in all, over the ceiling of ${ceiling}`,
  },
  needs: [['id_number', 'account', 'phone'], 'amount'],
  find: ({ campaign }) => {
    if (!campaign) return 'no-campaign';
    const ceiling = campaign.overlap?.person;
    if (!ceiling) return 'no-policy';
    return [
      {
        from: 'resolved',
        by: ['identity'],
        where: 'true',
        having: `sum(r.amount) > ${ceiling.value}`,
        atStake: `sum(r.amount) - ${ceiling.value}`,
        detail: { ceiling: String(ceiling.value) },
      },
    ];
  },
  show: ({ atStake, detail }) => ({
    total: grouped(yuan(BigInt(String(detail.ceiling)) + (atStake ?? 0n))),
    ceiling: grouped(yuan(BigInt(String(detail.ceiling)))),
  }),
});
