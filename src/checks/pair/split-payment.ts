import { maskText } from '../../domain/masking.ts';
import { PAYS, totalOf } from './paid.ts';
import { definePairRule } from './pair-rule.ts';
import { IS_SPLIT_PAYMENT, splitPayments } from './split-payments.ts';

/** One payment in several parts, which add up to the standard. */
export default definePairRule<{ parts: number; measure: string; total: string | null }>({
  id: 'split-payment',
  severity: 'hint',
  documentation: {
    zh: { title: 'TODO', what: 'TODO', why: 'TODO', example: 'TODO', mend: 'TODO' },
    en: { title: 'TODO', what: 'TODO', why: 'TODO', example: 'TODO', mend: 'TODO' },
  },
  message: {
    zh: ({ parts, measure, total }) => `${measure}分${parts}次发，合计${total}元，符合标准`,
    en: ({ parts, measure, total }) => `${measure} in ${parts} parts, ${total} yuan in all, as the standard has it`,
  },
  needs: [['id_number', 'account', 'phone'], 'measure'],
  find: async (search) => {
    if (!search.campaign) return 'no-campaign';
    const split = await splitPayments(search);
    if (split === null) return 'no-policy';
    return [
      {
        from: 'repeated',
        by: ['identity', 'measure'],
        where: `${PAYS} and ${IS_SPLIT_PAYMENT}`,
        having: 'true',
        atStake: 'null',
      },
    ];
  },
  show: ({ rows }) => ({ parts: rows.length, measure: maskText(rows[0]?.measure ?? ''), total: totalOf(rows) }),
});
