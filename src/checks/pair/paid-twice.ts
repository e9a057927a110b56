import { maskText } from '../../domain/masking.ts';
import { PAID_OFTEN, PAYS, TOO_MUCH, totalOf } from './paid.ts';
import { definePairRule } from './pair-rule.ts';
import { notSplit } from './split-payments.ts';

/** The same person paid more than once for the same measure. */
export default definePairRule<{
  times: number;
  measure: string;
  department: string;
  total: string | null;
  sameRows: boolean;
}>({
  id: 'paid-twice',
  severity: 'error',
  documentation: {
    zh: { title: 'TODO', what: 'TODO', why: 'TODO', example: 'TODO', mend: 'TODO' },
    en: { title: 'TODO', what: 'TODO', why: 'TODO', example: 'TODO', mend: 'TODO' },
  },
  message: {
    zh: ({ times, measure, department, total, sameRows }) =>
      sameRows
        ? `${department}${times}条记录一样（没有写项目）${total === null ? '' : `，合计${total}元`}`
        : `${measure}发了${times}次${total === null ? '' : `，合计${total}元`}`,
    en: ({ times, measure, department, total, sameRows }) =>
      sameRows
        ? `${times} rows of ${department} say the same (no measure)${total === null ? '' : `, ${total} yuan in all`}`
        : `${measure} paid ${times} times${total === null ? '' : `, ${total} yuan in all`}`,
  },
  needs: [['id_number', 'account', 'phone']],
  find: async (search) => {
    const { measures } = search.lists.assignments;
    const unnamed = measures.flatMap(({ measure }, index) => (measure.name === '' ? [index] : []));
    const named = unnamed.length > 0 ? `r.measure not in (${unnamed.join(', ')})` : 'true';
    const twice = { from: 'repeated', atStake: TOO_MUCH } as const;
    return [
      {
        ...twice,
        by: ['identity', 'measure'],
        where: `${named} and ${PAYS} and ${await notSplit(search)}`,
        having: PAID_OFTEN,
      },
      // Nobody knows what for: only rows that say the same are doubted.
      {
        ...twice,
        by: ['identity', 'department', 'amount', 'day'],
        where: `not (${named}) and coalesce(r.amount, 1) > 0`,
        having: 'count(*) > 1',
        severity: 'warning',
        detail: { sameRows: 1 },
      },
    ];
  },
  show: ({ rows, detail }) => ({
    times: rows.length,
    measure: maskText(rows[0]?.measure ?? ''),
    department: maskText(rows[0]?.department ?? ''),
    total: totalOf(rows),
    sameRows: detail.sameRows === 1,
  }),
});
