import { expect, it } from 'vitest';
import { checkDigit } from '../../src/domain/people/id-number.ts';
import { SLOT_STATES } from '../../src/domain/settlement.ts';
import { resolveIdentities } from '../../src/identity/resolve.ts';
import { KEPT_FOR_PAYMENTS } from '../../src/totals/reconcile/payments.ts';
import { reconciliationOf } from '../../src/totals/reconcile/reconciliation.ts';
import { inputOf, saved, withLists } from '../engine/reading.ts';
import { confirm } from '../identity/likely.ts';

const first17 = '99000119500101021';
const ID = first17 + checkDigit(first17);
const LIST = `姓名,身份证号,项目,金额\n甲壹,,乙项目,500\n甲一,${ID},甲项目,500\n`;

/** The states of the list's rows when a bank has paid whoever has the number so often. */
const paid = (times: number) => {
  const returned = `姓名,身份证号,金额,交易结果\n${`甲一,${ID},500,成功\n`.repeat(times)}`;
  return withLists([inputOf(saved(LIST)), inputOf(saved(returned), { role: 'return', entry: 0 })], async (lists) => {
    const resolved = await resolveIdentities(lists, { keeps: KEPT_FOR_PAYMENTS });
    await confirm(lists, [['0:2', '0:3']]);
    await reconciliationOf(resolved, [{ cumulative: false, complete: false }], null);
    const slots = await lists.database.all<{ row: number; state: number }>(
      'select "row", state from slot order by "row"',
    );
    return slots.map(({ row, state }) => `${row} ${SLOT_STATES[state]}`);
  });
};

it('a payment is that of whoever it certainly pays, and what is left that of whoever is confirmed to be the same', async () => {
  expect(await paid(1)).toEqual(['2 open', '3 paid']);
  expect(await paid(2)).toEqual(['2 paid', '3 paid']);
});
