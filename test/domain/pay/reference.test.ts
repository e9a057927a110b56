import { describe, expect, it } from 'vitest';
import { paymentReference, readReference, referenceCode } from '../../../src/domain/pay/reference.ts';

const ALPHABET = [...'BCDFGHJKMNPQRTWXY0123456789'];

describe('a reference', () => {
  const reference = paymentReference('KTWB', 3, 123);

  it('is letters and digits that no spreadsheet takes for a number', () => {
    expect(reference).toMatch(/^KTWB003000123[A-Z]$/);
    expect(referenceCode('0f3a')).toMatch(/^[A-Z]{4}$/);
  });

  it.each([
    [reference, reference],
    [`春节补助 ${reference}`, reference],
    [`附言：${reference.toLowerCase()}；`, reference],
    [[...reference].map((sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)).join(''), reference],
    [`${reference} ${reference}`, reference],
    [`${reference} ${paymentReference('KTWB', 3, 124)}`, null],
    [`X${reference}`, null],
    ['KTWB003', null],
    ['', null],
  ])('is read from %s', (cell, read) => {
    expect(readReference(cell)).toBe(read);
  });

  it('with one sign mistyped, or two that changed places, is no other payment’s', () => {
    const all = new Set(Array.from({ length: 999 }, (_, index) => paymentReference('KTWB', 3, index + 1)));
    for (const known of ['KTWB', 'BCDF'].map((code) => paymentReference(code, 3, 123))) {
      for (let at = 0; at < known.length; at += 1) {
        for (const sign of ALPHABET) {
          const mistyped = known.slice(0, at) + sign + known.slice(at + 1);
          if (mistyped !== known) expect(all.has(mistyped)).toBe(false);
        }
        const swapped = known.slice(0, at) + known.slice(at + 1, at + 2) + known.charAt(at) + known.slice(at + 2);
        if (swapped !== known) expect(all.has(swapped)).toBe(false);
      }
    }
  });

  it('is refused where it would not be one', () => {
    expect(() => paymentReference('KTWB', 1000, 1)).toThrow(RangeError);
    expect(() => paymentReference('KTWB', 1, 1_000_000)).toThrow(RangeError);
    expect(() => paymentReference('ABCD', 1, 1)).toThrow(RangeError);
  });
});
