import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/domain/nearest.ts';

const KEYS = ['standard', 'source', 'amount', 'reach', 'form', 'name'];

describe('nearest', () => {
  it.each([
    ['standart', 'standard'],
    ['Standard', 'standard'],
    ['STANDRAD', 'standard'],
    ['amout', 'amount'],
    ['reachs', 'reach'],
    ['frm', 'form'],
    ['nane', 'name'],
    ['colour', null],
    ['x', null],
    ['deadlines', null],
  ])('%s is %s', (word, known) => {
    expect(nearest(word, KEYS)).toBe(known);
  });

  it.each([
    ['现钱', '现金'],
    ['社会化发送', '社会化发放'],
    ['政府购买', null], // half of it is something else
    ['走亲访友', null],
  ])('%s is %s', (word, known) => {
    expect(nearest(word, ['现金', '实物', '社会化发放', '政府采购'])).toBe(known);
  });

  it('prefers the word with fewer mistakes, wherever it stands', () => {
    expect(nearest('reach', ['teach', 'reach'])).toBe('reach');
    expect(nearest('reach', ['reach', 'teach'])).toBe('reach');
  });

  it('knows nothing near among no words', () => {
    expect(nearest('reach', [])).toBeNull();
  });
});
