import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskedPerson, maskText } from '../../../src/domain/shown/masking.ts';

describe('text that is shown', () => {
  it.each([
    ['王秀英', '王秀英'],
    ['2017年', '2017年'],
    ['550元', '550元'],
    ['990000194501010019', '990000********0019'],
    ['99000019450101001X', '990000********001X'],
    ['990000450101001', '990000******001'],
    ['身份证990000194501010019（代）', '身份证990000********0019(代)'],
    ['９９００００１９４５０１０１００１９', '990000********0019'],
    ['990000********0019', '990000********0019'],
    ['电话14200001234', '电话14*******34'],
    ['XM2017000123', 'XM2017000123'],
    ['TEL20212345', 'TEL20****45'],
    ['Tel-20212345', 'Tel-20****45'],
    ['qq2012345678', 'qq20******78'],
  ])('%s is %s', (text, shown) => {
    expect(maskText(text)).toBe(shown);
  });

  it('never holds seven digits in a row that are no day, and no number of a document (XM2017000)', () => {
    const document = /(?<!X)X{2,8}(?:19|20)\d{2,8}(?!\d)/g;
    const parts = fc.array(
      fc.oneof(
        fc.string({ unit: fc.constantFrom(...'0123456789０９'), maxLength: 24 }),
        fc.constantFrom('王', ' ', 'X', ':', '*'),
      ),
    );
    fc.assert(
      fc.property(parts, (texts) => {
        const shown = maskText(texts.join(''))
          .replace(document, '')
          .replace(/20\d{6,12}/g, '');
        expect(shown).not.toMatch(/\d{7}/);
      }),
      { examples: [[['X', 'X', '2000000']]] },
    );
  });
});

describe('a person in a finding', () => {
  it.each([
    ['王秀英', '990000194501010019', '王秀英 990000********0019'],
    ['王秀英', null, '王秀英'],
    [null, '990000194501010019', '990000********0019'],
    [null, null, ''],
    ['990000194501010019', null, '990000********0019'],
  ])('%s, %s', (name, id, shown) => {
    expect(maskedPerson(name, id)).toBe(shown);
  });
});
