import { maskText } from '../../domain/shown/masking.ts';
import { isAmong } from '../../engine/among.ts';
import { distinctTexts } from './distinct-texts.ts';
import { defineGroupRule } from './group-rule.ts';
import { IDENTIFYING } from './identifying.ts';
import { PAYS, SUM, totalOf } from './paid.ts';

/** Somebody who is on the lists of several departments. */
export default defineGroupRule<{ departments: string[]; measures: string[]; total: string | null }>({
  id: 'several-departments',
  severity: 'warning',
  documentation: {
    zh: {
      title: '多部门重复享受',
      what: '同一人（认定同 paid-twice）在两个以上部门的名单上。活动文件 overlap.departments 写明一人可由几个部门帮困的，超过才算；只领 overlap.allow 某一组项目的不算。部门空着的行、0元的行不看。',
      why: '叠加常常是允许的，所以只是警告；但发钱前应当知道，才能做到“帮困措施相互衔接，确保救助对象全覆盖、不遗漏、不重复”。所列金额是各部门所发的合计，不等于多发。',
      example: '安一从民政局领冬令补助600元，又从残联领春节慰问500元。',
      mend: '部门之间核对是否知情。文件允许的写进活动文件：overlap: {allow: [[entitled, disabled-visit]]} 是可以同领的项目，overlap: {departments: 2} 是一人最多几个部门；不允许的，由一家发。',
    },
    en: {
      title: 'Paid by several departments',
      what: 'One person (as in paid-twice) is on the lists of two or more departments; where overlap.departments in the campaign says how many may help one person, of more than that. Whoever only gets measures of one combination in overlap.allow is not found. Rows without a department, or of 0 yuan, are left out.',
      why: 'Stacking is often lawful, so this is a warning; but it should be known before money leaves, so that the measures fit together (“帮困措施相互衔接，确保救助对象全覆盖、不遗漏、不重复”). The amount is what the departments pay in all, not what is too much.',
      example: '安一 gets 600 yuan from 民政局 (冬令补助) and 500 from 残联 (春节慰问).',
      mend: 'Ask whether the departments know of each other. What the document allows goes into the campaign: overlap: {allow: [[entitled, disabled-visit]]} for measures that may go together, overlap: {departments: 2} for how many may help one person. Where it is not allowed, let one of them pay.',
    },
  },
  message: {
    zh: ({ departments, measures, total }) =>
      `${departments.join('、')}都发了${measures.length === 0 ? '' : `（${measures.join('、')}）`}${total === null ? '' : `，合计${total}元`}`,
    en: ({ departments, measures, total }) =>
      `paid by ${departments.join(', ')}${measures.length === 0 ? '' : ` (${measures.join(', ')})`}${total === null ? '' : `, ${total} yuan in all`}`,
  },
  needs: [IDENTIFYING],
  find: ({ campaign, lists: { assignments } }) => {
    const unnamed = assignments.departments.flatMap(({ name }, index) => (name === '' ? [index] : []));
    const { allow = [], departments: most = 1 } = campaign?.overlap ?? {};
    const together = allow.map((ids) =>
      assignments.measures.flatMap(({ measure: { is } }, index) => (is && ids.includes(is.id) ? [index] : [])),
    );
    const allowed = together.flatMap((indexes) =>
      indexes.length > 1 ? [`bool_and(${isAmong('r.measure', indexes)})`] : [],
    );
    return [
      {
        from: 'repeated',
        by: ['identity'],
        where: [PAYS, ...(unnamed.length > 0 ? [`not ${isAmong('r.department', unnamed)}`] : [])].join(' and '),
        having: ['min(r.department) <> max(r.department)', ...allowed.map((sql) => `not ${sql}`)].join(' and '),
        ...(most > 1 ? { sure: `count(distinct r.department) > ${most}` } : {}),
        taken: { as: 'person' },
        most: true, // of people on several lists most are on those of several departments
        atStake: SUM,
      },
    ];
  },
  show: ({ rows }) => ({
    departments: distinctTexts(rows.map(({ department }) => maskText(department))),
    measures: distinctTexts(rows.flatMap(({ measure }) => (measure === '' ? [] : [maskText(measure)]))),
    total: totalOf(rows),
  }),
});
