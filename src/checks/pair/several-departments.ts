import { maskText } from '../../domain/masking.ts';
import { distinctTexts } from './distinct-texts.ts';
import { totalOf } from './paid.ts';
import { definePairRule } from './pair-rule.ts';

/** Somebody who is on the lists of several departments. */
export default definePairRule<{ departments: string[]; measures: string[]; total: string | null }>({
  id: 'several-departments',
  severity: 'warning',
  documentation: {
    zh: { title: 'TODO', what: 'TODO', why: 'TODO', example: 'TODO', mend: 'TODO' },
    en: { title: 'TODO', what: 'TODO', why: 'TODO', example: 'TODO', mend: 'TODO' },
  },
  message: {
    zh: ({ departments, measures, total }) =>
      `${departments.join('、')}都发（${measures.filter(Boolean).join('、')}）${total === null ? '' : `，合计${total}元`}`,
    en: ({ departments, measures, total }) =>
      `paid by ${departments.join(', ')} (${measures.filter(Boolean).join(', ')})${total === null ? '' : `, ${total} yuan in all`}`,
  },
  needs: [['id_number', 'account', 'phone']],
  find: ({ campaign, lists: { assignments } }) => {
    const unnamed = assignments.departments.flatMap(({ name }, index) => (name === '' ? [index] : []));
    const { allow = [], departments: most = 1 } = campaign?.overlap ?? {};
    const together = allow.map((ids) =>
      assignments.measures.flatMap(({ measure: { is } }, index) => (is && ids.includes(is.id) ? [index] : [])),
    );
    const allowed = together.flatMap((indexes) =>
      indexes.length > 1 ? [`bool_and(r.measure in (${indexes.join(', ')}))`] : [],
    );
    return [
      {
        from: 'repeated',
        by: ['identity'],
        where: unnamed.length > 0 ? `r.department not in (${unnamed.join(', ')})` : 'true',
        having: ['min(r.department) <> max(r.department)', ...allowed.map((sql) => `not ${sql}`)].join(' and '),
        ...(most > 1 ? { sure: `count(distinct r.department) > ${most}` } : {}),
        atStake: 'sum(r.amount)',
      },
    ];
  },
  show: ({ rows }) => ({
    departments: distinctTexts(rows.map(({ department }) => maskText(department))),
    measures: distinctTexts(rows.map(({ measure }) => maskText(measure))),
    total: totalOf(rows),
  }),
});
