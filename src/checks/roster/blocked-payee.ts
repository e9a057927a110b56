import { isOfDeceased, type Roster } from '../../domain/row/roster.ts';
import { maskText } from '../../domain/shown/masking.ts';
import { IS_SPLIT } from '../../identity/node.ts';
import { defineGroupRule, type GroupQuery, type Taken } from '../group/group-rule.ts';
import { SUM } from '../group/paid.ts';

/** A payee is taken for somebody on a roster; of whoever certainly is, that is found alone. */
const surely = (found: string): Taken => ({ as: 'person', found });

/** Somebody who must not be paid, or of whom that is to be verified, and is. */
export default defineGroupRule<{ reason: string; deceased: boolean; diedOn: string; borrowed: boolean }>({
  id: 'blocked-payee',
  severity: 'error',
  documentation: {
    zh: {
      title: '不得领取的人领了钱',
      what: '领钱的人在不得领取的名册上（rosters: 的 blocked）。发放之前已经死亡的是错误：名册写明死亡，或有死亡日期而早于发放日期，当天的不算；项目写明截止日期（eligible: {asOf: …}）的，那天还在世的不算；死亡日期、发放日期有一个不知道或只知道月份、说不清先后的，按已死亡处理。公职人员、有车有房有公司的是提示，要核实，不是不能领；那一行注明注销、取消、转出的不看。证件号在这样的名册上而姓名不同的，是警告。',
      why: '冒领死者的钱是审计最常查的；名下有车有房的，可能不再符合条件，也可能是残疾人代步车、拆迁安置房。所列金额是发给他的合计。',
      example: '殡葬名册：安一1月5日死亡；节日补助1月17日发放。',
      mend: '死亡的停发，已发的追回，或改由继承人依规定领取；其他的请部门核实后，不符合的剔除，符合的用 exceptions: 记下理由。',
    },
    en: {
      title: 'Paid, although on a roster of people not to be paid',
      what: 'A payee is on a roster of people who must not be paid (blocked: of rosters:). Having died before the payout is an error: the roster says so, or gives a day of death before that of the payout (the same day is not before); where the measure says as of which day (eligible: {asOf: …}), whoever was alive then is not meant; a day that is not known, or only by its month, does not excuse while the order is open. Public employees, owners of companies, cars or houses are hints, to be verified: they may well be entitled; a row marked as cancelled (注销, 取消, 转出) does not count. An ID number that such a roster has under another name is a warning.',
      why: 'Money taken in a dead person’s name is what auditors look for first; a car or a house may mean that somebody no longer qualifies, or be a disabled person’s vehicle. The amount is all that is paid.',
      example: 'The funeral roster says that 安一 died on 5 January; the money was paid on the 17th.',
      mend: 'Stop the payment or recover it, or pay the heirs where the rules allow; let the department verify the others, take off whoever does not qualify, and record the reason under exceptions: otherwise.',
    },
  },
  message: {
    zh: ({ reason, deceased, diedOn, borrowed }) => {
      if (borrowed) return '证件号在不得领取的名册上，姓名不同，请核实';
      return deceased
        ? `${diedOn === '' ? '' : `${diedOn} `}已死亡，仍在发放`
        : `在不得领取的名册上：${reason}，请核实`;
    },
    en: ({ reason, deceased, diedOn, borrowed }) => {
      if (borrowed) return 'a roster of people not to be paid has the ID number under another name; to be verified';
      return deceased
        ? `died${diedOn === '' ? '' : ` ${diedOn.length > 7 ? 'on' : 'in'} ${diedOn}`} and is paid`
        : `on a roster of people not to be paid: ${reason}; to be verified`;
    },
  },
  needs: [],
  find: async ({ lists: { database, assignments }, campaign, enrolment }) => {
    if (!enrolment) return 'no-roster';
    const { rosters } = enrolment;
    // The day on which a measure's people had to be alive, where it says one.
    const cutOffs = assignments.measures.flatMap(({ measure: { is } }, index) => {
      const asOf = is?.eligible?.asOf?.resolve(campaign?.year ?? 0, campaign?.isSummer);
      const day = asOf?.until ?? asOf?.from;
      return day === undefined || day === null ? [] : [`when ${index} then date '${day}'`];
    });
    const cutOff = cutOffs.length > 0 ? `case r.measure ${cutOffs.join(' ')} end` : 'null::date';
    // A month without a day may be any of its days.
    const diedOn = "strptime(left(m.died_on || '-01', 10), '%Y-%m-%d')::date";
    const paidOn = 'case when p.paid_in_month then last_day(p.paid_on) else p.paid_on end';
    const isBlocked = `(m.blocked and not m.withdrawn and m.excuse is distinct from 0
      or m.excuse = 0 and not coalesce(${diedOn} >= ${cutOff}, false) and not coalesce(${diedOn} >= ${paidOn}, false))`;
    const payouts = 'resolved r join payout p on p.list = r.list and p.row = r.row'; // not those paid earlier
    await database.run(`create or replace temp table blocked_row as
      with payee as (select distinct r.list, r.row, r.identity, r.certain, r.home, r.amount, true as paid,
          m.excuse is not distinct from 0 as dead, m.struck, d.struck as surely,
          case when m.excuse is distinct from 0 then m.roster end as roster
        from ${payouts} join member m on m.identity = r.identity left join died d on d.certain = r.certain
        where coalesce(r.amount, 1) > 0 and ${isBlocked})
      from payee
      union select e.list, e.row, e.identity, e.certain, e.home, null, false, p.dead, p.struck, null, p.roster
        from enrolled e join roster_of o on o.list = e.list join payee p on p.identity = e.identity
        where p.dead or p.roster = o.roster`);
    await database.run(`create or replace temp table borrowed_row as
      with borrowed as (select distinct r.list, r.row, r.identity, r.home, r.person, r.amount, e.list as roster_list, e.row as roster_row,
          e.identity as owner, e.home as owner_home
        from ${payouts} join enrolled e on e.person = r.person join roster_of o on o.list = e.list
          join member m on m.roster = o.roster and m.identity = e.identity
        where ${IS_SPLIT} and r.person > 0 and e.identity <> r.identity and coalesce(r.amount, 1) > 0 and ${isBlocked})
      select distinct list, row, identity, home, person, amount from borrowed
      union select distinct roster_list, roster_row, owner, owner_home, person, null from borrowed`);
    const query = (where: string, more: Partial<GroupQuery>): GroupQuery => ({
      from: 'blocked_row',
      by: ['identity'],
      where,
      having: 'true',
      most: true,
      atStake: SUM,
      ...more,
    });
    const others = rosters.flatMap((roster: Roster, index) =>
      roster.blocked === null || isOfDeceased(roster) ? [] : [{ index, reason: roster.blocked }],
    );
    return [
      query('r.dead and r.struck', { detail: { deceased: 1 }, taken: surely('coalesce(bool_or(r.surely), false)') }),
      // What a roster of people to be reached says may only mean that they left it: 注销.
      query('r.dead and not r.struck', {
        detail: { deceased: 1 },
        taken: surely('bool_or(r.surely is not null)'),
        toVerify: true,
      }),
      query('true', {
        detail: { borrowed: 1 },
        from: 'borrowed_row',
        by: ['person'],
        severity: 'warning',
        toVerify: true,
      }),
      ...others.map(({ index, reason }) =>
        query(`r.roster = ${index}`, {
          detail: { reason },
          severity: 'hint',
          taken: surely('bool_or(r.paid) and not bool_and(r.paid)'),
          toVerify: true,
        }),
      ),
    ];
  },
  show: ({ rows, detail }) => ({
    reason: maskText(String(detail.reason ?? '')),
    deceased: detail.deceased === 1,
    diedOn: rows.flatMap(({ diedOn }) => diedOn ?? []).toSorted()[0] ?? '',
    borrowed: detail.borrowed === 1,
  }),
});
