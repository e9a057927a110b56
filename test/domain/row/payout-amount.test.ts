import fc from 'fast-check';
import nzh from 'nzh/cn';
import { describe, expect, it } from 'vitest';
import { grouped, yuan } from '../../../src/domain/money.ts';
import { readAmount } from '../../../src/domain/row/payout-amount.ts';
import { anyCell, HOSTILE_PARTS, megabyteOf } from '../hostile.ts';

const YUAN = 100n;
const WAN = 1_000_000n;

describe('readAmount', () => {
  it.each([
    ['500', 50_000n],
    ['1,234.50', 123_450n],
    ['￥1，234.50', 123_450n],
    ['５００', 50_000n],
    ['¥ 500 元', 50_000n],
    ['RMB500', 50_000n],
    ['人民币伍佰圆整', 50_000n],
    ['500元整', 50_000n],
    ['0.05万元', 50_000n],
    ['5百元', 50_000n],
    ['5百', 50_000n],
    ['壹仟元整', 100_000n],
    ['贰佰伍拾元', 25_000n],
    ['一千二百元', 120_000n],
    ['两百元', 20_000n],
    ['伍百元', 50_000n],
    ['陸佰元', 60_000n],
    ['柒佰捌拾玖元', 78_900n],
    ['貳萬圓整', 2_000_000n],
    ['叁仟零伍拾元伍角', 305_050n],
    ['伍元零伍分', 505n],
    ['5角', 50n],
    ['12元5角3分', 1253n],
    ['+500', 50_000n],
    ['-500', -50_000n],
    ['−500元', -50_000n],
    ['¥-500', -50_000n],
    ['(500)', -50_000n],
    ['(1,234.50)', -123_450n],
    ['500.', 50_000n],
    ['.5', 50n],
    ['5E2', 50_000n],
    ['1.2E+3', 120_000n],
    ['5e-1', 50n],
    ['1234.5600000001', 123_456n],
    ['0.30000000000000004', 30n],
    ['0.99999999999', 100n],
    ['-0.30000000000000004', -30n],
    ['999999999999999.99', 99_999_999_999_999_999n],
    ["'500", 50_000n],
    ['="500"', 50_000n],
  ])('%s', (cell, fen) => {
    expect(readAmount(cell, YUAN)).toEqual({ fen });
  });

  it.each([
    ['0.05', 50_000n],
    ['5', 5_000_000n],
    ['500元', 50_000n],
    ['5万', 5_000_000n],
    ['五', 5_000_000n],
    ['0.000001', 1n],
  ])('%s under 万元', (cell, fen) => {
    expect(readAmount(cell, WAN)).toEqual({ fen });
  });

  it.each(['', ' ', '\u200b', '-', '—', '——', '/', '无', "'"])('“%s” is blank', (cell) => {
    expect(readAmount(cell, YUAN)).toEqual({ empty: true });
  });

  it.each([
    '200-500',
    '200~500',
    '1,2,3',
    '12,34',
    '2017-01-15',
    '2017年1月',
    '200 300',
    '1, 234',
    '1.5元5角',
    '油米',
    '五百块大米',
    '1.2.3',
    '--5',
    '-¥-5',
    '(-5)',
    '.',
    '元',
    '500元/户',
    '50%',
    '二百五',
    '1000000000000000',
    '1E99',
    '*',
  ])('“%s” is unreadable', (cell) => expect(readAmount(cell, YUAN)).toEqual({ problem: 'unreadable' }));

  it.each(['0.005', '1.234', '0.0000011', '1.001'])('%s is not whole fen', (cell) => {
    expect(readAmount(cell, YUAN)).toEqual({ problem: 'below-fen' });
  });

  it('reads an amount back however it is printed', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 16n }), (fen) => {
        const text = yuan(fen);
        const wan = fen
          .toString()
          .padStart(7, '0')
          .replace(/(\d{6})$/, '.$1');
        for (const cell of [
          text,
          grouped(text),
          `￥${grouped(text)}`,
          `${text}元`,
          `${wan}万元`,
          ` ${text}\t`,
          `${fen}E-2`,
        ]) {
          expect(readAmount(cell, YUAN)).toEqual({ fen });
        }
        expect(readAmount(wan, WAN)).toEqual({ fen });
        if (fen > 0n) expect(readAmount(`(${text})`, YUAN)).toEqual({ fen: -fen });
      }),
    );
  });

  it('reads Chinese numerals back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (whole) => {
        const fen = BigInt(whole) * 100n;
        expect(readAmount(`${nzh.encodeB(whole)}元整`, YUAN)).toEqual({ fen });
        expect(readAmount(`${nzh.encodeS(whole)}元`, YUAN)).toEqual({ fen });
      }),
    );
  });

  it('forgives the noise of binary sums', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 10_000_000 }), { minLength: 1, maxLength: 20 }), (parts) => {
        const sum = parts.reduce((total, part) => total + part / 100, 0);
        expect(readAmount(String(sum), YUAN)).toEqual({ fen: BigInt(parts.reduce((total, part) => total + part, 0)) });
      }),
    );
  });

  it('answers any text', () => {
    fc.assert(
      fc.property(anyCell, (cell) => {
        const amount = readAmount(cell, YUAN);
        expect(Object.keys(amount)).toHaveLength(1);
        if ('fen' in amount) expect(readAmount(yuan(amount.fen), YUAN)).toEqual(amount);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(HOSTILE_PARTS)('reads no money in a megabyte of %j', (part) => {
    expect(readAmount(megabyteOf(part), YUAN)).not.toHaveProperty('fen');
  });
});
