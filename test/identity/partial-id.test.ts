import { describe, expect, it } from 'vitest';
import { readIdNumber } from '../../src/domain/people/id-number.ts';
import { contradict, patternOf } from '../../src/identity/partial-id.ts';

const patternIn = (cell: string) => {
  const { class: found, text } = readIdNumber(cell);
  return patternOf(found, text);
};

describe('what is known of a number', () => {
  it.each([
    ['990001********1019', '990001********1019', 'behind stars'],
    ['990001XXXXXXXX1019', '990001********1019', 'behind letters'],
    ['990001******101', '99000119******101*', 'of 15 characters'],
    ['990001195003151000', '990001195003151***', 'cut to 15 digits'],
    ['9.90001E+17', '990001************', 'as a power of ten'],
    ['99000119500315', '99000119500315****', 'without its end'],
    ['990001195003151010', '990001195003151010', 'mistyped'],
    ['99O001195003151019', null, 'with a letter'],
    ['000000000000000000', null, 'that stands for nothing'],
    ['111111111111111111', null, 'that stands for nothing'],
    ['123456789012345678', null, 'that stands for nothing'],
    ['无', null, 'of none'],
    ['E12345678', null, 'of a passport'],
  ])('of %s is %s: %s', (cell, pattern, _what) => {
    expect(patternIn(cell)).toBe(pattern);
  });
});

describe('numbers', () => {
  it.each([
    ['990001********1019', '990001195003151019', false],
    ['990001********1019', '990001195003151087', true],
    ['990001********1019', '990001195003151018', true],
    ['990001195003151018', '990001195003151019', false],
    ['990001195003151***', '990001195003160019', false],
    ['990001195003151***', '990001195004260019', true],
    ['990001********1019', '990002195003152087', true],
    ['990001********1019', '******19500315****', false],
  ])('%s and %s contradict each other: %s', (one, other, is) => {
    expect(contradict(one, other)).toBe(is);
    expect(contradict(other, one)).toBe(is);
  });
});
