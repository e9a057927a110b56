import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskAccount, maskAddress, maskPhone, readAccount } from '../../src/domain/contact.ts';
import { readPhone } from '../../src/domain/phone.ts';
import { anyCell, HOSTILE_PARTS, megabyteOf } from './hostile.ts';

describe('readPhone', () => {
  it.each([
    '13800001111',
    '+86 138-0000-1111',
    '008613800001111',
    '86-13800001111',
    '013800001111',
    '１３８００００１１１１',
    '13800001111转801',
    '13800001111-801',
    '13800001111#8',
    "'13800001111",
    '13800001111.0',
  ])('%s', (cell) => expect(readPhone(cell)).toEqual({ text: '13800001111', damaged: false }));

  it.each([
    ['(021) 5555-0000', '02155550000', false],
    ['无', '', false],
    ['00000000', '', false],
    ['', '', false],
    ['1.38E+10', '1.38E+10', true],
  ])('%s', (cell, text, damaged) => expect(readPhone(cell)).toEqual({ text, damaged }));
});

it.each([
  ['6200 0000 1234 5678 901', '6200000012345678901', false],
  ['="6200000012345678901"', '6200000012345678901', false],
  ['nra12345', 'NRA12345', false],
  ['6200000012345670000', '6200000012345670000', true],
  ['6200000012345678000', '6200000012345678000', false],
  ['6200000012345600000', '6200000012345600000', true],
  ['620000001234567', '620000001234567', false],
  ['620000001234567000', '620000001234567000', true],
  ['6.2E+18', '6.2E+18', true],
  ['6228 **** **** 1017', '6228********1017', false],
])('account %s', (cell, text, damaged) => {
  expect(readAccount(cell)).toEqual({ text, damaged });
});

it('cleans phones and accounts once', () => {
  fc.assert(
    fc.property(anyCell, (cell) => {
      for (const read of [readPhone, readAccount]) expect(read(read(cell).text)).toEqual(read(cell));
    }),
    { numRuns: 2000 },
  );
});

it.each([
  ['13800001111', '138****1111'],
  ['02155550000', '*******0000'],
  ['5555000', '*******'],
])('phone %s is shown as %s', (text, masked) => expect(maskPhone(text)).toBe(masked));

it.each([
  ['6200000012345678901', '6200***********8901'],
  ['123456789012', '********9012'],
  ['1234567', '*******'],
])('account %s is shown as %s', (text, masked) => expect(maskAccount(text)).toBe(masked));

it.each([
  ['石泉路12弄3号101室', '石泉路*弄*号*室'],
  ['石泉路１２弄三号楼', '石泉路*弄*号楼'],
  ['梅岭二村十五号二〇一室', '梅岭二村*号*室'],
  ['中山路', '中山路'],
])('%s is shown as %s', (text, masked) => expect(maskAddress(text)).toBe(masked));

it.each(HOSTILE_PARTS)('a megabyte of %j is no contact', (part) => {
  expect(readPhone(megabyteOf(part))).toEqual({ text: '', damaged: false });
  expect(readAccount(megabyteOf(part))).toEqual({ text: '', damaged: false });
  expect(maskAddress(megabyteOf(part))).not.toMatch(/\d/);
});
