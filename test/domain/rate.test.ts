import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuantityProblem, Read } from '../../src/domain/quantity.ts';
import { type Rate, type RateKind, rateCoverage, rateNominal, readRate } from '../../src/domain/rate.ts';
import { type CountUnit, REACH_UNITS, UNIT_WORD } from '../../src/domain/unit.ts';

const YUAN = 100n;

describe('readRate', () => {
  it.each<[string, bigint, bigint, CountUnit[], RateKind]>([
    ['550元/人', 550n, 550n, ['persons'], 'fixed'],
    ['每人550元', 550n, 550n, ['persons'], 'fixed'],
    ['550元每人', 550n, 550n, ['persons'], 'fixed'],
    ['500元一户', 500n, 500n, ['households'], 'fixed'],
    ['300元/份', 300n, 300n, ['items'], 'fixed'],
    ['300元/户次', 300n, 300n, ['householdTimes'], 'fixed'],
    ['５５０元／人', 550n, 550n, ['persons'], 'fixed'],
    ['1,200元/人', 1200n, 1200n, ['persons'], 'fixed'],
    ['0.5万元/户', 5000n, 5000n, ['households'], 'fixed'],
    ['550', 550n, 550n, [], 'fixed'],
    ['550元', 550n, 550n, [], 'fixed'],
    ['200-500元/户', 200n, 500n, ['households'], 'fixed'],
    ['每户200-500元不等', 200n, 500n, ['households'], 'fixed'],
    ['200元-500元/户', 200n, 500n, ['households'], 'fixed'],
    ['200～500元/户', 200n, 500n, ['households'], 'fixed'],
    ['200—500元/户', 200n, 500n, ['households'], 'fixed'],
    ['50元至230元不等', 50n, 230n, [], 'fixed'],
    ['50元至230元', 50n, 230n, [], 'fixed'],
    ['1000至3000元/户', 1000n, 3000n, ['households'], 'fixed'],
    ['每户1000元至3000元不等', 1000n, 3000n, ['households'], 'fixed'],
    ['1-3万元/户', 10_000n, 30_000n, ['households'], 'fixed'],
    ['0.5万-1万元/户', 5000n, 10_000n, ['households'], 'fixed'],

    ['1-3千元/户', 1000n, 3000n, ['households'], 'fixed'],
    ['3-5百元/户', 300n, 500n, ['households'], 'fixed'],
    ['2-3万元左右', 20_000n, 30_000n, [], 'fixed'],
    ['2-3万元以内', 20_000n, 30_000n, [], 'fixed'],
    ['2-3万元以上', 20_000n, 30_000n, [], 'fixed'],
    ['2-3万余元/户', 20_000n, 30_000n, ['households'], 'fixed'],
    ['2-3万多元/户', 20_000n, 30_000n, ['households'], 'fixed'],
    ['户均2000元', 2000n, 2000n, ['households'], 'average'],
    ['人均500元', 500n, 500n, ['persons'], 'average'],
    ['平均每户2000元', 2000n, 2000n, ['households'], 'average'],
    ['一般为每人2000元', 2000n, 2000n, ['persons'], 'usual'],
    ['每人一般2000元', 2000n, 2000n, ['persons'], 'usual'],
    ['最高5000元/户', 5000n, 5000n, ['households'], 'ceiling'],
    ['每户不超过5000元', 5000n, 5000n, ['households'], 'ceiling'],
    ['每户（人）600元', 600n, 600n, ['households', 'persons'], 'fixed'],
    ['每人次（户）500元', 500n, 500n, ['personTimes', 'households'], 'fixed'],
    ['600元/户（人）', 600n, 600n, ['households', 'persons'], 'fixed'],
    ['每人或户600元', 600n, 600n, ['persons', 'households'], 'fixed'],
    ['按照每户700元的标准', 700n, 700n, ['households'], 'fixed'],
    ['按每户700元标准', 700n, 700n, ['households'], 'fixed'],
    ['标准每户700元', 700n, 700n, ['households'], 'fixed'],
    ['每位补助对象一次性补助750元', 750n, 750n, ['persons'], 'fixed'],
    ['150元左右', 150n, 150n, [], 'fixed'],
    ['价值300元/份', 300n, 300n, ['items'], 'fixed'],
    ['每户发放慰问金400元', 400n, 400n, ['households'], 'fixed'],
    ['每户救助金500元', 500n, 500n, ['households'], 'fixed'],
    ['每名困难学生发放助学金3000元', 3000n, 3000n, ['persons'], 'fixed'],
    ['每位老人500元慰问金', 500n, 500n, ['persons'], 'fixed'],
    ['每个敬老院5000元', 5000n, 5000n, ['institutions'], 'fixed'],
    ['每个家庭1000元', 1000n, 1000n, ['households'], 'fixed'],
    ['按每人500元标准发放', 500n, 500n, ['persons'], 'fixed'],
    ['365元/个', 365n, 365n, ['ones'], 'fixed'],
    ['每生3000元', 3000n, 3000n, ['persons'], 'fixed'],
    ['500元/次', 500n, 500n, ['times'], 'fixed'],
    ['120元/床', 120n, 120n, ['pieces'], 'fixed'],
    ['1人户600元', 600n, 600n, ['households'], 'fixed'],
    ['每增加1人则增加100元', 100n, 100n, [], 'fixed'],
    ['每人发放价值300元的慰问品', 300n, 300n, ['persons'], 'fixed'],
    ['每户补助金不超过5000元', 5000n, 5000n, ['households'], 'ceiling'],
  ])('%s', (printed, low, high, per, kind) => {
    const read = ok(readRate(printed));
    expect([read.low.value, read.high.value]).toEqual([low * YUAN, high * YUAN]);
    expect(read).toMatchObject({ per, kind, low: { unit: 'money' }, high: { unit: 'money' } });
  });

  it.each([
    ['每人每天20元', 'day', ['persons']],
    ['每人每月600元', 'month', ['persons']],
    ['每月每人600元', 'month', ['persons']],
    ['600元/人/月', 'month', ['persons']],
    ['600元/月·人', 'month', ['persons']],
    ['600元/人月', 'month', ['persons']],
    ['每户每年1000元', 'year', ['households']],
    ['每生每学期2000元', 'term', ['persons']],
  ])('%s recurs each %s', (printed, each, per) => {
    expect(ok(readRate(printed))).toMatchObject({ each, per });
  });

  it.each<[RateKind, readonly string[]]>([
    ['fixed', ['2000元', '每户2000元', '2000元/户', '约2000元']],
    ['usual', ['一般2000元', '一般为2000元', '通常2000元', '通常为2000元', '每户一般2000元', '每户通常为2000元']],
    ['average', ['均2000元', '户均2000元', '人均2000元', '平均每户2000元', '户均约2000元']],
    ['ceiling', ['最高2000元', '最多2000元/户', '至多2000元', '不超过2000元', '上限2000元', '每户最高2000元']],
  ])('takes for %s: %j', (kind, texts) => {
    for (const printed of texts) {
      expect([printed, ok(readRate(printed))]).toMatchObject([printed, { kind, high: { value: 2000n * YUAN } }]);
    }
  });

  it.each([
    ['550元/人', 'exact', 'exact'],
    ['150元左右', 'about', 'about'],
    ['约150元/人', 'about', 'about'],
    ['500元以上/户', 'atLeast', 'atLeast'],
    ['500元以内', 'atMost', 'atMost'],
    ['500余元/户', 'over', 'over'],
    ['近500元/户', 'nearly', 'nearly'],
    ['约200-500元', 'about', 'exact'],
    ['2-3万元左右', 'about', 'about'],
  ])('%s is from %s to %s', (printed, low, high) => {
    expect(ok(readRate(printed))).toMatchObject({ low: { qualifier: low }, high: { qualifier: high } });
  });

  it.each<[QuantityProblem, readonly string[]]>([
    ['not-a-figure', ['', '元/人', '每人', '各街镇自定', '100-200-300元/户', '-']],
    ['range-reversed', ['500-200元/户', '3万-1万元', '200元至50元不等']],
    ['not-money', ['600人', '200-500份']],
    ['negative', ['-5元/人']],
    ['too-vague', ['几百元/人', '每户数百元']],
    ['below-fen', ['0.001元/人', '0.001-1元/人']],
    ['bad-grouping', ['1,23元/人', '1-1,23元/人']],
    ['absurd', ['2万亿元/人']],
    ['contradictory-qualifiers', ['近500余元/户']],
  ])('says %s of %j', (problem, texts) => {
    for (const printed of texts) expect([printed, readRate(printed)]).toMatchObject([printed, { problem }]);
  });

  it('keeps the text as printed, folded to half-width and without blanks', () => {
    expect(ok(readRate('每户（人） ６００元')).text).toBe('每户(人)600元');
  });

  it.each(['1', '1-', '每户', '补助', '一般', ' '])('refuses “%s” a hundred thousand times', (part) => {
    expect(readRate(part.repeat(100_000))).toHaveProperty('problem');
  });

  const amount = fc.integer({ min: 1, max: 1_000_000 });
  const unit = fc.constantFrom(...REACH_UNITS);

  it('reads every whole rate, its unit before or behind', () => {
    fc.assert(
      fc.property(amount, unit, (value, per) => {
        for (const printed of [`${value}元/${UNIT_WORD[per]}`, `每${UNIT_WORD[per]}${value}元`]) {
          const read = ok(readRate(printed));
          expect([read.low.value, read.high.value, read.per]).toEqual([
            BigInt(value) * YUAN,
            BigInt(value) * YUAN,
            // 每家 is each family as well.
            per === 'institutions' ? ['households', 'institutions'] : [per],
          ]);
        }
      }),
    );
  });

  it('reads every range, and refuses it the other way round', () => {
    fc.assert(
      fc.property(amount, amount, fc.constantFrom('-', '至', '~', '到', '元至', '元-'), (low, more, to) => {
        const high = low + more;
        const read = ok(readRate(`${low}${to}${high}元/户`));
        expect([read.low.value, read.high.value]).toEqual([BigInt(low) * YUAN, BigInt(high) * YUAN]);
        expect(readRate(`${high}${to}${low}元/户`)).toEqual({ problem: 'range-reversed' });
      }),
    );
  });

  it('never throws, and never gives a range that is upside down', () => {
    const alphabet =
      '0123456789０,.约余多近万亿百千三元人户份次位名至到-—~（）()/均每一般最高不超过平标准按的等左右以上内补助对象 ';
    const likely = fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 20 });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), likely), (text) => {
        const read = readRate(text);
        expect('problem' in read || (read.ok.low.value >= 0n && read.ok.low.value <= read.ok.high.value)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});

describe.each<[string, [bigint | null, bigint | null], [bigint | null, bigint | null]]>([
  // in fen: at face value, and all that it may stand for
  ['550元/人', [55_000n, 55_000n], [55_000n, 55_000n]],
  ['200-500元/户', [20_000n, 50_000n], [20_000n, 50_000n]],
  ['150元左右', [15_000n, 15_000n], [14_500n, 15_500n]],
  ['约200-500元', [20_000n, 50_000n], [19_000n, 50_000n]],
  ['户均2000元', [200_000n, 200_000n], [199_950n, 200_049n]],
  ['户均约2000元', [200_000n, 200_000n], [190_000n, 210_000n]],
  ['一般为每人2000元', [200_000n, 200_000n], [190_000n, 210_000n]],
  ['一般1000-3000元/户', [100_000n, 300_000n], [95_000n, 315_000n]],
  ['最高5000元/户', [null, 500_000n], [null, 500_000n]],
  ['500元以上/户', [50_000n, null], [50_000n, null]],
  ['500元以内', [null, 50_000n], [null, 50_000n]],
  ['500余元/户', [50_000n, 50_000n], [50_000n, 59_999n]],
  ['近500元/户', [50_000n, 50_000n], [45_000n, 50_000n]],
])('one payout at %s', (printed, [nominalLow, nominalHigh], [low, high]) => {
  it('at face value', () => {
    expect(rateNominal(ok(readRate(printed)))).toEqual({ low: nominalLow, high: nominalHigh });
  });

  it('within what the figures cover', () => {
    expect(rateCoverage(ok(readRate(printed)))).toEqual({ low, high });
  });
});

function ok(read: Read<Rate>): Rate {
  if ('ok' in read) return read.ok;
  throw new Error(read.problem);
}
