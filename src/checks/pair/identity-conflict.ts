import { maskId } from '../../domain/id-number.ts';
import { maskText } from '../../domain/masking.ts';
import { IS_SPLIT } from '../../identity/node.ts';
import { distinctTexts } from './distinct-texts.ts';
import { definePairRule } from './pair-rule.ts';

/** One valid ID number under names that are not near each other. */
export default definePairRule<{ names: string[]; id: string }>({
  id: 'identity-conflict',
  severity: 'error',
  documentation: {
    zh: { title: 'TODO', what: 'TODO', why: 'TODO', example: 'TODO', mend: 'TODO' },
    en: { title: 'TODO', what: 'TODO', why: 'TODO', example: 'TODO', mend: 'TODO' },
  },
  message: {
    zh: ({ id, names }) => `${id} 有${names.length}个姓名：${names.join('、')}`,
    en: ({ id, names }) => `${id} stands under ${names.length} names: ${names.join(', ')}`,
  },
  needs: ['id_number', 'name'],
  find: () => [
    {
      from: 'resolved',
      by: ['person'],
      where: `r.person > 0 and ${IS_SPLIT}`,
      having: 'min(r.identity) <> max(r.identity)',
      atStake: 'sum(r.amount)',
    },
  ],
  show: ({ rows }) => ({
    id: maskId(rows[0]?.id ?? ''),
    names: distinctTexts(rows.map(({ name }) => maskText(name ?? ''))),
  }),
});
