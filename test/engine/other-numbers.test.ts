import { describe, expect, it } from 'vitest';
import { checkRows } from '../../src/checks/row/check-rows.ts';
import { resolveIdentities } from '../../src/identity/resolve.ts';
import { payouts, withText } from './reading.ts';

const list = (title: string, numbers: readonly string[]) =>
  `姓名,${title},金额\n${numbers.map((number, order) => `王${'秀英建国'[order % 4]},${number},5\n`).join('')}`;
const DRAWN = Array.from({ length: 12 }, (_, order) => String(1_000_003 + ((order * 7_368_787) % 8_999_993)));
const SERIAL = DRAWN.map((_, order) => String(100_001 + order));

const numbersOf = (title: string, numbers: readonly string[]) =>
  withText(list(title, numbers), async (lists) => {
    const { groups } = await checkRows(await resolveIdentities(lists, { certain: true }), '2026-03-10');
    return {
      told: groups.map(({ rule, count }) => `${rule.id} ${count}`),
      numbers: (await payouts(lists, 'other_id')).map(({ other_id }) => other_id),
      known: (await payouts(lists, 'person')).filter(({ person }) => person !== null).length,
      opaque: lists.lists[0]?.opaqueIds,
    };
  });

describe('numbers of whoever keeps a list', () => {
  it('are no wrong ID numbers in a column of which hardly one is an ID number', async () => {
    expect(await numbersOf('身份证号', DRAWN)).toEqual({ told: [], numbers: DRAWN, known: 12, opaque: true });
    const some = [...DRAWN.slice(2), '99000019450101001X', '990000195203150220'];
    expect(await numbersOf('身份证号', some)).toMatchObject({
      opaque: false,
      told: ['id-malformed 10', 'id-checksum 1'],
    });
    const short = DRAWN.map((number) => `${number}${number}99`);
    expect(await numbersOf('身份证号', short)).toMatchObject({ opaque: false, told: ['id-malformed 12'] });
  });

  it('tell nobody apart where they only count the rows', async () => {
    const nothing = SERIAL.map(() => null);
    expect(await numbersOf('身份证号', SERIAL)).toEqual({ told: [], numbers: nothing, known: 0, opaque: true });
    expect(await numbersOf('工号', SERIAL)).toMatchObject({ numbers: nothing });
    expect(
      await numbersOf(
        '工号',
        SERIAL.map((number) => `A-${number} `),
      ),
    ).toMatchObject({ numbers: nothing });
    expect(await numbersOf('工号', DRAWN)).toMatchObject({ numbers: DRAWN });
    expect(await numbersOf('工号', SERIAL.slice(0, 2))).toMatchObject({ numbers: SERIAL.slice(0, 2) });
  });
});
