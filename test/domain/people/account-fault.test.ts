import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ACCOUNT_FAULTS, accountFault } from '../../../src/domain/people/account-fault.ts';
import { anyCell, HOSTILE_PARTS, megabyteOf } from '../hostile.ts';

it.each([
  ['', 'none'],
  ['无', 'none'],
  ['—', 'none'],
  ['0000000000', 'none'],
  ['现金发放', 'none'],
  ['6228 **** **** 1017', 'none'],
  ['6228480030123456789', 'none'],
  ['6228 4800 3012 3456 789', 'none'],
  ['农商银行 6228480030123456', 'none'],
  ['ICBC6228480030123456', 'none'],
  ['NRA12345678', 'none'],
  ['101000123456', 'none'],
  ['9900000012345670000', 'none'],
  ['6228480030123456788', 'check-digit'],
  ['6228959155027120000', 'check-digit'],
  ['622848003012', 'card-length'],
  ['62284800301234567890', 'card-length'],
  ['62284800301234567896228480030123456', 'length'],
  ['1234567', 'length'],
  ['9900000012345678/9900000012345679/1', 'length'],
  ['62284800３０12O4567', 'letters'],
  ['O228480030123456', 'letters'],
  ['99000019500102001４', 'id-number'],
  ['99000019851112006X', 'id-number'],
  ['990000195001020015', 'none'],
  ['13800001111', 'mobile'],
  ['卡号待补', 'no-number'],
  ['中国银行', 'no-number'],
  ['6.22202E+18', 'damaged'],
  ['6.22202100101235E+18', 'damaged'],
])('account %s: %s', (cell, fault) => expect(accountFault(cell)).toBe(fault));

it('knows a check digit that any one mistyped digit breaks', () => {
  const card = '6228480030123456789';
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 18 }), fc.integer({ min: 1, max: 9 }), (at, more) => {
      const digit = (Number(card[at]) + more) % 10;
      expect(accountFault(card.slice(0, at) + digit + card.slice(at + 1))).toBe('check-digit');
    }),
  );
});

it('takes any cell', () => {
  fc.assert(fc.property(anyCell, (cell) => ACCOUNT_FAULTS.includes(accountFault(cell))));
  for (const part of HOSTILE_PARTS) expect(accountFault(megabyteOf(part))).toBeTypeOf('string');
});
