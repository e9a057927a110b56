import { describe, expect, it } from 'vitest';
import { containment } from '../../../src/domain/campaign/category.ts';

const CATEGORIES = {
  孤残儿童: ['散居孤儿', '残疾儿童'],
  困境儿童: ['孤残儿童', '留守儿童'],
  残疾人: ['残疾儿童', '重残无业'],
};

describe('containment', () => {
  it.each([
    ['散居孤儿', ['散居孤儿', '孤残儿童', '困境儿童']],
    ['残疾儿童', ['残疾儿童', '孤残儿童', '残疾人', '困境儿童']],
    ['留守儿童', ['留守儿童', '困境儿童']],
    ['困境儿童', ['困境儿童']],
    ['低保家庭', ['低保家庭']],
  ])('%s', (category, expected) => {
    const found = containment(CATEGORIES)(category);
    expect(found[0]).toBe(category);
    expect([...found].sort()).toEqual([...expected].sort());
  });

  it('ends where categories contain each other', () => {
    expect(containment({ 乙: ['甲'], 丙: ['乙'], 甲: ['丙', '甲'] })('甲').sort()).toEqual(['甲', '乙', '丙'].sort());
  });
});
