import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskAccount, maskAddress, maskPhone, readAccount } from '../../../src/domain/people/contact.ts';
import { phoneFault, readPhone } from '../../../src/domain/people/phone.ts';
import { anyCell, HOSTILE_PARTS, megabyteOf } from '../hostile.ts';

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
    ['13800000000', '13800000000', true],
    ['13810000000', '13810000000', false],
  ])('%s', (cell, text, damaged) => expect(readPhone(cell)).toEqual({ text, damaged }));
});

it.each([
  ['6200 0000 1234 5678 901', '6200000012345678901', false],
  ['="6200000012345678901"', '6200000012345678901', false],
  ['nra12345', 'NRA12345', false],
  ['6200000012345670000', '6200000012345670000', false],
  ['620000001234567', '620000001234567', false],
  ['6.2E+18', '6.2E+18', true],
  ['6.22202e18', '6.22202E18', true],
  ['6.22202100101235E+018', '6.22202100101235E+018', true],
  ['6200000012345670000.0', '6200000012345670000.0', true],
  ['6,200,000,012,345,670,000', '6,200,000,012,345,670,000', true],
  ['6200000012345671.0', '6200000012345671', false],
  ['6200000012345670.0', '6200000012345670.0', true],
  ['620000001234567.0', '620000001234567', false],
  ['6228 **** **** 1017', '6228********1017', false],
])('account %s', (cell, text, damaged) => {
  expect(readAccount(cell)).toEqual({ text, damaged });
});

it.each([
  ['13800001111', null],
  ['021-55550000转801', null],
  ['138****1111', null],
  ['', null],
  ['无', null],
  ['同上', null],
  ['1.38E+10', 'damaged'],
  ['13800000000', 'damaged'],
  ['1380000111', 'malformed'],
  ['138000011112', 'malformed'],
  ['138O0001111', 'malformed'],
  ['661234', 'malformed'],
  ['1380000111、13900001111', null],
])('telephone %s: %s', (cell, fault) => expect(phoneFault(cell)).toBe(fault));

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
