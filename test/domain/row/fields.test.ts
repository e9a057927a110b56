import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import {
  condition,
  count,
  date,
  type FieldProblem,
  id,
  money,
  oneOrMore,
  rate,
  text,
  word,
} from '../../../src/domain/row/fields.ts';

const YUAN = 100n;

describe('figures', () => {
  it.each([
    ['money', money, '33万元', { value: 330_000n * YUAN, unit: 'money', step: 10_000n * YUAN }],
    ['money, a bare number', money, 330_000, { value: 330_000n * YUAN, unit: 'money', step: YUAN }],
    ['money, a bare decimal', money, 0.1, { value: 10n, unit: 'money', step: 10n }],
    ['a count', count, '约600人', { value: 600n, unit: 'persons', qualifier: 'about' }],
    ['a count, a bare number', count, 600, { value: 600n, unit: 'none', qualifier: 'exact' }],
    [
      'a rate',
      rate,
      '每户200-500元',
      { low: { value: 200n * YUAN }, high: { value: 500n * YUAN }, per: ['households'] },
    ],
    ['a rate, a bare number', rate, 550, { low: { value: 550n * YUAN }, high: { value: 550n * YUAN }, per: [] }],
  ])('%s', (_, schema, printed, value) => {
    expect(schema.parse(printed)).toMatchObject(value);
  });

  it.each<[FieldProblem, unknown, string, z.ZodMiniType]>([
    ['not-money', '600人', 'money', money],
    ['bad-grouping', '1,23元', 'money', money],
    ['negative', -5, 'money', money],
    ['not-a-figure', 1e21, 'money', money],
    ['below-fen', 0.001, 'money', money],
    ['too-vague', '几百人', 'count', count],
    ['not-whole', 0.5, 'count', count],
    ['not-a-count', '33万元', 'count', count],
    ['range-reversed', '500-200元/户', 'rate', rate],
    ['not-a-date', '尽快', 'date', date],
    ['not-an-id', '低保 户', 'id', id],
    ['empty-text', ' 　', 'text', text],
    ['not-a-condition', '老人', 'condition', condition],
  ])('says %s of %j, read as %s', (problem, value, kind, schema) => {
    const [issue, ...more] = schema.safeParse(value).error?.issues ?? [];
    expect(issue).toMatchObject({ code: 'custom', params: { problem, kind } });
    expect(more).toEqual([]);
  });

  it.each([
    ['money', money],
    ['count', count],
    ['rate', rate],
    ['date', date],
    ['id', id],
    ['text', text],
    ['condition', condition],
  ])('%s refuses other types', (_, schema: z.ZodMiniType) => {
    for (const value of [null, true, [], {}, undefined]) expect(schema.safeParse(value).success).toBe(false);
  });
});

describe('id', () => {
  it.each(['a', 'z', 'putuo-2017', '1', '0-9', 'low-income'])('takes %s', (value) => {
    expect(id.parse(value)).toBe(value);
  });

  it.each(['', 'A', 'low_income', '-a', 'a-', 'a--b', 'a b', 'ａ', 'a\n'])('refuses %j', (value) => {
    expect(id.safeParse(value).success).toBe(false);
  });
});

describe('condition', () => {
  it.each([
    [1, '1'],
    ['2+', '2+'],
    ['2-4', '2-4'],
    ['2人', '2'],
    ['3人户', '3'],
    ['2人及以上', '2+'],
    ['2人户以上', '2+'],
    ['80周岁及以上', '80+'],
    ['60-79周岁', '60-79'],
    ['60岁至79岁', '60-79'],
    ['６０～７９', '60-79'],
  ])('%s is %s', (printed, read) => {
    expect(condition.parse(printed)).toBe(read);
  });

  it.each(['', '+', '2++', '-4', '2-', '2-4-6', 'a', '2.5', -1])('refuses %j', (printed) => {
    expect(condition.safeParse(printed).success).toBe(false);
  });
});

describe('oneOrMore', () => {
  const texts = oneOrMore(text);

  it.each([
    ['民政', ['民政']],
    [['民政'], ['民政']],
    [
      ['民政', '人社'],
      ['民政', '人社'],
    ],
  ])('%j is %j', (value, list) => {
    expect(texts.parse(value)).toEqual(list);
  });

  it.each([[[]], [['民政', '']], ['']])('refuses %j', (value) => {
    expect(texts.safeParse(value).success).toBe(false);
  });
});

describe('word', () => {
  const binding = word({ hard: ['必须', '务必'], soft: ['原则上'] });

  it.each([
    ['hard', 'hard'],
    ['必须', 'hard'],
    ['务必', 'hard'],
    ['soft', 'soft'],
    ['原则上', 'soft'],
  ])('%s is %s', (said, meant) => {
    expect(binding.parse(said)).toBe(meant);
  });

  it('names all that it takes where it refuses', () => {
    const [issue] = binding.safeParse('也许').error?.issues ?? [];
    expect(issue).toMatchObject({ code: 'invalid_value', values: ['hard', '必须', '务必', 'soft', '原则上'] });
  });
});
