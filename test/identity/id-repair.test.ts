import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigit, wholeNumber } from '../../src/domain/people/id-number.ts';
import { repairsOf } from '../../src/identity/id-repair.ts';

/** Half of them with a birth date, half with any digits. */
const numbers = fc
  .tuple(
    fc.bigInt({ min: 10n ** 16n, max: 10n ** 17n - 1n }),
    fc.date({ min: new Date('1880-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
    fc.boolean(),
  )
  .map(([first17, born, isBorn]) => {
    const digits = String(first17);
    const day = born.toISOString().slice(0, 10).replaceAll('-', '');
    return BigInt(isBorn ? digits.slice(0, 6) + day.slice(0, 8) + digits.slice(14) : digits);
  });
const hasMonthAndDay = (id: string) => /^.{10}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/.test(id);
const replaced = (text: string, place: number, sign: string) => text.slice(0, place) + sign + text.slice(place + 1);
const swapped = (text: string, place: number) =>
  replaced(replaced(text, place, text[place + 1] ?? ''), place + 1, text[place] ?? '');

/** Every number that a single mistake could have made into this one: all of them are tried. */
function byTrying(id: string): Set<bigint> {
  const places = Array.from(id, (_, place) => place);
  const changed = [
    ...places.flatMap((place) => [...'0123456789X'].map((sign) => replaced(id, place, sign))),
    ...places.slice(1).map((place) => swapped(id, place - 1)),
  ];
  const valid = changed.filter(
    (text) =>
      /^\d{17}[\dX]$/.test(text) && checkDigit(text.slice(0, 17)) === text[17] && text !== id && hasMonthAndDay(text),
  );
  return new Set(valid.map((text) => BigInt(text.slice(0, 17))));
}

describe('the repairs of an ID number', () => {
  it('are all valid numbers that one wrong character or one swap may have made it of', () => {
    const mistaken = fc
      .tuple(numbers, fc.nat(17), fc.constantFrom(...'0123456789XO?'), fc.boolean())
      .map(([first17, place, sign, swap]) =>
        swap ? swapped(wholeNumber(first17), Math.min(place, 16)) : replaced(wholeNumber(first17), place, sign),
      )
      // An X that is no check digit hides a digit: such a number is masked, not mistyped.
      .filter((id) => checkDigit(id.slice(0, 17)) !== id[17] && !/X./.test(id));
    fc.assert(
      fc.property(mistaken, (id) => {
        expect(new Set(repairsOf(id))).toEqual(byTrying(id));
      }),
      { numRuns: 2000 },
    );
  });

  it('are none of a right number, of two unreadable characters, or of another length', () => {
    const right = wholeNumber(99_000_019_450_101_001n);
    expect(repairsOf(right)).toEqual([]);
    expect(repairsOf(`OO${right.slice(2)}`)).toEqual([]);
    expect(repairsOf(right.slice(1))).toEqual([]);
  });
});
