import { describe, expect, it } from 'vitest';
import {
  type CountUnit,
  countUnitOf,
  MEASURE_WORDS_PATTERN,
  REACH_UNITS,
  rateFits,
  UNIT_WORD,
} from '../../src/domain/unit.ts';

describe('countUnitOf', () => {
  it.each<[string, CountUnit | undefined]>([
    ['人', 'persons'],
    ['名', 'persons'],
    ['位', 'persons'],
    ['个', 'ones'],
    ['个困难学生', 'persons'],
    ['个人', 'persons'],
    ['户', 'households'],
    ['家庭', 'households'],
    ['个家庭', 'households'],
    ['户家庭', 'households'],
    ['个困难家庭', 'households'],
    ['户困难家庭', 'households'],
    ['份', 'items'],
    ['个温暖包', 'items'],
    ['件', 'pieces'],
    ['套', 'pieces'],
    ['箱', 'pieces'],
    ['床', 'pieces'],
    ['吨', 'pieces'],
    ['所', 'institutions'],
    ['家', 'institutions'],
    ['家企业', 'institutions'],
    ['个单位', 'institutions'],
    ['个敬老院', 'institutions'],
    ['个机构', 'institutions'],
    ['支队伍', 'institutions'],
    ['人次', 'personTimes'],
    ['名次', 'personTimes'],
    ['户次', 'householdTimes'],
    ['次', 'times'],
    ['元', undefined],
    ['', undefined],
  ])('“%s” is %s', (text, unit) => {
    const [word = text] = new RegExp(`^(?:${MEASURE_WORDS_PATTERN})`).exec(text) ?? [];
    expect(countUnitOf(word, text.slice(word.length))).toBe(unit);
  });

  it.each(REACH_UNITS)('knows the word that is printed for %s', (unit) => {
    expect(countUnitOf(UNIT_WORD[unit])).toBe(unit);
  });
});

it('looks for longer words before the shorter ones they begin with', () => {
  const words = MEASURE_WORDS_PATTERN.split('|');
  expect(words).toContain('人次');
  for (const [index, word] of words.entries()) {
    expect(words.slice(index + 1).filter((later) => later.startsWith(word))).toEqual([]);
  }
});

const COUNT_UNITS = [...REACH_UNITS, 'ones', 'times'] as const;

describe('rateFits', () => {
  it.each(REACH_UNITS)('a rate that names no unit fits %s', (unit) => {
    expect(rateFits([], unit)).toBe(true);
  });

  it.each<[string, CountUnit[], Record<CountUnit, boolean>]>([
    ['人', ['persons'], fits('persons', 'personTimes', 'items')],
    ['人次', ['personTimes'], fits('persons', 'personTimes', 'items')],
    ['户', ['households'], fits('households', 'householdTimes', 'items')],
    ['户次', ['householdTimes'], fits('households', 'householdTimes', 'items')],
    ['份', ['items'], fits('items')],
    ['件', ['pieces'], fits('pieces', 'items')],
    ['所', ['institutions'], fits('institutions', 'items')],
    ['个', ['ones'], fits('ones', 'items')],
    ['次', ['times'], fits('times', 'personTimes', 'householdTimes', 'items')],
    [
      '人次（户）',
      ['personTimes', 'households'],
      fits('persons', 'personTimes', 'households', 'householdTimes', 'items'),
    ],
  ])('a rate per %s', (_, per, expected) => {
    expect(Object.fromEntries(COUNT_UNITS.map((unit) => [unit, rateFits(per, unit)]))).toEqual(expected);
  });
});

function fits(...units: CountUnit[]): Record<CountUnit, boolean> {
  const answers = COUNT_UNITS.map((unit) => [unit, units.includes(unit)]);
  return Object.fromEntries(answers) as Record<CountUnit, boolean>;
}
