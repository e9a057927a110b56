import { describe, expect, it } from 'vitest';
import {
  REACH_UNITS,
  type ReachUnit,
  rateFits,
  reachUnitOf,
  UNIT_WORD,
  UNIT_WORDS_PATTERN,
} from '../../src/domain/unit.ts';

describe('reachUnitOf', () => {
  it.each<[string, ReachUnit | undefined]>([
    ['人', 'persons'],
    ['名', 'persons'],
    ['位', 'persons'],
    ['个', 'persons'],
    ['户', 'households'],
    ['家庭', 'households'],
    ['个家庭', 'households'],
    ['户家庭', 'households'],
    ['个困难家庭', 'households'],
    ['户困难家庭', 'households'],
    ['份', 'items'],
    ['件', 'items'],
    ['套', 'items'],
    ['盒', 'items'],
    ['箱', 'items'],
    ['包', 'items'],
    ['人次', 'personTimes'],
    ['名次', 'personTimes'],
    ['户次', 'householdTimes'],
    ['元', undefined],
    ['人户', undefined],
    ['', undefined],
  ])('“%s” is %s', (word, unit) => {
    expect(reachUnitOf(word)).toBe(unit);
  });

  it.each(REACH_UNITS)('knows the word that is printed for %s', (unit) => {
    expect(reachUnitOf(UNIT_WORD[unit])).toBe(unit);
  });
});

it('looks for longer words before the shorter ones they begin with', () => {
  const words = UNIT_WORDS_PATTERN.split('|');
  expect(words).toContain('人次');
  for (const [index, word] of words.entries()) {
    expect(words.slice(index + 1).filter((later) => later.startsWith(word))).toEqual([]);
  }
});

describe('rateFits', () => {
  it.each(REACH_UNITS)('a rate that names no unit fits %s', (unit) => {
    expect(rateFits([], unit)).toBe(true);
  });

  it.each<[string, ReachUnit[], Record<ReachUnit, boolean>]>([
    ['人', ['persons'], fits('persons', 'personTimes', 'items')],
    ['人次', ['personTimes'], fits('persons', 'personTimes', 'items')],
    ['户', ['households'], fits('households', 'householdTimes', 'items')],
    ['户次', ['householdTimes'], fits('households', 'householdTimes', 'items')],
    ['份', ['items'], fits('items')],
    [
      '人次（户）',
      ['personTimes', 'households'],
      fits('persons', 'personTimes', 'households', 'householdTimes', 'items'),
    ],
  ])('a rate per %s', (_, per, expected) => {
    expect(Object.fromEntries(REACH_UNITS.map((unit) => [unit, rateFits(per, unit)]))).toEqual(expected);
  });
});

function fits(...units: ReachUnit[]): Record<ReachUnit, boolean> {
  const answers = REACH_UNITS.map((unit) => [unit, units.includes(unit)]);
  return Object.fromEntries(answers) as Record<ReachUnit, boolean>;
}
