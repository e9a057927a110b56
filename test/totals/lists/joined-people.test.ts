import { describe, expect, it } from 'vitest';
import { resolveIdentities } from '../../../src/identity/resolve.ts';
import { listedTotals } from '../../../src/totals/lists/listed.ts';
import { inputOf, saved, withLists } from '../../engine/reading.ts';
import { confirm, likely } from '../../identity/likely.ts';

type Ask = Parameters<typeof likely>[1];

const row = (name: string, phone = '') => `${name},${phone},1\n`;
const LIST = `姓名,电话,金额\n${row('甲', '14200000001')}${row('甲', '14200000001')}${['乙', '丙', '丁', '戊', '己'].map((name) => row(name)).join('')}`;
const EARLIER = `姓名,电话,金额\n${row('庚')}${row('辛')}`;
const ROSTER = '姓名,电话\n壬,14200000009\n';

/** `payouts − certain − confirmed = persons`, the pairs to review, and between which numbers it is. */
async function told(same: readonly (readonly string[])[], asked: Ask) {
  const inputs = [
    inputOf(saved(LIST)),
    inputOf(saved(EARLIER), { role: 'earlier' }),
    inputOf(saved(ROSTER), { role: 'roster', entry: 0 }),
  ];
  return withLists(inputs, async (lists) => {
    const resolved = await resolveIdentities(lists, { certain: true });
    await confirm(lists, same);
    await likely(lists, asked);
    const { total, people } = await listedTotals(resolved);
    const { payouts, persons } = total;
    const { certain, confirmed, review, range } = people;
    expect(payouts - certain - confirmed).toBe(persons);
    expect(range.low).toBeLessThanOrEqual(persons);
    expect(range.high).toBe(persons + confirmed);
    return `${payouts} − ${certain} − ${confirmed} = ${persons}, ${review} to review: ${range.low} to ${range.high}`;
  });
}

const ask = (one: string, other: string) => ({ one, other });

describe('how many people it is', () => {
  it.each<[string, readonly (readonly string[])[], Ask, string]>([
    ['nobody is only probable', [], [], '7 − 1 − 0 = 6, 0 to review: 6 to 6'],
    ['two are confirmed', [['0:2', '0:4']], [], '7 − 1 − 1 = 5, 0 to review: 5 to 6'],
    ['three are confirmed', [['0:4', '0:5', '0:6']], [], '7 − 1 − 2 = 4, 0 to review: 4 to 6'],
    ['two may be one', [], [ask('0:2', '0:4')], '7 − 1 − 0 = 6, 1 to review: 5 to 6'],
    [
      'three may be one by two pairs, and by three',
      [],
      [ask('0:4', '0:5'), ask('0:5', '0:6'), ask('0:6', '0:4')],
      '7 − 1 − 0 = 6, 3 to review: 4 to 6',
    ],
    [
      'two who are confirmed may both be a third: one question',
      [['0:4', '0:5']],
      [ask('0:4', '0:6'), ask('0:6', '0:5'), ask('0:4', '0:5')],
      '7 − 1 − 1 = 5, 1 to review: 4 to 6',
    ],
    [
      'two may be one who was paid earlier, who is not counted: then they are one',
      [],
      [ask('0:4', '1:2'), ask('1:2', '0:5'), ask('1:3', '0:6')],
      '7 − 1 − 0 = 6, 3 to review: 5 to 6',
    ],
    [
      'two may be one on a roster: nobody asks that of payouts, and then they are one',
      [],
      [ask('0:4', '2:2'), ask('2:2', '0:5')],
      '7 − 1 − 0 = 6, 0 to review: 5 to 6',
    ],
    ['two who were paid earlier', [['1:2', '1:3']], [ask('1:2', '1:3')], '7 − 1 − 0 = 6, 0 to review: 6 to 6'],
  ])('where %s', async (_, same, asked, expected) => {
    expect(await told(same, asked)).toBe(expected);
  });
});
