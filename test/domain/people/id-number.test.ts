import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ageOn,
  birthOf,
  checkDigit,
  ID_CLASSES,
  identifies,
  maskId,
  readIdNumber,
  sexOf,
} from '../../../src/domain/people/id-number.ts';
import { anyCell, HOSTILE_PARTS, megabyteOf } from '../hostile.ts';

const withCheck = (first17: string) => first17 + checkDigit(first17);
const MALE = withCheck('99000019800101101');
const first17 = fc
  .record({
    birth: fc.date({ min: new Date('1880-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
    sequence: fc.integer({ min: 0, max: 999 }),
  })
  .map(
    ({ birth, sequence }) =>
      `990000${birth.toISOString().slice(0, 10).replaceAll('-', '')}${String(sequence).padStart(3, '0')}`,
  );
const validId = first17.map(withCheck);

const fullWidth = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const decoration = fc.constantFrom<(text: string) => string>(
  fullWidth,
  (text) => `'${text}`,
  (text) => `’${text}’`,
  (text) => `\t${text}\n`,
  (text) => `="${text}"`,
  (text) => `“${text}”`,
  (text) => text.toLowerCase(),
  (text) => `\ufeff${text}\u00a0`,
  (text) => text.replace(/^(\S{3})/, '$1 '),
  (text) => text.replace(/(\d)(\d{4})/, '$1\u200b$2'),
  (text) => text.replace(/(\d{4})(\d)/, '$1-$2'),
);

describe('readIdNumber', () => {
  it.each([
    [MALE, 'valid18'],
    [withCheck('99000019800229001'), 'valid18'],
    [withCheck('99000019810229001'), 'birth-date'],
    [withCheck('99000018791231001'), 'birth-date'],
    [withCheck('99000021000101001'), 'birth-date'],
    ['990000800101101', 'valid15'],
    ['990000801301101', 'malformed'],
    ['990000198001011000', checkDigit('99000019800101100') === '0' ? 'valid18' : 'damaged'],
    ['990000198013011000', 'damaged'],
    ['9.9E+17', 'damaged'],
    ['9.90000198001011E+17', 'damaged'],
    ['９.９Ｅ１７', 'damaged'],
    ['9.90e17', 'damaged'],
    ['990000198001011008.0', 'damaged'],
    ['990000********1234', 'masked'],
    ['990000XXXXXXXX1234', 'masked'],
    ['990000＊＊＊＊＊＊＊＊123x', 'masked'],
    ['990000×××1234', 'masked'],
    ['990000…1234', 'masked'],
    ['990000-●●●●-1234', 'masked'],
    ['无', 'placeholder'],
    ['没有', 'placeholder'],
    ['未办理', 'placeholder'],
    ['无身份证', 'placeholder'],
    ['不详', 'placeholder'],
    ['/', 'placeholder'],
    ['——', 'placeholder'],
    ['****', 'placeholder'],
    ['0', 'placeholder'],
    ['000000000000000000', 'placeholder'],
    ['111111111111111111', 'placeholder'],
    ['123456789012345678', 'placeholder'],
    ['n/a', 'placeholder'],
    ['null', 'placeholder'],
    ['E12345678', 'other-document'],
    ['EA1234567', 'other-document'],
    ['H1234567890', 'other-document'],
    ['M12345678', 'other-document'],
    ['01234567', 'other-document'],
    ['USA123456789012', 'other-document'],
    ['军字第2001988号', 'other-document'],
    [`${MALE}44`, 'valid18'],
    [`${MALE} 11b1`, 'valid18'],
    [`${withCheck('99000019810229001')}21`, 'birth-date'],
    ['99000019800101000043', 'checksum'],
    ['99000019801301000043', 'birth-date'],
    ['11111111111111111111', 'placeholder'],
    [`${MALE}95`, 'malformed'],
    ['62284800100020003004', 'malformed'],
    ['9900001980010110', 'malformed'],
    ['张三', 'malformed'],
    ['', 'missing'],
    [' \t\u200b', 'missing'],
    ["'", 'missing'],
  ])('%s is %s', (cell, expected) => {
    expect(readIdNumber(cell).class).toBe(expected);
  });

  it('writes a star for every hidden character, and keeps a check digit X', () => {
    expect(readIdNumber('990000XXXXXXXX123x').text).toBe('990000********123X');
    expect(readIdNumber('990000…1234').text).toBe('990000********1234');
    expect(readIdNumber('99000019800101XXXX').text).toBe('99000019800101****');
  });

  it.each([
    ['990107****122x', '990107********122X'],
    ['990107＊122x', '990107********122X'],
    ['990107**********1223', '990107********1223'],
    ['990107________1223', '990107********1223'],
    ['990107----1223', '990107********1223'],
    ['990107××××××1223', '990107********1223'],
    ['990107xxxx1223', '990107********1223'],
    ['990***********1223', '990***********1223'],
    ['990*1223', '990***********1223'],
    ['**************1223', '**************1223'],
    ['****122X', '**************122X'],
    ['99010719900101****', '99010719900101****'],
    ['99010719900101**', '99010719900101****'],
    ['990107******123', '990107******123'],
    ['990107****123', '990107****123'],
    ['990107********122x43', '990107********122X'],
    ['990107****122x43', '990107********122X'],
    ['990107********122343', '990107********1223'],
    ['990107********122343B1', '990107********1223'],
    ['99**07****01**12**', '99**07****01**12**'],
  ])('%s is %s', (cell, text) => {
    expect(readIdNumber(cell)).toEqual({ class: 'masked', text, key: null });
  });

  it('gives 15 and 18 digits of one person the same key', () => {
    expect(readIdNumber('990000800101101').key).toBe(MALE);
    expect(readIdNumber(MALE).key).toBe(MALE);
  });

  it('knows the check digit of the standard’s own example', () => {
    expect(checkDigit('11010519491231002')).toBe('X');
    expect(checkDigit('1101051949123100')).toBe('');
  });

  it('reads a valid number through any mixture of decorations', () => {
    fc.assert(
      fc.property(validId, fc.array(decoration, { maxLength: 6 }), (id, decorations) => {
        const cell = decorations.reduce((text, decorate) => decorate(text), id);
        expect(readIdNumber(cell)).toEqual({ class: 'valid18', text: id, key: id });
      }),
    );
  });

  it('never calls a number valid18 after one digit has changed', () => {
    fc.assert(
      fc.property(validId, fc.nat(17), fc.constantFrom(...'0123456789X'), (id, at, other) => {
        fc.pre(id[at] !== other);
        expect(readIdNumber(id.slice(0, at) + other + id.slice(at + 1)).class).not.toBe('valid18');
      }),
    );
  });

  it('cleans once: its text reads as itself', () => {
    fc.assert(
      fc.property(anyCell, (cell) => {
        const once = readIdNumber(cell);
        expect(ID_CLASSES).toContain(once.class);
        expect(readIdNumber(once.text)).toEqual(once);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(HOSTILE_PARTS)('refuses a megabyte of %j', (part) => {
    expect(readIdNumber(megabyteOf(part)).class).toBe('malformed');
    expect(readIdNumber(part.repeat(Math.floor(1000 / part.length))).key).toBeNull();
  });
});

describe('what a number says', () => {
  it('birth, sex and age', () => {
    expect(birthOf(MALE)).toBe('1980-01-01');
    expect(birthOf('nonsense')).toBeNull();
    expect(sexOf(MALE)).toBe('male');
    expect(sexOf('990000198001011020')).toBe('female');
    expect([ageOn('1980-02-29', '2017-02-28'), ageOn('1980-02-29', '2017-03-01')]).toEqual([36, 37]);
    expect([ageOn('1980-01-15', '2017-01-14'), ageOn('1980-01-15', '2017-01-15')]).toEqual([36, 37]);
  });

  it.each([
    ['', false],
    ['无', false],
    ['990000********0220', true],
    ['990000********001X', true],
    ['990000********022*', false],
    ['9900**********0220', false],
    ['9.90000195203150E+17', true],
    ['9.90000E+17', false],
    ['99000019520315', true],
    ['E12345678', true],
    ['990000195203150221', true],
  ])('%s tells its bearer from others: %s', (text, does) => {
    expect(identifies(readIdNumber(text))).toBe(does);
  });

  it.each([
    ['310107198001011234', '310107********1234'],
    ['310107800101123', '310107******123'],
    ['E12345678', 'E1*****78'],
    ['1234567', '1*****7'],
    ['123456', '******'],
    ['', ''],
  ])('%s is shown as %s', (text, masked) => {
    expect(maskId(text)).toBe(masked);
  });

  it('shows at most half of anything that is no ID number', () => {
    fc.assert(
      fc.property(anyCell, (text) => {
        fc.pre(!/^[\dX*]{15,18}$/.test(text) && Array.from(text).length > 4 && !text.includes('*'));
        const shown = Array.from(maskId(text)).filter((character) => character !== '*');
        expect(shown.length).toBeLessThanOrEqual(Array.from(text).length / 2);
      }),
    );
  });
});

describe('whether a number tells its bearer from namesakes', () => {
  it.each([
    [MALE, true],
    [`${MALE.slice(0, 17)}${MALE.endsWith('1') ? '2' : '1'}`, true],
    ['990000********1101', true],
    ['990000************', false],
    ['9.9000019800101E+17', true],
    ['9.900001980E+17', true],
    ['9.90000198E+17', false],
    ['9.90000E+17', false],
    ['E12345678', true],
    ['12345', false],
    ['无', false],
    ['', false],
  ])('of %s: %s', (cell, is) => {
    expect(identifies(readIdNumber(cell))).toBe(is);
  });
});
