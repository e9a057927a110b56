import type { Measure } from '../../domain/campaign/measure.ts';
import { coverage } from '../../domain/campaign/qualifier-coverage.ts';
import { grouped, wanYuan } from '../../domain/money.ts';
import type { KeyPath } from '../../domain/place.ts';
import type { Quantity } from '../../domain/quantity.ts';
import type { MeasureBudget } from '../../totals/budget/measure-budget.ts';
import { defineRule } from '../rule.ts';

type Of = 'tiers' | 'counts' | 'funds' | 'part-amount' | 'part-reach' | 'all-parts';

/** Parts of one measure's own figure that do not fit in it. */
export default defineRule<{ measure: string; of: Of; whole: string; parts: string; less: boolean }>({
  id: 'parts-contradict-whole',
  severity: 'error',
  documentation: {
    zh: {
      title: '部分与总数不符',
      what: '一个项目自己的部分合起来超过它的总数：各档的户数、人数超过项目的，reach: 的 parts 超过 total，各项资金超过金额，“其中”（of:）的金额、数量、物资件数超过总项的；几个“其中”合起来超过总项，可能有交叉，只提示。各项资金都写了数、合起来却不到金额的，是警告。总数的“约”“余”按它能涵盖的算；joint 的各档是同一些人，不加。',
      why: '部分比总数大，必有一个写错；钱少了一截，就有人领不到。',
      example: '862户，其中1人户400户、2人以上562户：合计962户。',
      mend: '对照文件核对总数和各部分；文件本身写错的，向发文单位核实，并在 note 里记下。',
    },
    en: {
      title: 'Parts contradict the whole',
      what: 'The parts of one measure’s figure come to more than it: tiers’ counts against the measure’s, parts of reach: against its total, funds against the amount, a part (of:) in money, count or pieces of goods against the measure it is part of; several parts together above it are a hint, since they may overlap. Funds that all say what they pay and fall short are a warning. The whole’s own 约 or 余 covers what it means; joint tiers are the same people and are not added.',
      why: 'Parts above the whole mean that a figure is wrong; money that nobody provides means that somebody is not paid.',
      example: '862户, of which 400 of one person and 562 of more: 962.',
      mend: 'Compare the whole and its parts with the document; if the document itself is wrong, ask its issuer and record the answer in note.',
    },
  },
  message: {
    zh: ({ measure, of, whole, parts, less }) =>
      `${measure}：${WHAT.zh[of]}${parts}，${less ? '少于' : '超过'}${of.startsWith('part-') ? '总项的' : ''}${whole}`,
    en: ({ measure, of, whole, parts, less }) =>
      `${measure}: ${WHAT.en[of]}${parts}, ${less ? 'less' : 'more'} than ${of.startsWith('part-') ? 'the whole, ' : ''}${whole}`,
  },
  *find({ departments }) {
    const all = departments.flatMap(({ measures }) => measures);
    for (const found of all) {
      const { measure, at } = found;
      const path = ['departments', at[0], 'measures', at[1]] as const;
      for (const { at: key, severity, amount, ...data } of [
        ...ofCounts(measure),
        ...ofFunds(found),
        ...ofWhole(found, all),
        ...ofParts(found, all),
        ...ofGoods(found, all),
      ])
        yield {
          data: { measure: measure.name, ...data },
          at: [[...path, ...key]],
          ...(severity ? { severity } : {}),
          amount: amount ?? null,
        };
    }
  },
});

const WHAT = {
  zh: {
    tiers: '各档合计',
    counts: '各部分合计',
    funds: '各项资金合计',
    'part-amount': '',
    'part-reach': '',
    'all-parts': '各“其中”合计',
  },
  en: {
    tiers: 'the tiers add up to ',
    counts: 'the parts add up to ',
    funds: 'the funds add up to ',
    'part-amount': '',
    'part-reach': '',
    'all-parts': 'its parts (其中) add up to ',
  },
} as const;

type Lot = Measure['goods'][number];

interface Found {
  readonly of: Of;
  readonly whole: string;
  readonly parts: string;
  readonly less: boolean;
  readonly at: KeyPath;
  readonly severity?: 'warning' | 'hint';
  readonly amount?: bigint;
}

const isOf =
  (count: Quantity) =>
  ({ unit }: Quantity) =>
    unit === count.unit || unit === 'none';
const total = (parts: readonly { readonly value: bigint }[]) => parts.reduce((sum, { value }) => sum + value, 0n);
const isAbove = (sum: bigint, whole: Quantity) => {
  const { high } = coverage(whole);
  return high !== null && sum > high;
};

/** Each of the two counts that one fact may have against the same ones of its parts. */
function* ofCounts({ reach, reachParts, standard }: Measure): Generator<Found> {
  const [whole, ...others] = reach;
  if (!whole || others.length > 0) return;
  const tiers = standard?.joint ? [] : (standard?.tiers ?? []).flatMap((tier) => tier.reach ?? []);
  for (const [of, parts, at] of [
    ['tiers', tiers, ['standard', 'tiers']],
    ['counts', reachParts, ['reach', 'parts']],
  ] as const) {
    for (const count of [whole, ...(whole.also ? [whole.also] : [])]) {
      const same = parts.flatMap((part) => [part, ...(part.also ? [part.also] : [])].find(isOf(count)) ?? []);
      const sum = total(same);
      if (same.length === parts.length && isAbove(sum, count))
        yield { of, whole: count.text, parts: grouped(sum.toString()), less: false, at: [...at] };
    }
  }
}

function* ofFunds({ measure, stated }: MeasureBudget): Generator<Found> {
  const parts = measure.funds.flatMap((share) => ('amount' in share && share.amount ? [share.amount] : []));
  if (!stated || parts.length === 0) return;
  const sum = total(parts);
  const said = { of: 'funds' as const, whole: stated.text, parts: `${wanYuan(sum)}万元`, at: ['funds'] };
  const { low } = coverage(stated);
  const isAll = parts.length === measure.funds.length;
  if (isAbove(sum, stated)) yield { ...said, less: false, amount: sum - stated.value };
  else if (isAll && low !== null && sum < low)
    yield { ...said, less: true, severity: 'warning', amount: stated.value - sum };
}

function* ofWhole({ measure, adopted, reach }: MeasureBudget, all: readonly MeasureBudget[]): Generator<Found> {
  const whole = all.find((each) => each.measure.id === measure.of);
  if (!whole || whole.measure === measure) return;
  const most = whole.stated ? coverage(whole.stated).high : whole.adopted;
  if (adopted !== null && most !== null && adopted > most)
    yield {
      of: 'part-amount',
      whole: whole.stated?.text ?? `${wanYuan(most)}万元`,
      parts: `${wanYuan(adopted)}万元`,
      less: false,
      at: ['of'],
      amount: adopted - (whole.adopted ?? most),
    };
  const [part, ...more] = reach;
  const [count, ...others] = whole.reach;
  if (part && count && more.length + others.length === 0 && part.unit === count.unit && isAbove(part.value, count))
    yield { of: 'part-reach', whole: count.text, parts: part.text, less: false, at: ['of'] };
  for (const lot of measure.goods) {
    const most = quantityOf(lot, whole.measure);
    if (lot.quantity && most && isAbove(lot.quantity.value, most))
      yield { of: 'part-reach', whole: most.text, parts: `${lot.item}${lot.quantity.text}`, less: false, at: ['of'] };
  }
}

/** How many a measure has of what a lot is, counted in the same pieces. */
const quantityOf = ({ item, quantity }: Lot, { goods }: Measure): Quantity | undefined =>
  goods.find((lot) => lot.item === item && lot.quantity?.unit === quantity?.unit)?.quantity;

const partsOf = (measure: Measure, all: readonly MeasureBudget[]) =>
  all.filter((each) => each.measure.of === measure.id && each.measure !== measure);

/** All parts of a measure together: they may be parts in two ways, so that more than the whole is only a hint. */
function* ofParts({ measure, stated, adopted, reach }: MeasureBudget, all: readonly MeasureBudget[]): Generator<Found> {
  const parts = partsOf(measure, all);
  if (parts.length < 2) return;
  const hint = { of: 'all-parts', less: false, severity: 'hint' } as const;
  const most = stated ? coverage(stated).high : adopted;
  const sum = parts.reduce((all, part) => all + (part.adopted ?? 0n), 0n);
  if (most !== null && sum > most && parts.every((part) => part.adopted === null || part.adopted <= most))
    yield {
      ...hint,
      whole: stated?.text ?? `${wanYuan(most)}万元`,
      parts: `${wanYuan(sum)}万元`,
      at: ['amount'],
      amount: sum - (adopted ?? most),
    };
  const [count, ...others] = reach;
  if (!count || others.length > 0) return;
  const counts = parts.flatMap((part) => part.reach.filter(isOf(count)));
  const many = total(counts);
  if (isAbove(many, count) && counts.every(({ value }) => !isAbove(value, count)))
    yield { ...hint, whole: count.text, parts: grouped(many.toString()), at: ['reach'] };
}

/** The same of goods: each item of the whole against what all parts have of it. */
function* ofGoods({ measure }: MeasureBudget, all: readonly MeasureBudget[]): Generator<Found> {
  const parts = partsOf(measure, all);
  if (parts.length < 2) return;
  for (const [index, lot] of measure.goods.entries()) {
    const { quantity } = lot;
    const own = parts.flatMap((part) => quantityOf(lot, part.measure) ?? []);
    if (!quantity || !isAbove(total(own), quantity) || own.some(({ value }) => isAbove(value, quantity))) continue;
    yield {
      of: 'all-parts',
      less: false,
      severity: 'hint',
      whole: quantity.text,
      parts: `${lot.item}${grouped(total(own).toString())}`,
      at: ['goods', index],
    };
  }
}
