import { ageDay } from '../../domain/age-day.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { fitsCondition, lowestOf } from '../../domain/row/condition.ts';
import { isAmong } from '../../engine/among.ts';
import { ageOnDay } from './age.ts';
import { defineRowRule, type RowSearch } from './row-rule.ts';
import { unlisted } from './unlisted.ts';

/**
 * Somebody too young or too old for the measure. The age itself is not said: beside a masked ID number, whose check digit is known, it
 * leaves some thirty numbers.
 */
export default defineRowRule<{ measure: string; isYoung: boolean; day: string; eligible: string }>({
  id: 'age-not-eligible',
  severity: 'error',
  documentation: {
    zh: {
      title: '年龄不符合条件',
      what: '项目写明年龄条件（eligible: age），这一行的人不在其内。年龄按身份证号算到项目写明的日子（as-of），没有写的算到春节那天；没有身份证号的用年龄一栏。',
      why: '文件定的条件，不符合的不应发；差一岁也可能是算的日子不同，所以写明算到哪天。',
      example: '高龄老人慰问要求80周岁及以上，这一行79周岁。',
      mend: '核对身份证号和该项目的条件；文件另有规定的（如“含当年满80周岁”），改活动文件。',
    },
    en: {
      title: 'Age does not fit the measure',
      what: 'The measure has a condition on age (eligible: age) that the person of this row does not meet. Age is counted by the ID number on the day that the measure names, else on the Spring Festival; without an ID number, the column of ages decides.',
      why: 'The document sets the condition, and nobody else should be paid; as a year may be a matter of the day, the day is said.',
      example: 'The measure is for people of 80 and over (80周岁及以上), this one is 79.',
      mend: 'Check the ID number and the condition; if the document counts differently (“含当年满80周岁”), correct the campaign file.',
    },
  },
  message: {
    zh: ({ measure, isYoung, day, eligible }) =>
      `按${day}算，年龄${isYoung ? '不够' : '超过了'}，${measure}要求${inChinese(eligible)}`,
    en: ({ measure, isYoung, day, eligible }) =>
      `too ${isYoung ? 'young' : 'old'} on ${day}: ${measure} is for those aged ${eligible}`,
  },
  needs: [['id_number', 'age']],
  find: async ({ campaign, assignments: { measures }, judge }) => {
    if (!campaign) return 'no-campaign';
    const conditions = conditionsOf(campaign, measures);
    if (conditions.size === 0) return unlisted(campaign, ({ eligible }) => eligible?.age !== undefined);
    const judged = await judge(
      { measure: 'p.measure', age: ageOf(conditions) },
      isAmong('p.measure', [...conditions.keys()]),
      ({ measure, age }) => {
        const condition = conditions.get(measure as number);
        if (!condition || typeof age !== 'number') return null;
        return fitsCondition(condition.eligible, age) ? null : { detail: { ...condition, age } };
      },
    );
    return [{ where: 'true', judged }];
  },
  passesOver: ({ campaign, assignments: { measures } }) => {
    const conditions = campaign ? conditionsOf(campaign, measures) : new Map<number, Condition>();
    const undated = measures.flatMap(({ measure: { is } }, index) =>
      is?.eligible?.age !== undefined && !conditions.has(index) ? [index] : [],
    );
    const isDated = isAmong('p.measure', [...conditions.keys()]);
    const unknown = conditions.size > 0 ? `(${isDated} and ${ageOf(conditions)} is null)` : 'false';
    return conditions.size + undated.length > 0
      ? [{ why: 'no-age', where: `${unknown} or ${isAmong('p.measure', undated)}` }]
      : [];
  },
  show: ({ measure }, { age, day, eligible }) => ({
    measure,
    isYoung: Number(age) < lowestOf(String(eligible)),
    day: String(day),
    eligible: String(eligible),
  }),
});

interface Condition {
  readonly eligible: string;
  readonly day: Day;
}

/** What measures (by their index) say of the age of whoever gets them, and the day on which that is counted. */
function conditionsOf(campaign: Campaign, measures: RowSearch['assignments']['measures']): Map<number, Condition> {
  return new Map(
    measures.flatMap(({ measure: { is } }, index) => {
      const eligible = is?.eligible?.age;
      const day = is && eligible !== undefined ? ageDay(campaign, is) : null;
      return eligible === undefined || day === null ? [] : [[index, { eligible, day }] as const];
    }),
  );
}

/** SQL: how old somebody is on the day of their measure. */
const ageOf = (conditions: ReadonlyMap<number, Condition>): string =>
  `case p.measure ${[...conditions].map(([index, { day }]) => `when ${index} then ${ageOnDay(day)}`).join(' ')} end`;

/** `60-79` and `80+` in words. */
function inChinese(condition: string): string {
  return condition.endsWith('+') ? `${condition.slice(0, -1)}周岁及以上` : `${condition}周岁`;
}
