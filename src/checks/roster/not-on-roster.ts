import { isPerHousehold } from '../../domain/campaign/standard.ts';
import { maskText } from '../../domain/shown/masking.ts';
import { isAmong } from '../../engine/among.ts';
import { IS_SPLIT } from '../../identity/node.ts';
import { TAKEN_OFF_NUMBERS } from '../../totals/cover/enrolment.ts';
import { DOUBTS as MEMBER_DOUBTS } from '../../totals/cover/members-in-doubt.ts';
import { defineGroupRule } from '../group/group-rule.ts';
import { SUM } from '../group/paid.ts';

/** Why somebody may be on it after all, if anything. */
const DOUBTS = ['none', ...MEMBER_DOUBTS] as const;
type Doubt = (typeof DOUBTS)[number];
const doubtIs = (name: Doubt): number => DOUBTS.indexOf(name);

/** A payout for a measure that has rosters, to somebody who is on none of them. */
export default defineGroupRule<{ measure: string; doubt: Doubt }>({
  id: 'not-on-roster',
  severity: 'warning',
  documentation: {
    zh: {
      title: '领了钱，不在名册上',
      what: '某项目有名册（rosters: 的 measures，或项目的 eligible: roster），领它的人不在其中任何一份上，或名册注明已迁出、已剔除。按户的项目，同户有人在册的也算在册。名册上有同名的人而有一方没有有效证件号的，有像是他的人（probable-same-person）的，有同一证件号而姓名不同的，不知道是不是，只作提示。',
      why: '名册是资格的依据。可能是名册过时、名单写错项目，也可能不该发。所列金额是发给他的合计。',
      example: '低保家庭节日补助发给了安一，低保名册上没有他。',
      mend: '核对名册的截止日期和本人资格：名册漏了的补进名册，项目写错的改正，确实不符合的不发。',
    },
    en: {
      title: 'Paid, and not on the roster',
      what: 'A measure has rosters (their measures:, or its eligible: roster), and somebody who is paid for it is on none of them, or is marked as moved away or taken off. For a measure per household it is enough that one of the household is on it. Where a roster has the same name and one of the two has no valid ID number, or somebody who may be the same person (as in probable-same-person), or the number under another name, it may be the same person or not: a hint.',
      why: 'The roster is what entitles. It may be out of date, or the list may name the wrong measure, or the payment may not be due. The amount is all that is paid for the measure.',
      example: '安一 is paid for low-income households, and the roster of those does not have 安一.',
      mend: 'Check the roster’s date and the person’s entitlement: add whom the roster lacks, correct a wrong measure, and do not pay whoever does not qualify.',
    },
  },
  message: {
    zh: ({ measure, doubt }) => `领了“${measure}”，${SAID.zh[doubt]}`,
    en: ({ measure, doubt }) => `paid for “${measure}”, and ${SAID.en[doubt]}`,
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
      measure bigint, amount bigint, doubt utinyint)`);
    for (const { measure, indexes, rosters, due } of governed) {
      const on = `from member where roster in (${rosters.join(', ')})`;
      const isOn = `${on} and (excuse is null or excuse not in (${TAKEN_OFF_NUMBERS}))`;
      const homes = (which: string) =>
        `select household from member_home where ${which} and (roster, identity) in (select (roster, identity) ${isOn})`;
      const ofHome = (which: string) =>
        measure.standard && isPerHousehold(measure.standard)
          ? `coalesce(r.household in (${homes(which)}), false)`
          : 'false';
      const named = `select unnest(names) ${on}`;
      const asked = (one: string, other: string) =>
        `select ${one} from asked_pair where ${other} in (select identity ${isOn})`;
      const askedOn = `${asked('one', 'other')} union all ${asked('other', 'one')}`;
      // Of all rows of a person: one that says less must not make two findings of them.
      await database.run(`insert into unentitled_row
        select r.list, r.row, r.identity, r.home, ${due}, r.amount, max(case
          when ${IS_SPLIT} then case when r.person in (select e.person from enrolled e join roster_of o on o.list = e.list
            where e.person > 0 and o.roster in (${rosters.join(', ')})) then ${doubtIs('number')} else 0 end
          when r.identity in (${askedOn}) then ${doubtIs('likely')} when ${ofHome('true')} then ${doubtIs('home')}
          when p.name in (${named} and not comparable) or r.identity < 0 and p.name in (${named}) then ${doubtIs('name')}
          else 0 end) over (partition by r.identity)
        from resolved r join payout p on p.list = r.list and p.row = r.row
        where ${isAmong('r.measure', indexes)} and coalesce(r.amount, 1) > 0
          and r.identity not in (select identity ${isOn}) and not (r.household_sure and ${ofHome('sure')})`);
    }
    return governed.flatMap(({ measure, due }) =>
      DOUBTS.map((doubt, number) => ({
        from: 'unentitled_row',
        by: ['identity' as const],
        where: `r.measure = ${due} and r.doubt = ${number}`,
        having: 'true',
        most: true,
        atStake: SUM,
        detail: { measure: measure.name, doubt },
        ...(doubt === 'none' ? {} : { severity: 'hint' as const, isReview: doubt === 'likely' }),
      })),
    );
  },
  show: ({ detail }) => ({ measure: maskText(String(detail.measure)), doubt: detail.doubt as Doubt }),
});

const SAID = {
  zh: {
    none: '不在它的名册上',
    name: '名册上有同名的人，有一方没有有效证件号，不知道是不是',
    home: '名册上有很可能同户的人，不知道是不是一户',
    likely: '名册上有像是他的人，不知道是不是',
    number: '名册上有同一证件号，姓名不同，不知道是谁',
  },
  en: {
    none: 'not on its roster',
    name: 'the roster has the same name, one of the two without a valid ID number: perhaps the same person',
    home: 'the roster has somebody who is probably of the household',
    likely: 'the roster has somebody who may be the same person',
    number: 'the roster has the same ID number under another name',
  },
} as const;
