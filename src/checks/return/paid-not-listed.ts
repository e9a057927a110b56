import { grouped, yuan } from '../../domain/money.ts';
import { SLOT_STATES } from '../../domain/settlement.ts';
import type { Database } from '../../engine/database.ts';
import { accountFaultIs } from '../../engine/payout-sql.ts';
import { defineGroupRule } from '../group/group-rule.ts';
import { everyGroup, rowIs, settledRows } from './settled-rows.ts';

/** How the account of a payout that nobody was paid yet, of the same name and amount, differs: nearest first. */
const NEAR = ['damaged', 'none', 'one-digit', 'last-four', 'other'] as const;
type Near = (typeof NEAR)[number];

const NEAR_MISSES: Readonly<Record<Near, { readonly zh: string; readonly en: string }>> = {
  damaged: { zh: '账号被表格软件改坏', en: 'whose account was damaged by a spreadsheet' },
  none: { zh: '没有账号', en: 'without an account' },
  'one-digit': { zh: '账号差一位', en: 'whose account differs in one digit' },
  'last-four': { zh: '账号末四位不同', en: 'whose account differs in the last four digits' },
  other: { zh: '账号不同', en: 'with another account' },
};

/** The bank paid somebody whom no list has. */
export default defineGroupRule<{ amount: string; near: Near | null }>({
  id: 'paid-not-listed',
  severity: 'error',
  documentation: {
    zh: {
      title: '银行付了，名单上没有',
      what: '银行回盘里成功的一笔，名单上没有这个人，也没有这个账号；同一人或同一账号的名单金额都已经付过别的笔、金额又不同的，也算。按证件号、账号、账号加姓名依次找，账号打了星号的按露出的数字加姓名；失败后改账号重发的，按姓名和金额找。名单上还有没付的同名同额一笔的，列出那一行，说明账号差在哪里。',
      why: '钱付给了没有批准的人，或名单在送银行之后改过。所列金额是付出去的数。',
      example: '回盘第8行付给安一500元，十二个部门的名单都没有安一。',
      mend: '与经办人、银行核对：漏了名单的补上，付错的追回。',
    },
    en: {
      title: 'Paid by the bank, and on no list',
      what: 'A payment that arrived, to a person and an account that no list has; or to one whose payouts are all paid, and of another amount. People are looked for by ID number, then by account, of a masked one by what is shown of it and the name; what failed and was issued again to another account, by name and amount. Where a list has a payout of that name and amount that nobody was paid, its row is shown, and how the accounts differ.',
      why: 'Money went to somebody who was not approved, or the list was changed after it went to the bank. The amount is what was paid.',
      example: 'Row 8 of the return pays 安一 500 yuan, and none of the twelve lists has 安一.',
      mend: 'Ask whoever sent the file, and the bank: add what the list lacks, recover what was paid wrongly.',
    },
  },
  message: {
    zh: ({ amount, near }) =>
      `银行付了${amount}元，名单上没有${near ? `；同名同额的一笔还没付，${NEAR_MISSES[near].zh}` : ''}`,
    en: ({ amount, near }) =>
      `the bank paid ${amount} yuan to nobody on a list${near ? `; a payout of that name and amount, ${NEAR_MISSES[near].en}, was not paid` : ''}`,
  },
  needs: [],
  find: async ({ lists: { database }, reconciled }) => {
    if (!reconciled) return 'no-return';
    await settledRows(database, 'unlisted_row', rowIs('not-listed'));
    await addNearMisses(database);
    return [{ ...everyGroup('unlisted_row'), says: 'any_value(r.near)' }];
  },
  show: ({ atStake, says }) => ({ amount: grouped(yuan(atStake ?? 0n)), near: says as Near | null }),
});

/** Says of each row of `unlisted_row` which payout it may be, as `near`; where that is one alone, it stands there too. */
async function addNearMisses(database: Database): Promise<void> {
  const open = SLOT_STATES.indexOf('open');
  const account = (row: string) => `ltrim(coalesce(${row}.account_text, ${row}.account::varchar), '0')`;
  const [paid, listed] = [account('b'), account('o')];
  const how = `case when o.account_fault = ${accountFaultIs('damaged')} then 0 when not o.has_account then 1
    when least(strlen(${paid}), strlen(${listed})) > 4 and damerau_levenshtein(${paid}, ${listed}) = 1 then 2
    when strlen(${paid}) > 4 and left(${paid}, -4) = left(${listed}, -4) then 3 else 4 end`;
  await database.run(`create or replace temp table near_miss as
    with missed as (select p.id as payment, s.id as slot, ${how} as how
      from payment p join slot s on s.name = p.name and s.amount = p.amount and s.state = ${open}
      join any_row b on b.list = p.list and b.row = p.row join payout o on o.list = s.list and o.row = s.row
      where ${rowIs('not-listed')})
    select payment, how, min(slot) as slot, count(*) as slots from missed
    where (payment, how) in (select (payment, min(how)) from missed group by payment) group by payment, how`);
  await database.run('alter table unlisted_row add column near varchar');
  await database.run(`update unlisted_row as r set near = [${NEAR.map((name) => `'${name}'`).join(', ')}][n.how + 1]
    from near_miss n where r.payment = -n.payment`);
  await database.run(`insert into unlisted_row by name select s.list, s.row, s.identity, s.home, -n.payment as payment, s.amount,
    false as returned from near_miss n join slot s on s.id = n.slot where n.slots = 1`);
}
