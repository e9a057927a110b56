import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress } from '../../../src/domain/people/address.ts';

const SHIQUAN = { street: '石泉路', numbers: ['12', '3', '501'], committee: '', town: '', words: [] };

describe('an address', () => {
  it.each([
    '石泉路12弄3号501室',
    '石泉路12-3-501',
    '石泉路12弄3号楼501',
    '石泉路 12弄 3号 501室',
    '石泉路１２弄３号５０１室',
    '石泉路十二弄三号五〇一室',
    '石泉路12弄03号0501室',
    '上海市普陀区石泉路12弄3号501室',
    '普陀区石泉路街道石泉路12弄3号501室',
    '石泉路12弄3号501室（近兰溪路）',
    '石泉路12弄3号501室(钥匙在邻居处',
  ])('says the same as any other of its flat: %s', (cell) => {
    expect(readAddress(cell)).toEqual({ ...SHIQUAN, town: cell.includes('石泉路街道') ? '石泉路' : '' });
  });

  it.each([
    ['石泉一居委会石泉路12弄3号', { street: '石泉路', numbers: ['12', '3'], committee: '石泉一' }],
    ['石泉一村社区12号', { street: '石泉一村', numbers: ['12'], committee: '石泉一村' }],
    ['石泉一村居委会石泉路12弄3号', { street: '石泉路', numbers: ['12', '3'], committee: '石泉一村' }],
    ['东村村委会石泉路12号', { street: '石泉路', numbers: ['12'], committee: '东村' }],
    ['曹杨新村12号', { street: '曹杨新村', numbers: ['12'], committee: '' }],
    ['城港路街道东村12号', { street: '东', numbers: ['12'], committee: '东', town: '城港路' }],
    ['山东省莱州市城港路街道东村12号', { street: '东', numbers: ['12'], committee: '东', town: '城港路' }],
    ['石泉小区3号B座501A', { street: '石泉小区', numbers: ['3', '501A'], committee: '' }],
    ['石泉小区3B号501a室', { street: '石泉小区', numbers: ['3B', '501A'], committee: '' }],
    ['石泉路', { street: '石泉路', numbers: [], committee: '' }],
    ['盈浦街道庆华村64号', { street: '庆华', numbers: ['64'], committee: '庆华', town: '盈浦' }],
    ['青浦区练塘镇庆华村委会64号', { street: '庆华', numbers: ['64'], committee: '庆华', town: '练塘' }],
    ['夏阳街道办事处人民路3号', { street: '人民路', numbers: ['3'], committee: '', town: '夏阳' }],
  ])('says where, and the numbers in their order: %s', (cell, expected) => {
    expect(readAddress(cell)).toEqual({ town: '', ...expected, words: [] });
  });

  it('in letters is its words in any order, and its numbers', () => {
    const expected = {
      street: 'maple street unit',
      numbers: ['12', '3b'],
      committee: '',
      town: '',
      words: ['maple', 'street', 'unit'],
    };
    expect(readAddress('12 Maple Street, Unit 3B')).toEqual(expected);
    expect(readAddress('Unit 12, maple street 3b')).toEqual(expected);
  });

  it.each(['', '   ', '()', 'x'.repeat(1001), '路'.repeat(1001)])('may say nothing', (cell) => {
    expect(readAddress(cell)).toMatchObject({ street: '', numbers: [], committee: '' });
  });

  it('can be read whatever stands there', () => {
    const sign = fc.constantFrom(...'石泉路一十〇两零百万弄号室村社区居委市省县街道镇(（)） -#09Aa１');
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 40 }), (signs) => {
        const { numbers, street } = readAddress(signs.join(''));
        for (const number of numbers) expect(number).toMatch(/^\w*\d\w*$/);
        if (/\p{Script=Han}/u.test(street)) expect(street).not.toMatch(/\d/);
      }),
      { seed: 1, numRuns: 3000 },
    );
  });

  it('takes no longer for what is long', () => {
    const begin = performance.now();
    for (const part of ['市', '区', '号', '一', '(', '村委', '12-', '街道'])
      readAddress(part.repeat(500 / part.length));
    expect(performance.now() - begin).toBeLessThan(2000);
  });
});
