import { maskText } from '../../domain/masking.ts';
import { STANDINGS } from '../../domain/roster-standing.ts';
import { isPerHousehold } from '../../domain/standard.ts';
import { definePairRule } from '../pair/pair-rule.ts';

/** Standings that take somebody off a roster; one who refused may have thought again, and the dead are blocked-payee’s. */
const TAKEN_OFF = ['moved', 'excluded'].map((standing) => STANDINGS.indexOf(standing as (typeof STANDINGS)[number]));

/** A payout for a measure that has rosters, to somebody who is on none of them. */
export default definePairRule<{ measure: string; unclear: boolean }>({
  id: 'not-on-roster',
  severity: 'warning',
  documentation: {
    zh: {
      title: '领了钱，不在名册上',
      what: '某项目有名册（rosters: 的 measures，或项目的 eligible: roster），领它的人不在其中任何一份上，或名册注明已迁出、已剔除。按户的项目，同户有人在册的也算在册。没有证件号、而名册上有同名的人的，不知道是不是，只作提示。',
      why: '名册是资格的依据。可能是名册过时、名单写错项目，也可能不该发。所列金额是发给他的合计。',
      example: '低保家庭节日补助发给了安一，低保名册上没有他。',
      mend: '核对名册的截止日期和本人资格：名册漏了的补进名册，项目写错的改正，确实不符合的不发。',
    },
    en: {
      title: 'Paid, and not on the roster',
      what: 'A measure has rosters (their measures:, or its eligible: roster), and somebody who is paid for it is on none of them, or is marked as moved away or taken off. For a measure per household it is enough that one of the household is on it. Whoever has no ID number and a name that a roster has too may be on it or not: a hint.',
      why: 'The roster is what entitles. It may be out of date, or the list may name the wrong measure, or the payment may not be due. The amount is all that is paid for the measure.',
      example: '安一 is paid for low-income households, and the roster of those does not have 安一.',
      mend: 'Check the roster’s date and the person’s entitlement: add whom the roster lacks, correct a wrong measure, and do not pay whoever does not qualify.',
    },
  },
  message: {
    zh: ({ measure, unclear }) =>
      unclear ? `领了“${measure}”，没有证件号，名册上有同名的人，不知道是不是` : `领了“${measure}”，不在它的名册上`,
    en: ({ measure, unclear }) =>
      unclear
        ? `paid for “${measure}” without an ID number; the roster has the same name, which may be the same person or not`
        : `paid for “${measure}”, and not on its roster`,
  },
  needs: [],
  find: async ({ lists: { database }, enrolment }) => {
    if (!enrolment) return 'no-roster';
    const { all, ofRoster } = enrolment.dues;
    const governed = all.flatMap(({ measure, indexes }, due) => {
      const rosters = ofRoster.flatMap((own, roster) => (own.includes(due) ? [roster] : []));
      return measure && indexes.length > 0 && rosters.length > 0 ? [{ measure, indexes, rosters, due }] : [];
    });
    if (governed.length === 0) return 'no-policy';
    await database.run(`create or replace temp table unentitled_row (list usmallint, row uinteger, identity bigint, home bigint,
      measure bigint, amount bigint, unclear boolean)`);
    for (const { measure, indexes, rosters, due } of governed) {
      const on = `from member where roster in (${rosters.join(', ')})`;
      const isOn = `${on} and (standing is null or standing not in (${TAKEN_OFF.join(', ')}))`;
      const ofHome =
        measure.standard && isPerHousehold(measure.standard)
          ? `and (r.household is null or r.household not in (select household ${isOn} and household is not null))`
          : '';
      await database.run(`insert into unentitled_row
        select r.list, r.row, r.identity, r.home, ${due}, r.amount, r.person is null and p.name in (select name ${on} and name is not null)
        from resolved r join payout p on p.list = r.list and p.row = r.row
        where r.measure in (${indexes.join(', ')}) and coalesce(r.amount, 1) > 0
          and r.identity not in (select identity ${isOn}) ${ofHome}`);
    }
    return governed.flatMap(({ measure, due }) =>
      [false, true].map((unclear) => ({
        from: 'unentitled_row',
        by: ['identity' as const],
        where: `r.measure = ${due} and ${unclear ? '' : 'not '}coalesce(r.unclear, false)`,
        having: 'true',
        most: true,
        atStake: 'sum(r.amount)',
        detail: { measure: measure.name, unclear: unclear ? 1 : 0 },
        ...(unclear ? { severity: 'hint' as const } : {}),
      })),
    );
  },
  show: ({ detail }) => ({ measure: maskText(String(detail.measure)), unclear: detail.unclear === 1 }),
});
