import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigit } from '../../src/domain/people/id-number.ts';
import { maskText, shownText, starredLine } from '../../src/domain/shown/masking.ts';

const ID = '990107194801010';
const id18 = `${ID}12${checkDigit(`${ID}12`)}`;

/** Ways in which people write digits. */
const SCRIPTS: Readonly<Record<string, string>> = {
  ascii: '0123456789',
  fullWidth: '０１２３４５６７８９',
  arabic: '٠١٢٣٤٥٦٧٨٩',
  han: '〇一二三四五六七八九',
  formal: '零壹贰叁肆伍陆柒捌玖',
  mathematical: '𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗',
};
const inScript = (text: string, script: string) => {
  const digits = Array.from(SCRIPTS[script] ?? '');
  return text.replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);
};
const inGroups = (digits: string, sizes: readonly number[], gap: string) => {
  let at = 0;
  return sizes
    .map((size) => {
      at += size;
      return digits.slice(at - size, at);
    })
    .join(gap);
};
/** Digits that are left in a row once everything between them is taken away. */
const longestShown = (text: string) =>
  Math.max(
    0,
    ...Array.from(text.normalize('NFKC'), (sign) => (/\d/.test(sign) ? sign : sign === '*' ? '*' : ''))
      .join('')
      .split('*')
      .map(({ length }) => length),
  );

describe('numbers of people in any text', () => {
  const numbers = {
    '18 digits': [id18, [18], [6, 8, 4], [6, 4, 4, 4], [6, 4, 2, 2, 4], [3, 3, 4, 4, 4], [6, 8, 3, 1]],
    '15 digits': ['990107480101123', [15], [6, 6, 3], [6, 2, 2, 2, 3]],
    'a card': ['6217000012345678901', [19], [4, 4, 4, 4, 3], [6, 13], [4, 4, 4, 7]],
    'a card of 16': ['6217000012345678', [16], [4, 4, 4, 4]],
    'a mobile': ['13812345678', [11], [3, 4, 4], [3, 8], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], [4, 4, 3], [3, 3, 5]],
    'a fixed line': ['02152346789', [11], [3, 8], [3, 4, 4]],
  } as const;
  const gaps = ['', ' ', '-', ' - ', '\t', '·', '–', '—', '\u3000', '\u00a0', '\u200b', '.', '/', '_', '\u2011'];
  for (const [what, [number, ...groupings]] of Object.entries(numbers)) {
    for (const script of Object.keys(SCRIPTS)) {
      it(`${what}, ${script}`, () => {
        for (const sizes of groupings) {
          for (const gap of gaps) {
            const written = inScript(inGroups(number, sizes as readonly number[], gap), script);
            for (const text of [written, `王伟${written}`, `备注：${written}（女儿）`, `x ${written} y`]) {
              expect(longestShown(shownText(text)), `${text} → ${shownText(text)}`).toBeLessThanOrEqual(6);
              expect(longestShown(maskText(text)), `${text} → ${maskText(text)}`).toBeLessThanOrEqual(6);
              expect(starredLine(text)).toHaveLength(text.length);
              expect(longestShown(starredLine(text)), text).toBeLessThanOrEqual(6);
            }
          }
        }
      });
    }
  }

  it.each([
    '张三138 - 1234 - 5678',
    '李四5234-6789',
    '138        1234        5678',
    '990107\n19480101\n1234',
    '(138)1234(5678)',
    '138、1234、5678',
    '6217,0000,1234,5678',
    '6217，0000，1234，5678，901',
    '990107/1948/0101/1234 曹杨路',
    '990107,19480101,1234',
    '99010719480101123X',
    '990107 19480101 123x',
    '9 9 0 1 0 7  1 9 4 8 0 1 0 1  1 2 3 4',
    '5234-6789',
    '5234 - 6789',
    '2234-1789',
    '(021) 5234-6789',
    '021-52346789',
    '0571-8712-3456',
    '电话52346789',
    'tel. 5234 6789',
    '+86 138 1234 5678',
    '0086-13812345678',
    'abc13812345678def',
    '名单-990107194801011234.csv',
    '13812345678.00',
    '9901071948****1234',
  ])('%s', (text) => {
    expect(longestShown(shownText(text)), shownText(text)).toBeLessThanOrEqual(6);
    expect(shownText(text)).toContain('*');
    expect(maskText(text)).toContain('*');
  });
});

describe('figures that name nobody', () => {
  it.each([
    '普民【2016】51号',
    '沪民规〔2016〕12号',
    '沪民规（2016）1234号',
    '第20170001号',
    '2017-0012',
    '2016-12-28',
    '2016-12-28、2017-01-15、2017-02-09',
    '2016年12月28日至2017年1月20日',
    '20170115',
    '20170115-20170120',
    '名单20170115103000.csv',
    '批次20170115001',
    '1000-3000元/户',
    '2000-3500元',
    '2000-3500',
    '2016-2017年度',
    '2016–2017',
    '1,234,567.00元',
    '12,345,678,901.00',
    '33020300.00',
    '3302.03万元',
    '约8.5万人次',
    '1234567人',
    '共1234567行',
    '第2、13、140、1200、1300行',
    '第1023、1045、2077、3001行',
    '1200、1500、2000、3000',
    '1200, 1500, 2000, 3000元',
    '2014、2015、2016、2017',
    '300, 400, 500, 600, 1200, 2000',
    'putuo-2017',
    'XM2017000123',
    '三、1（1）',
    '17:1:3',
    'GB 11643-1999',
    'ISO 7064 MOD 11-2',
    '0.0.1',
    '1355户9980人',
    '500.00–1200.00',
    '+1234.50',
    '2026-01-15，1001000.00元',
    '2003-10-01，2000-01-01，100,000,000',
    '2026-01-15、2026-01-20、1001000.00元',
    '2026-01，1950-01-01、1234.00元',
    '曹杨路2240弄113号8687室',
  ])('%s', (text) => {
    expect(shownText(text)).toBe(text);
    expect(maskText(text)).not.toContain('*');
  });

  it('amounts, days and counts of any size stay', () => {
    const figure = fc.oneof(
      fc.integer({ min: 0, max: 9_999_999_999 }).map((fen) => `${(fen / 100).toFixed(2)}元`),
      fc.integer({ min: 0, max: 99_999_999 }).map((count) => `${count}人`),
      fc
        .date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
        .map((day) => day.toISOString().slice(0, 10)),
      fc.integer({ min: 0, max: 9_999_999_999 }).map((count) => count.toLocaleString('en')),
    );
    fc.assert(
      fc.property(
        fc.array(figure, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('，', '；', ' 至 ', '、'),
        (figures, gap) => {
          expect(shownText(figures.join(gap))).toBe(figures.join(gap));
        },
      ),
      { examples: [[['100,000', '18', '9,004,010,000'], '，']] },
    );
  });
});

describe('numbers beside each other', () => {
  it.each([
    ['赵六990107194801011234', '赵六990107********1234'],
    ['王五138、1234、5678 990101********0012', '王五13*******78 990101********0012'],
    ['郑十 6217,0000,1234,5678 990101********0012', '郑十 62************78 990101********0012'],
    ['990107194801.01、1234元', '990107********1234元'],
    ['9901071948.01,01.1234人', '990107********1234人'],
    ['陈二 990107/1948/0101/1234 曹杨路123弄4号501室', '陈二 990107********1234 曹杨路123弄4号501室'],
  ])('%s', (text, shown) => {
    expect(shownText(text)).toBe(shown);
    expect(maskText(text)).toBe(shown);
  });
});

describe('what together is a number', () => {
  it.each([
    ['990107********0126 1948-01-01', '990107************ 1948-01-01'],
    ['王伟 990107********0126 78岁', '王伟 990107************ 78岁'],
    ['990107194801010126，出生于48.1', '990107************，出生于48.1'],
    ['990107********0126 2017-01-20', '990107********0126 2017-01-20'],
  ])('%s', (text, shown) => {
    const last = `010${checkDigit('99010719480101010')}`;
    const withLast = (one: string) => one.replaceAll('0126', last);
    expect(shownText(withLast(text))).toBe(withLast(shown));
  });
});

describe('controls', () => {
  it.each([
    ['\u001b]52;c;aGk=\u0007\u001b[2J\u001b[31m帮困\u202e', '帮困'],
    ['\u009d0;x\u009c一\u009b2J', '一'],
    ['a\u001b]never ends', 'a ]never ends'],
    ['一\u0000二\r\n三\u2028四', '一 二 三 四'],
    ['138\u200b1234\u202e5678', '13*******78'],
    ['1381\u001b[0m2345678', '13*******78'],
  ])('%j', (text, shown) => {
    expect(shownText(text)).toBe(shown);
  });

  it('shows the same when it is shown again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const once = shownText(text);
        expect(shownText(once)).toBe(once);
        expect(once).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      }),
    );
  });
});

describe('a SHA-256 in a text', () => {
  const digests = fc.string().map((text) => createHash('sha256').update(text).digest('hex'));

  it('stays as it is, whatever digits are chance in it', () => {
    fc.assert(
      fc.property(digests, (digest) => {
        expect(shownText(`SHA-256 ${digest}`)).toBe(`SHA-256 ${digest}`);
      }),
    );
    const unlucky = `4a64706470999752662d8323c4d31a04cf9ca843f94bc7cf8e93953612e268a8`;
    expect(shownText(`，SHA-256 ${unlucky}`)).toBe(`，SHA-256 ${unlucky}`);
  });

  it('lets no number through that only stands near letters', () => {
    for (const text of [
      `4a${'6222021234567890123'}d`,
      '9'.repeat(64),
      `abcdef${'990107199001010126'}`.padEnd(63, 'f'),
    ]) {
      expect(shownText(text)).not.toBe(text);
    }
  });
});
