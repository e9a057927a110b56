import { grouped, yuan } from '../../domain/money.ts';
import { maskText } from '../../domain/shown/masking.ts';
import type { WrongTotal } from '../../engine/list-totals.ts';
import { defineRowRule } from './row-rule.ts';

/** Of a total row, or of a row's own figures. */
type Of = WrongTotal['of'] | 'figures';

/** A total that a list says of itself, and that its rows do not come to; or an amount that is not what the row's other figures come to. */
export default defineRowRule<{ of: Of; stated: string; found: string; formula?: string }>({
  id: 'list-total-contradicts-rows',
  severity: 'error',
  documentation: {
    zh: {
      title: '名单自己的合计与各行不符',
      what: '名单里的小计、合计行写的金额、人数、户数，与各行加起来不一样。合计可以是上面所有行的、从任何一个小计起的，也可以写在下面各行的前头：都对不上的才算。按写出来的位数比。“其中”不看；有金额读不出的名单不比金额；户数只在一行一户的名单（户主名单）里比，那里的人数要有家庭人口才比。名册只比人数、户数；银行回盘的合计可以是全部的，也可以只是成功的、只是失败的。一行里的金额，名单上绝大多数行都等于“标准×月数（人数）”或几栏相加减的（应发＋补发－扣发），不等于的那几行是警告。',
      why: '要么少了行、多了行，要么改了金额没有重新加：报出去的数和发出去的钱不一样。',
      example: '合计写 52,000.00 元，各行相加是 56,000.00 元。',
      mend: '对照原始名单找出差的那几行；合计用公式 SUM，不用手填。',
    },
    en: {
      title: 'A list’s own total contradicts its rows',
      what: 'The amount, the people or the households in a total row (小计, 合计) of the list are not what its rows come to. A total may be of all rows above it, of those since any total before, or stand above its rows: only what is none of these is found. Figures hold as far as they are printed. 其中 is not looked at, nor amounts where one of the list can’t be read; households only where each row is one (lists of heads), and there people only where the list says how many each has. Of a roster only people and households are compared; the total of a bank return may be of all its rows, or of those that were paid, or failed, alone. Where the amounts of nearly all rows are a standard times months or people, or what several columns add up to (应发+补发-扣发), the rows of which that is not so are a warning.',
      why: 'Rows are missing or too many, or an amount was changed and not added up again: what is reported is not what is paid.',
      example: 'The total says 52,000.00 yuan, and the rows come to 56,000.00.',
      mend: 'Find the rows by which it differs in the original list; use SUM instead of typing totals.',
    },
  },
  message: {
    zh: ({ of, stated, found, formula }) =>
      of === 'figures'
        ? `金额写 ${stated} 元，按“${formula}”是 ${found} 元：核对这一行，改正错的一个`
        : of === 'amount'
          ? `合计写 ${stated} 元，各行相加是 ${found} 元`
          : `合计写${stated}${UNITS[of]}，各行数下来是${found}${UNITS[of]}`,
    en: ({ of, stated, found, formula }) =>
      of === 'figures'
        ? `the amount says ${stated} yuan, “${formula}” comes to ${found}: correct the one that is wrong`
        : of === 'amount'
          ? `the total says ${stated} yuan, the rows come to ${found}`
          : `the total says ${stated} ${of === 'persons' ? 'people' : 'households'}, there are ${found} rows`,
  },
  needs: [],
  find: ({ lists }) => ({
    known: lists.flatMap(({ wrongTotals, derivation }, list) => [
      ...wrongTotals.map(({ row, of, stated, found }) => ({
        list,
        row,
        detail: { of, stated: String(stated), found: String(found) },
      })),
      ...(derivation?.wrong ?? []).map(({ row, stated, found }) => ({
        list,
        row,
        severity: 'warning' as const,
        detail: { of: 'figures', stated: String(stated), found: String(found), formula: derivation?.formula ?? '' },
      })),
    ]),
  }),
  column: ({ of }) => (of === 'amount' || of === 'figures' ? 'amount' : 'name'),
  show: (_, { of, stated, found, formula }) => {
    const isMoney = of === 'amount' || of === 'figures';
    const shown = (figure: unknown) => grouped(isMoney ? yuan(BigInt(String(figure))) : String(figure));
    return {
      of: of as Of,
      stated: shown(stated),
      found: shown(found),
      ...(of === 'figures' ? { formula: maskText(String(formula)) } : {}),
    };
  },
});

const UNITS = { persons: '人', households: '户' } as const;
