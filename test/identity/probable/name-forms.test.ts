import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKey } from '../../../src/identity/compare-key.ts';
import { nameForm, soundOfWord } from '../../../src/identity/probable/name-forms.ts';

describe('the form of a name', () => {
  it.each([
    ['陳淑貞', '陈淑贞'],
    ['萧伟', '肖伟'],
    ['买买提·艾山', '买买提艾山'],
    ['SMITH JOHN', 'John Smith'],
    ['张*英', '张某英'],
    ['张**', '张某某'],
  ])('is the same of %s and %s', (one, other) => {
    expect(nameForm(one).form).toBe(nameForm(other).form);
  });

  it.each([
    ['张秀英', '张秀莹'],
    ['张*英', '张秀英'],
    ['John Smith', 'Jon Smith'],
  ])('is another of %s and %s', (one, other) => {
    expect(nameForm(one).form).not.toBe(nameForm(other).form);
  });

  it('is what names that are the same but for their characters have in common', () => {
    const name = fc
      .array(fc.constantFrom(...'張张陳陈秀英國国·'), { minLength: 2, maxLength: 5 })
      .map((signs) => signs.join(''))
      .filter((name) => /\p{Script=Han}/u.test(name));
    fc.assert(
      fc.property(name, (name) => {
        expect(nameForm(name).form).toBe(nameKey(name));
      }),
      { seed: 1 },
    );
  });
});

describe('the sound of a name', () => {
  it.each([
    ['王秀英', '王秀莹'],
    ['张志强', '章自强'], // zh and z
    ['李兰', '李南'], // n and l
    ['陈英', '陈因'], // -ing and -in
    ['傅红', '胡红'], // f and hu
    ['John Smith', 'Smyth Jon'],
  ])('is the same of %s and %s', (one, other) => {
    expect(nameForm(one).sound).toBe(nameForm(other).sound);
  });

  it.each([
    ['王秀英', '王秀兰'],
    ['王秀英', '王秀'],
    ['John Smith', 'John Brown'],
  ])('is another of %s and %s', (one, other) => {
    expect(nameForm(one).sound).not.toBe(nameForm(other).sound);
  });
});

describe('the parts of a name', () => {
  it.each([
    ['张秀英', '张', '秀 英'],
    ['欧阳建国', '欧 阳', '建 国'],
    ['欧阳', '欧', '阳'], // a compound surname alone is somebody called 阳
    ['王', '王', ''],
    ['John Smith', 'smith', 'john'],
    ['Smith', 'smith', ''],
  ])('of %s are %s and %s', (name, surname, given) => {
    expect(nameForm(name)).toMatchObject({ surname, given, masked: false });
  });
});

describe('what a masked name still says', () => {
  it.each([
    ['张*英', '张秀英'],
    ['张某英', '张秀英'],
    ['张*', '张英'],
    ['欧阳**', '欧阳建*'],
  ])('%s: how long it is, and its ends, as %s has them', (masked, name) => {
    expect(nameForm(masked).masked).toBe(true);
    expect(nameForm(masked).outline).toBe(nameForm(name).outline);
  });

  it('is not that of a name of another length or with another end', () => {
    for (const other of ['张英', '张秀珍', '王秀英'])
      expect(nameForm(other).outline).not.toBe(nameForm('张*英').outline);
  });
});

describe('the sound of a word in letters', () => {
  it.each([
    ['smith', 'smyth'],
    ['philip', 'filip'],
    ['knight', 'night'],
    ['wright', 'right'],
    ['müller', 'muller'],
    ['lodder', 'loter'],
  ])('is the same of %s and %s', (one, other) => {
    expect(soundOfWord(one)).toBe(soundOfWord(other));
  });

  it.each([
    ['smith', 'brown'],
    ['bell', 'dell'],
    ['', 'a'],
  ])('is another of %s and %s', (one, other) => {
    expect(soundOfWord(one)).not.toBe(soundOfWord(other));
  });
});
