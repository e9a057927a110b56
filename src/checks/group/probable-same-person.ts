import { type Evidence, readEvidence } from '../../domain/evidence.ts';
import { isAmong } from '../../engine/among.ts';
import { listAt, position, rowAt } from '../../engine/position.ts';
import { positionsThatDiffer } from '../../identity/partial-id.ts';
import en from '../../text/en/identity.ts';
import { evidenceWords } from '../../text/evidence.ts';
import zh, { type IdentityWords } from '../../text/zh/identity.ts';
import { askedPairs } from '../../totals/lists/asked-pairs.ts';
import type { PayoutRow } from '../payout-row.ts';
import { defineGroupRule, type GroupSearch } from './group-rule.ts';
import { firstOfSame } from './same-measure.ts';

/** Two people who may be one: neither sure enough to be joined, nor so unlikely that nobody should be asked. */
export default defineGroupRule<{ evidence: string; positions: number[] }>({
  id: 'probable-same-person',
  severity: 'hint',
  documentation: {
    zh: {
      title: '疑似同一人',
      what: '两个人各有各的行，认不准是不是同一个人：姓名、号码、出生、电话、账号、住址、配偶等对上了一些，又不足以确认。每两个人问一次，钱多的在前。弄清以前当作两个人，谁的行也不动。加 --certain 的不查。',
      why: '各部门记的东西不一样，重复领取的大多藏在这里；机器只能说像，是不是要人看。所列金额：同领一个项目的，是两人中少的那份；不同项目的，是少的那个合计，都是“如果是同一人”才成问题的钱。',
      example: '残联名单上的张秀英和红十字会名单上的张秀颖：姓名同音，电话相同，同一居委。',
      mend: '请居委会核实。是同一人的，把姓名、证件号改成一样，再查一次；不是的，用 exceptions: 记下理由。',
    },
    en: {
      title: 'Perhaps the same person',
      what: 'Two people with rows of their own may be one: some of name, number, birth, telephone, account, address, spouse and so on agree, and not enough to confirm it. Each two are asked about once, the dearest first. Until it is settled they count as two, and nobody’s row is touched. --certain leaves this out.',
      why: 'Departments keep different things about people, and most of those who are paid twice hide here; a program can say who looks alike, somebody has to say who is. The amount is, for a measure that both get, the smaller of the two, else the smaller of what they get in all: money that is in question only if they are one.',
      example: '张秀英 of 残联 and 张秀颖 of 红十字会: the names sound alike, one telephone, one committee.',
      mend: 'Let the committee find out. If they are one, write name and number alike and run it again; if not, record the reason under exceptions:.',
    },
  },
  message: {
    zh: (data) => said(data, zh),
    en: (data) => said(data, en),
  },
  needs: ['name'],
  find: async (search) => {
    if (search.lists.isSealed) return 'sealed';
    if (search.certain) return 'only-certain';
    if ((await askedPairs(search.lists)) === 0) return [];
    await askedRows(search);
    return [
      {
        from: 'asked_row',
        by: ['pair'],
        where: 'true',
        having: 'true',
        most: true,
        atStake: 'max(r.stake)',
        says: 'any_value(r.evidence)',
        isReview: true,
      },
    ];
  },
  show: ({ rows, says }) => ({ evidence: says ?? '', positions: mistaken(rows, readEvidence(says ?? '')) }),
});

/**
 * Makes the table `asked_row`: two rows of each `pair` of payees, with its evidence and what is at stake. A row of a roster gives place
 * to a payout of the same person.
 */
async function askedRows({ lists }: GroupSearch): Promise<void> {
  const { database, assignments } = lists;
  const payouts = lists.lists.length + lists.earlier.length;
  const unnamed = assignments.measures.flatMap(({ measure }, index) => (measure.name === '' ? [index] : []));
  const named = `not ${isAmong('a.measure', unnamed)}`;
  const measure = firstOfSame(assignments, 'r.measure');
  await database.run(`create or replace temp table asked_row as
    with pair as (select row_number() over (order by one_list, one_row, other_list, other_row, evidence, posterior, one, other) as pair, *
        from asked_pair where of_payees),
      side as (select pair, evidence, one as identity, one_list as list, one_row as row from pair
        union all select pair, evidence, other, other_list, other_row from pair),
      payout as (select r.identity, r.list, r.row, ${measure} as measure, r.amount from resolved r
        where r.identity in (select identity from side)),
      first as (select identity, min(${position('payout')}) as place from payout group by identity),
      paid as (select identity, measure, sum(amount) as amount from payout group by all),
      whole as (select identity, sum(amount) as amount from payout group by identity),
      common as (select p.pair, sum(least(a.amount, b.amount)) as amount from pair p
        join paid a on a.identity = p.one join paid b on b.identity = p.other and b.measure = a.measure where ${named} group by p.pair),
      stake as (select p.pair, coalesce(c.amount, least(a.amount, b.amount)) as stake from pair p
        join whole a on a.identity = p.one join whole b on b.identity = p.other left join common c on c.pair = p.pair)
    select case when s.list < ${payouts} then s.list else ${listAt('f.place')} end::usmallint as list,
      case when s.list < ${payouts} then s.row else ${rowAt('f.place')} end::uinteger as row,
      s.identity, s.identity as home, s.pair, s.evidence, k.stake::bigint as stake
    from side s join first f on f.identity = s.identity join stake k on k.pair = s.pair`);
}

/** Where one ID number differs from the other, of which one is mistaken. */
function mistaken(rows: readonly PayoutRow[], evidence: readonly Evidence[]): number[] {
  const [one, other] = rows.map(({ id }) => id);
  const isMistake = evidence.some(({ field, agreement }) => field === 'id' && agreement === 'one-mistake');
  return isMistake && one?.length === 18 && other?.length === 18 ? positionsThatDiffer(one, other) : [];
}

const said = ({ evidence, positions }: { evidence: string; positions: readonly number[] }, words: IdentityWords) =>
  words.perhaps(evidenceWords(evidence, words, positions));
