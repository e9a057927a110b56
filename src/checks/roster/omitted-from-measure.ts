import { fate } from '../../totals/cover/enrolment.ts';
import { defineGroupRule } from '../group/group-rule.ts';

/** Somebody who is on lists, or reached through the household, but not for a measure that their roster is for. */
export default defineGroupRule<{ measure: string; throughHome: boolean }>({
  id: 'omitted-from-measure',
  severity: 'warning',
  documentation: {
    zh: {
      title: '在名单上，但没有应得的项目',
      what: '名册（rosters: 的 measures，或项目的 eligible: roster）上的人在别的名单上有，或同户有人领了按户的另一项，名册对应的这一项却没有；按户的项目，同一户有人领了的不算。还没有任何名单发放的项目不看。领了与它互斥（excludes）的项目的、年龄不符的，不算。',
      why: '有一份不等于该有的都有：“不遗漏”是一项一项算的。',
      example: '低保名册对应“节日补助”和“实物帮困”，安一只在实物的名单上。',
      mend: '核实后补进这一项的名单；确实不该有的，写进项目的 excludes 或名册的备注。',
    },
    en: {
      title: 'On a list, but not for a measure that is due',
      what: 'Somebody on a roster (its measures:, or the measure’s eligible: roster) is on other lists, or was reached by another measure through the household, but not for a measure that the roster is for; for a measure per household, one payout reaches all of it. Measures that no list pays yet are not looked at. Whoever got a measure that excludes it, or is not of the age, is not counted.',
      why: 'To have got something is not to have got what is due: nobody is to be left out of any measure (“不遗漏”).',
      example: 'The roster of low-income households is for money and for goods, and 安一 is on the list of goods only.',
      mend: 'Verify, and add the person to the measure’s list; where it is not due after all, say so in excludes: or in the roster’s remark.',
    },
  },
  message: {
    zh: ({ measure, throughHome }) =>
      `名册上有，${throughHome ? '同户有人领了别的' : '在别的名单上'}，没有“${measure}”`,
    en: ({ measure, throughHome }) =>
      `on the roster and ${throughHome ? 'reached through the household' : 'on other lists'}, but not for “${measure}”`,
  },
  needs: [],
  find: async ({ lists: { database }, enrolment }) => {
    if (!enrolment) return 'no-roster';
    const dues = enrolment.dues.all.flatMap(({ measure, indexes }, due) =>
      measure !== null && indexes.length > 0 && enrolment.dues.ofRoster.some((own) => own.includes(due))
        ? [{ due, name: measure.name }]
        : [],
    );
    if (dues.length === 0) return 'no-policy';
    // What else they got is shown beside: a person decides whether that stands for it.
    await database.run(`create or replace temp table lacking_row as
      with lacking as (select d.roster, d.identity, d.due, l.identity is null as through_home from member_due d
        join member m on m.roster = d.roster and m.identity = d.identity left join listed_person l on l.identity = d.identity
        where not d.reached and not d.lifted and m.fate <= ${fate('elsewhere')})
      select e.list, e.row, e.identity, e.home, l.due as measure, l.through_home from lacking l
        join roster_of o on o.roster = l.roster join enrolled e on e.list = o.list and e.identity = l.identity
      union all select r.list, r.row, r.identity, r.home, l.due, false from (select distinct identity, due from lacking) l
        join resolved r on r.identity = l.identity`);
    return dues.flatMap(({ due, name }) =>
      [false, true].map((throughHome) => ({
        from: 'lacking_row',
        by: ['identity' as const],
        where: `r.measure = ${due} and ${throughHome ? '' : 'not '}r.through_home`,
        having: 'true',
        most: true,
        atStake: 'null',
        detail: { measure: name, throughHome: throughHome ? 1 : 0 },
      })),
    );
  },
  show: ({ detail }) => ({ measure: String(detail.measure), throughHome: detail.throughHome === 1 }),
});
