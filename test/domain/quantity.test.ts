import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverage } from '../../src/domain/campaign/qualifier-coverage.ts';
import type { Qualifier } from '../../src/domain/figure-words.ts';
import { contains } from '../../src/domain/interval.ts';
import {
  foldFigure,
  type Quantity,
  type QuantityProblem,
  type QuantityUnit,
  type Read,
  readCount,
  readMoney,
  readQuantity,
} from '../../src/domain/quantity.ts';
import { REACH_UNITS } from '../../src/domain/unit.ts';
import { printQuantity } from './print-quantity.ts';

const YUAN = 100n;
const WAN = 10_000n * YUAN;

describe('readQuantity', () => {
  it.each<[string, QuantityUnit, bigint, Qualifier, bigint]>([
    // counts: unit, ones, how firm, to which digit
    ['600人', 'persons', 600n, 'exact', 1n],
    ['约600人', 'persons', 600n, 'about', 1n],
    ['约3.8万人', 'persons', 38_000n, 'about', 1000n],
    ['约3.80万人', 'persons', 38_000n, 'about', 100n],
    ['7000余人', 'persons', 7000n, 'over', 1n],
    ['7千余户', 'households', 7000n, 'over', 1000n],
    ['2千多人', 'persons', 2000n, 'over', 1000n],
    ['1万余名', 'persons', 10_000n, 'over', 10_000n],
    ['11.4万余名', 'persons', 114_000n, 'over', 1000n],
    ['68万人次', 'personTimes', 680_000n, 'exact', 10_000n],
    ['近5000人次', 'personTimes', 5000n, 'nearly', 1n],
    ['约8.5万人次', 'personTimes', 85_000n, 'about', 1000n],
    ['100位', 'persons', 100n, 'exact', 1n],
    ['181名', 'persons', 181n, 'exact', 1n],
    ['12个', 'ones', 12n, 'exact', 1n],
    ['12个困难学生', 'persons', 12n, 'exact', 1n],
    ['130个温暖包', 'items', 130n, 'exact', 1n],
    ['38个敬老院', 'institutions', 38n, 'exact', 1n],
    ['600名困难职工', 'persons', 600n, 'exact', 1n],
    ['200余名困难职工', 'persons', 200n, 'over', 1n],
    ['困难职工200名', 'persons', 200n, 'exact', 1n],
    ['走访慰问困难群众2000户', 'households', 2000n, 'exact', 1n],
    ['不到500人', 'persons', 500n, 'atMost', 1n],
    ['500人不到', 'persons', 500n, 'atMost', 1n],
    ['12个困难家庭', 'households', 12n, 'exact', 1n],
    ['250户困难家庭', 'households', 250n, 'exact', 1n],
    ['300户次', 'householdTimes', 300n, 'exact', 1n],
    ['640份', 'items', 640n, 'exact', 1n],
    ['共计101人', 'persons', 101n, 'exact', 1n],
    ['500人以上', 'persons', 500n, 'atLeast', 1n],
    ['至少500人', 'persons', 500n, 'atLeast', 1n],
    ['不少于500人', 'persons', 500n, 'atLeast', 1n],
    ['超过500人', 'persons', 500n, 'atLeast', 1n],
    ['不超过500人', 'persons', 500n, 'atMost', 1n],
    ['500人以内', 'persons', 500n, 'atMost', 1n],
    ['1,234,567人', 'persons', 1_234_567n, 'exact', 1n],
    ['１２３４人', 'persons', 1234n, 'exact', 1n],
    [' 约 600 人 ', 'persons', 600n, 'about', 1n],
    ['两百零五户', 'households', 205n, 'exact', 1n],
    ['1.50万人', 'persons', 15_000n, 'exact', 100n],
    // money: fen
    ['33万元', 'money', 33n * WAN, 'exact', WAN],
    ['3302.03万元', 'money', 3_302_030_000n, 'exact', 100n * YUAN],
    ['约3302.03万元', 'money', 3_302_030_000n, 'about', 100n * YUAN],
    ['３３０２．０３万元', 'money', 3_302_030_000n, 'exact', 100n * YUAN],
    ['约190万元', 'money', 190n * WAN, 'about', WAN],
    ['近百万元', 'money', 100n * WAN, 'nearly', WAN],
    ['100余万元', 'money', 100n * WAN, 'over', WAN],
    ['一百多万元', 'money', 100n * WAN, 'over', WAN],
    ['100万余元', 'money', 100n * WAN, 'over', WAN],
    ['100万元余', 'money', 100n * WAN, 'over', WAN],
    ['十余万元', 'money', 10n * WAN, 'over', WAN],
    ['3.3亿元', 'money', 33_000n * WAN, 'exact', 1000n * WAN],
    ['3百万元', 'money', 300n * WAN, 'exact', 100n * WAN],
    ['约100万元左右', 'money', 100n * WAN, 'about', WAN],
    ['150元左右', 'money', 150n * YUAN, 'about', YUAN],
    ['1,234.50元', 'money', 123_450n, 'exact', 1n],
    ['１，２３４．５元', 'money', 123_450n, 'exact', 10n],
    ['0.01元', 'money', 1n, 'exact', 1n],
    ['0.05万元', 'money', 500n * YUAN, 'exact', 100n * YUAN],
    ['5.000元', 'money', 5n * YUAN, 'exact', 1n], // printed finer than there are coins
    ['壹仟元整', 'money', 1000n * YUAN, 'exact', YUAN],
    ['壹仟圆正', 'money', 1000n * YUAN, 'exact', YUAN],
    ['三千五百元', 'money', 3500n * YUAN, 'exact', YUAN],
    ['0元', 'money', 0n, 'exact', YUAN],
    ['最高5000元', 'money', 5000n * YUAN, 'atMost', YUAN],
    ['约100余万元', 'money', 100n * WAN, 'over', WAN], // 余 says more than 约
    ['共计8.68万元', 'money', 86_800n * YUAN, 'exact', 100n * YUAN],
    ['价值约4.61万元', 'money', 46_100n * YUAN, 'about', 100n * YUAN],
    ['总金额109.34万元', 'money', 1_093_400n * YUAN, 'exact', 100n * YUAN],
    ['达147.3万元', 'money', 1_473_000n * YUAN, 'exact', 1000n * YUAN],
    ['逾100万元', 'money', 100n * WAN, 'over', WAN],
    ['人民币叁万贰仟元整', 'money', 32_000n * YUAN, 'exact', YUAN],
    ['￥12,000', 'none', 12_000n, 'exact', 1n],
    ['约合人民币3万元', 'money', 3n * WAN, 'about', WAN],
    // no unit
    ['百万', 'none', 1_000_000n, 'exact', 10_000n],
    ['壹仟', 'none', 1000n, 'exact', 1n],
    ['三千五百', 'none', 3500n, 'exact', 1n],
    ['600', 'none', 600n, 'exact', 1n],
    // the most there may be
    ['1万亿元', 'money', 10n ** 14n, 'exact', 10n ** 14n],
    ['100亿人', 'persons', 10n ** 10n, 'exact', 10n ** 8n],
  ])('%s', (printed, unit, value, qualifier, step) => {
    expect(readQuantity(printed)).toEqual({ ok: { unit, value, qualifier, step, text: foldFigure(printed) } });
  });

  it.each<[Qualifier, readonly string[]]>([
    ['exact', ['600人', '共600人', '共计600人', '合计600人', '总计600人']],
    ['about', ['约600人', '大约600人', '大概600人', '600人左右', '600人上下', '共约600人', '约600人左右']],
    ['over', ['600余人', '600多人', '共600余人', '约600余人']],
    ['nearly', ['近600人', '将近600人', '接近600人']],
    ['atLeast', ['至少600人', '不少于600人', '不低于600人', '超过600人', '超600人', '600人以上', '600人及以上']],
    ['atMost', ['不超过600人', '不高于600人', '至多600人', '最多600人', '最高600人', '上限600人']],
    ['atMost', ['600人以内', '600人以下', '600人封顶']],
  ])('takes for %s: %j', (qualifier, texts) => {
    for (const printed of texts) {
      expect(ok(readQuantity(printed))).toMatchObject({ value: 600n, unit: 'persons', qualifier, step: 1n });
    }
  });

  it.each<[QuantityProblem, readonly string[]]>([
    [
      'not-a-figure',
      ['', ' ', '人', '余人', '多少人', 'abc', '600x', '1.元', '.5元', '1.2.3元', '二百五元', '600元人'],
    ],
    ['not-a-figure', ['7000余余人', '7000余万余人', '近约600人', '600人200元']],
    ['bad-grouping', ['1,23元', '12,34万元', '1,2345元', '1234,567人', '１，２３元']],
    ['too-vague', ['几百人', '数百人', '若干人', '约几百人', '几万元']],
    ['contradictory-qualifiers', ['近7000余人', '近5000人以上', '不超过500元以上', '至少100人以内', '100余人以内']],
    ['negative', ['-5元', '－5万元', '−600人', '约-5元']],
    ['below-fen', ['0.001元', '1.234元', '0.0000001万元', '33.333333333万元']],
    ['not-whole', ['0.5人', '1.23456万人', '0.1户']],
    ['absurd', ['2万亿元', '10000.01亿元', '1亿亿亿元', '101亿人', '10000000001人', '1亿亿人次']],
  ])('says %s of %j', (problem, texts) => {
    for (const printed of texts) expect([printed, readQuantity(printed)]).toMatchObject([printed, { problem }]);
  });

  it.each(['1', '0.', '万', '一', '余', ',1', ' '])('refuses “%s” a hundred thousand times', (part) => {
    expect(readQuantity(part.repeat(100_000))).toHaveProperty('problem');
    expect(readQuantity(`${part.repeat(100_000)}元`)).toHaveProperty('problem');
  });

  it('takes a bare number to be of the unit it is told', () => {
    expect(ok(readQuantity('600', 'households'))).toMatchObject({ value: 600n, unit: 'households', step: 1n });
    expect(ok(readQuantity('约600', 'money'))).toMatchObject({ value: 600n * YUAN, unit: 'money', step: YUAN });
    expect(ok(readQuantity('600份', 'money'))).toMatchObject({ value: 600n, unit: 'items' });
  });

  it('keeps the text as printed, folded to half-width and without blanks', () => {
    expect(ok(readQuantity(' 约 ３．８ 万　人')).text).toBe('约3.8万人');
  });
});

describe('where reading stopped', () => {
  it.each([
    ['34.5万元（含物资）', '(含物资)'],
    ['600人，其中老人20人', ',其中老人20人'],
    ['每批500人', '每批'],
    // words that change what a figure says are never left out
    ['比上年增加30万元', '比上年增加'],
    ['较去年增加200户', '较去年增加'],
    ['上年200户', '上年'],
    ['第一批30万元', '第一批'],
    ['第200户', '第'],
    ['缺口30万元', '缺口'],
    ['还差30万元', '还差'],
    ['欠发30万元', '欠发'],
    ['减少200户', '减少'],
  ])('%s', (printed, at) => {
    expect(readQuantity(printed)).toEqual({ problem: 'not-a-figure', at });
  });
});

describe('two counts', () => {
  it.each([
    ['1355户9980人', 'households', 1355n, 'persons', 9980n],
    ['1355户、共9980人', 'households', 1355n, 'persons', 9980n],
    ['200户（600人）', 'households', 200n, 'persons', 600n],
    ['9980人次、1355户', 'personTimes', 9980n, 'households', 1355n],
  ])('of one fact: %s', (printed, unit, value, otherUnit, other) => {
    expect(readCount(printed)).toMatchObject({ ok: { unit, value, also: { unit: otherUnit, value: other } } });
  });

  it.each([
    ['5823户（人）', 'households', 'persons', 'exact'],
    ['1500余人次（户）', 'personTimes', 'households', 'over'],
  ])('in one: %s', (printed, unit, orUnit, qualifier) => {
    expect(readCount(printed)).toMatchObject({ ok: { unit, orUnit, qualifier } });
  });

  it.each(['200户300户', '200人3万元', '200人，其中老人20人', '分3次发放600人', '400床600人'])(
    'are not %s',
    (printed) => {
      expect(readCount(printed)).toMatchObject({ problem: 'not-a-figure' });
    },
  );
});

describe('readMoney and readCount', () => {
  it.each([
    ['33', { ok: { value: 3300n, unit: 'money', qualifier: 'exact', step: YUAN, text: '33' } }],
    ['600人', { problem: 'not-money' }],
    ['-5', { problem: 'negative' }],
    ['几百', { problem: 'too-vague' }],
  ])('money: %s', (printed, read) => {
    expect(readMoney(printed)).toEqual(read);
  });

  it.each([
    ['33', { ok: { value: 33n, unit: 'none', qualifier: 'exact', step: 1n, text: '33' } }],
    ['33万元', { problem: 'not-a-count' }],
    ['-5', { problem: 'negative' }],
    ['0.5', { problem: 'not-whole' }],
  ])('count: %s', (printed, read) => {
    expect(readCount(printed)).toEqual(read);
  });
});

describe('coverage', () => {
  it.each<[string, readonly bigint[], readonly bigint[]]>([
    ['600人', [600n], [599n, 601n]],
    ['33万元', [32_500_000n, 33_499_999n], [32_499_999n, 33_500_000n]],
    ['33.00万元', [32_995_000n, 33_004_999n], [32_994_999n, 33_005_000n]],
    ['0.5元', [45n, 54n], [44n, 55n]],
    ['约600人', [618n, 570n, 630n], [569n, 631n]], // 5% of it
    ['约100万元', [95n * WAN, 105n * WAN], [95n * WAN - 1n, 105n * WAN + 1n]],
    ['约8.5万人', [84_500n, 85_500n], [84_499n, 85_501n]],
    ['约190万元', [185n * WAN, 195n * WAN], [185n * WAN - 1n, 195n * WAN + 1n]],
    ['约3302.03万元', [3_302_025_000n, 3_302_035_000n], [3_302_024_999n, 3_302_035_001n]],
    ['约1900万元', [1850n * WAN, 1950n * WAN], [1850n * WAN - 1n, 1950n * WAN + 1n]],
    ['150元左右', [14_500n, 15_500n], [14_499n, 15_501n]],
    ['100余万元', [100n * WAN, 200n * WAN - 1n], [100n * WAN - 1n, 200n * WAN]],
    ['7000余人', [7000n, 7999n], [6999n, 8000n]],
    ['11.4万余名', [114_000n, 114_999n], [113_999n, 115_000n]],
    ['近100万元', [90n * WAN, 100n * WAN], [100n * WAN + 1n, 90n * WAN - 1n]], // 10% of it
    ['近5000人次', [4500n, 5000n], [4499n, 5001n]],
    ['500人以上', [500n, 10n ** 12n], [499n]],
    ['不超过500元', [500n * YUAN, 0n], [500n * YUAN + 1n]],
  ])('%s', (printed, inside, outside) => {
    const covered = coverage(ok(readQuantity(printed)));
    expect(inside.filter((value) => !contains(covered, value))).toEqual([]);
    expect(outside.filter((value) => contains(covered, value))).toEqual([]);
  });
});

const QUALIFIERS = ['exact', 'about', 'over', 'atLeast', 'nearly', 'atMost'] as const;

/** Any figure that a document could print: to a fen or to hundreds of millions, up to the most there may be. */
const anyQuantity = fc.constantFrom<QuantityUnit>('money', 'none', ...REACH_UNITS).chain((unit) => {
  const [finest, most] = unit === 'money' ? [2, 10n ** 14n] : [0, 10n ** 10n];
  return fc.integer({ min: 0, max: 8 + finest }).chain((exponent) => {
    const step = 10n ** BigInt(exponent);
    const multiple = fc.oneof(fc.bigInt({ min: 0n, max: most / step }), fc.bigInt({ min: 0n, max: 20n }));
    return fc.record({
      value: multiple.map((times) => (times * step > most ? most : times * step)),
      step: fc.constant(step),
      unit: fc.constant(unit),
      qualifier: fc.constantFrom<Qualifier>(...QUALIFIERS),
      text: fc.constant(''),
    });
  });
});

const least = (a: bigint, b: bigint) => (a < b ? a : b);
const withQualifier = (qualifier: Qualifier) => anyQuantity.map((quantity): Quantity => ({ ...quantity, qualifier }));

describe('printQuantity', () => {
  it.each([
    '约3.8万人',
    '100余万元',
    '1万余人',
    '11.4万余人',
    '3302.03万元',
    '7000余人',
    '近5000人次',
    '550元',
    '0.05元',
    '1234.50元',
    '至少500人',
    '不超过500户',
    '640份',
    '300户次',
    '3.3亿元',
    '1.0亿元',
    '1.0万人',
    '1.234万人',
    '10余万元',
    '53599人',
    '600',
  ])('gives %s as it is', (printed) => {
    expect(printQuantity(ok(readQuantity(printed)))).toBe(printed);
  });

  it('is read back as the same figure', () => {
    fc.assert(
      fc.property(anyQuantity, (quantity) => {
        const printed = printQuantity(quantity);
        expect(readQuantity(printed)).toMatchObject({ ok: { ...quantity, text: printed } });
      }),
      { numRuns: 2000 },
    );
  });

  it('respells whatever was read', () => {
    const spelled = fc
      .tuple(
        fc.constantFrom('', '约', '近', '至少', '不超过', '共'),
        fc.oneof(
          fc.integer({ min: 1, max: 99_999 }).map(String),
          fc.tuple(fc.nat(999), fc.integer({ min: 1, max: 99 })).map(([whole, part]) => `${whole}.${part}`),
          fc.constantFrom('1,234', '十', '百', '两千', '三千五百', '壹仟贰佰'),
        ),
        fc.constantFrom('', '余', '多'),
        fc.constantFrom('', '百', '千', '万', '十万', '百万', '亿'),
        fc.constantFrom('', '元', '人', '名', '户', '份', '人次', '户次'),
        fc.constantFrom('', '左右', '以上', '以内'),
      )
      .map((parts) => parts.join(''));
    let readable = 0;
    fc.assert(
      fc.property(spelled, (printed) => {
        const read = readQuantity(printed);
        if ('problem' in read) return;
        readable++;
        const { value, unit, qualifier, step } = read.ok;
        expect(readQuantity(printQuantity(read.ok))).toMatchObject({ ok: { value, unit, qualifier, step } });
      }),
      { numRuns: 2000 },
    );
    expect(readable).toBeGreaterThan(200);
  });
});

describe('whatever the figure', () => {
  it('coverage contains the value', () => {
    fc.assert(
      fc.property(anyQuantity, (quantity) => {
        expect(contains(coverage(quantity), quantity.value)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('a bare figure covers what rounds half up to it', () => {
    fc.assert(
      fc.property(withQualifier('exact'), ({ value, step, ...rest }) => {
        const half = step === 1n ? 0n : step / 2n;
        const highest = step === 1n ? value : value + half - 1n;
        expect(coverage({ value, step, ...rest })).toEqual({ low: value - half, high: highest });
      }),
    );
  });

  it('约 is symmetric, half a unit of the last digit that is not zero, and no more than 5%', () => {
    fc.assert(
      fc.property(withQualifier('about'), (quantity) => {
        const { low, high } = closed(quantity);
        expect(quantity.value - low).toBe(high - quantity.value);
        expect(high - quantity.value).toBe(least(significantUnit(quantity) / 2n, quantity.value / 20n));
      }),
    );
  });

  it('余 goes up to the next unit of its last digit that is not zero, and never reaches it', () => {
    fc.assert(
      fc.property(withQualifier('over'), (quantity) => {
        const { low, high } = closed(quantity);
        expect(low).toBe(quantity.value);
        expect(high).toBe(quantity.value + significantUnit(quantity) - 1n);
      }),
    );
  });

  it('近 goes down as far as 余 goes up, and no more than 10%', () => {
    fc.assert(
      fc.property(withQualifier('nearly'), (quantity) => {
        const { low, high } = closed(quantity);
        const over = closed({ ...quantity, qualifier: 'over' });
        expect(high).toBe(quantity.value);
        expect(quantity.value - low).toBe(least(over.high - quantity.value, quantity.value / 10n));
      }),
    );
  });
});

it('never throws', () => {
  const alphabet =
    '0123456789０９,，.．约余多近万亿十百千仟壹两〇零一五元圆整人户名份次至少不超过以上内左右几-−~（）()/均每 ';
  const likely = fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 20 });
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), likely), (text) => {
      const read = readQuantity(text);
      if ('ok' in read) {
        expect(read.ok.value >= 0n && read.ok.value % read.ok.step === 0n).toBe(true);
        expect(contains(coverage(read.ok), read.ok.value)).toBe(true);
      } else {
        expect(read.problem).toMatch(/^[a-z-]+$/);
      }
    }),
    { numRuns: 3000 },
  );
});

function ok<T>(read: Read<T>): T {
  if ('ok' in read) return read.ok;
  throw new Error(read.problem);
}

function closed(quantity: Quantity): { low: bigint; high: bigint } {
  const { low, high } = coverage(quantity);
  if (low === null || high === null) throw new Error('open');
  return { low, high };
}

/** One unit of the last digit that is not zero, told from the digits themselves; of zero, of the last printed one. */
function significantUnit({ value, step }: Quantity): bigint {
  const zeros = /0*$/.exec(String(value))?.[0].length ?? 0;
  return value === 0n ? step : 10n ** BigInt(zeros);
}
