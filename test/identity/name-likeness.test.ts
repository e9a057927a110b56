import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadNameComparer } from '../../src/identity/name-comparer.ts';
import { isNear, type NameLevel } from '../../src/identity/name-level.ts';

const compareNames = await loadNameComparer();

const PAIRS: Readonly<Record<NameLevel, ReadonlyArray<readonly [string, string]>>> = {
  same: [
    ['王秀英', '王秀英'],
    ['John Smith', 'John Smith'],
    ['', ''],
  ],
  variant: [
    ['陳淑貞', '陈淑贞'],
    ['呂鳳蘭', '吕凤兰'],
    ['李峯', '李峰'],
    ['葉勳', '叶勋'],
    ['黃秋煕', '黄秋熙'],
    ['范靑', '范青'],
    ['鍾玉珮', '钟玉佩'],
    ['蕭紅', '肖红'],
    ['萧红', '肖红'],
    ['閻明', '闫明'],
    ['閆明', '阎明'],
    ['戴华', '代华'],
    ['傅强', '付强'],
    ['藍天', '兰天'],
    ['邱平', '丘平'],
    ['王乾', '王干'], // 简 of 乾 by a converter, though it is read qian
    ['SMITH JOHN', 'John Smith'],
    ['Smith, John', 'John Smith'],
    ['SMITHJOHN', 'John Smith'],
    ["O'BRIEN MARY", 'Mary Obrien'],
    ['Jean-Pierre Dupont', 'DUPONT JEANPIERRE'],
    ['王A', '王a'],
  ],
  'same-sound': [
    ['王英', '王瑛'],
    ['王英', 'WANG YING'],
    ['王秀英', 'Xiuying Wang'],
    ['王秀英', 'WANG, Xiu-Ying'],
    ['吕绿', 'LYU LU'],
    ['仇英', 'Qiu Ying'],
    ['章叁', '张三'],
    ['李喆', '李哲'], // a character of its own in names since 2013
    ['李堃', '李坤'],
    ['王付生', '王傅生'], // one for the other in surnames only
    ['仇英', '邱英'],
    ['仇英', '愁英'],
    ['单红', '善红'],
    ['單红', '善红'],
    ['解芳', '谢芳'],
    ['曾平', '增平'],
    ['查明', '扎明'],
    ['区明', '欧明'],
    ['盖强', '葛强'],
    ['尉迟明', '玉池明'],
    ['尉遲明', '玉池明'],
    ['万俟军', '莫奇军'],
    ['长孙平', '张荪平'],
    ['朴花', '飘花'],
    ['翟明', '狄明'],
    ['员军', '云军'],
    ['任晓乐', '任晓月'],
    ['古丽娜尔·玉素甫', '古力娜尔·玉素甫'],
    ['吕明', '侣明'],
    ['𠮷田重子', '𠮷田虫子'],
  ],
  'near-sound': [
    ['张志强', '张自强'],
    ['陈思', '陈诗'],
    ['章珊', '张三'],
    ['程诗', '陈思'],
    ['宁红', '林红'],
    ['李宁', '李玲'],
    ['王金', '王京'],
    ['王芬', '王风'],
    ['王珍', '王正'],
    ['詹平', '张平'],
    ['王常', '王灿'],
    ['胡军', '福军'],
    ['李飞', '李辉'],
    ['黄丽', '方丽'],
    ['吕芳', '女芳'],
  ],
  'similar-shape': [
    ['王未', '王末'],
    ['王己', '王已'],
    ['李巳生', '李己生'],
    ['土英', '士英'],
    ['王日明', '王曰明'],
    ['李戊', '李戌'],
    ['李戍', '李戌'],
    ['刘红', '对红'],
    ['王霞', '王露'],
    ['天玉霞', '夫玉露'],
    ['未日', '末曰'],
    ['鄭蘭', '邓蘭'],
  ],
  'one-more-or-less': [
    ['王秀英', '王秀'],
    ['王秀英', '秀英'],
    ['欧阳建国', '欧阳国'],
    ['陳秀英', '陈英'],
    ['𠮷田花子', '𠮷花子'],
    ['古丽娜尔·玉素甫', '古丽娜尔'],
    ['古丽娜尔·玉素甫', '玉素甫'],
    ['古丽娜尔·玉素甫', '古丽娜尔玉素甫'],
    ['古丽娜尔·玉素甫', '古力娜尔玉素甫'],
    ['古丽娜尔·玉素甫', '古丽尔·玉素甫'],
    ['John Smith', 'John'],
    ['John Q. Smith', 'SMITH JOHN'],
    ['John Smith', 'Jon Smith'],
    ['SMITH JOHN', 'Jon Smith'],
  ],
  'one-differs': [
    ['王秀英', '王秀芳'],
    ['王秀英', '李秀英'],
    ['陳秀英', '陈秀芳'],
    ['王芳', '王英'],
    ['肖芳', '萧英'],
    ['𠮷田花', '𠮷野花'],
    ['欧阳建国', '欧阳建军'],
    ['买买提·玉素甫', '买买江·玉素甫'],
    ['Li Na', 'Li Ma'],
  ],
  slip: [
    ['王秀英', '王英秀'],
    ['John Smith', 'John Smyth'],
    ['SMITH JHON', 'John Smith'],
  ],
  nickname: [
    ['小英', '王秀英'],
    ['阿英', '王英'],
    ['小秀英', '王秀英'],
    ['阿英', '小英'],
  ],
  masked: [
    ['张*英', '张秀英'],
    ['張*英', '张秀英'],
    ['张某英', '张秀英'],
    ['张**', '张秀英'],
    ['*秀英', '张秀英'],
    ['张*英', '张秀*'],
    ['欧阳*国', '欧阳建国'],
    ['古丽*尔·玉素甫', '古丽娜尔·玉素甫'],
  ],
  'surname-only': [
    ['张*英', '张英'],
    ['张*英', '张秀兰'],
    ['张某', '张秀英'],
    ['张某某', '张秀英'],
    ['张建国', '张秀英'],
    ['欧阳建国', '欧阳秀英'],
    ['王英', '王'],
    ['王秀英', '王芳'],
    ['蕭建国', '肖秀英'],
    ['𠮷建国', '𠮷秀英'],
    ['John Smith', 'Mary Smith'],
  ],
  different: [
    ['兰林生', '黄贵泉'],
    ['王英', '李英'],
    ['王英', '英王'],
    ['王', '李'],
    ['𠮷', '𠮶'], // of one first half
    ['𠮷英', '𠮶英'],
    ['王英', ''],
    ['王英', '·'],
    ['王英', 'WANG YANG'],
    ['**', '王英'],
    ['*某', '王英'],
    ['李小龙', '小李飞刀'],
    ['John Smith', 'Mary Jones'],
    ['a', '啊'],
    ['-', '·'],
  ],
};

describe.each(Object.entries(PAIRS))('%s', (level, pairs) => {
  it.each(pairs)('%s, %s', (a, b) => {
    expect([compareNames(a, b), compareNames(b, a)]).toEqual([level, level]);
  });
});

it('is near unless nothing or only the surname is alike', () => {
  const levels = Object.keys(PAIRS) as NameLevel[];
  expect(levels.filter((level) => !isNear(level))).toEqual(['one-differs', 'surname-only', 'different']);
});

/** Characters that bring two made-up names near each other often enough. */
const KINDRED = Array.from('王玉萧肖张章英瑛未末𠮷𠮶·陳陈 ');
const anyName = fc.oneof(
  fc.array(fc.constantFrom(...KINDRED), { maxLength: 5 }).map((characters) => characters.join('')),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom('J', 'o', 'n', ' ', '-', 'é'), maxLength: 8 }),
  fc.array(fc.integer({ min: 0xd7ff, max: 0xe000 }), { maxLength: 4 }).map((units) => String.fromCharCode(...units)),
);

describe('any two strings', () => {
  it('compare the same both ways round and each time, and as the same only when they are', () => {
    fc.assert(
      fc.property(anyName, anyName, (a, b) => {
        const level = compareNames(a, b);
        expect(compareNames(b, a)).toBe(level);
        expect(compareNames(a, b)).toBe(level);
        expect(level === 'same').toBe(a === b);
        expect(compareNames(a, a)).toBe('same');
      }),
      { numRuns: 5000 },
    );
  });

  it('are near when one character was left out of three or more', () => {
    const characters = fc.array(fc.constantFrom(...'王玉萧张英未𠮷陳'), { minLength: 3, maxLength: 6 });
    fc.assert(
      fc.property(characters, fc.nat(), (all, at) => {
        const fewer = all.toSpliced(at % all.length, 1);
        expect(compareNames(all.join(''), fewer.join(''))).toBe('one-more-or-less');
      }),
    );
  });

  it.each(['王', '𠮷', 'a', 'a ', '王·', '\ud842', '\udfb7王', '·', ' ', 'e\u0301'])('1,000 times %j', (part) => {
    const long = part.repeat(1000);
    expect(isNear(compareNames(long, '兰林生'))).toBe(false);
    expect(isNear(compareNames(long, `${long.slice(0, -3)}兰林生`))).toBe(false);
    expect(compareNames(long, long)).toBe('same');
  });
});
