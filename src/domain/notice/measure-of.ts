import { readStandard } from '../campaign/standard-text.ts';
import { readCount, readMoney } from '../quantity.ts';
import type { Doubt, DraftMeasure, PlacedKey } from './draft.ts';
import type { OpenReason } from './figure.ts';
import type { Group } from './group.ts';
import { itemOf } from './judge-count.ts';
import type { Mention } from './mention.ts';
import { conditionText, type DraftStandard, standardOfRates, withGoods } from './standard-of.ts';

/** The figures of a measure, and what became of each that was put together. */
export interface Figures {
  readonly reach: DraftMeasure['reach'];
  readonly standard: DraftStandard | null;
  readonly amount: string | null;
  readonly goods: DraftMeasure['goods'];
  readonly age: string | null;
  readonly doubts: readonly Doubt[];
  readonly placed: readonly { readonly mention: Mention; readonly key: PlacedKey }[];
  /** Conditions of a step that stand in the draft with it: 1人户, 80周岁以上. */
  readonly conditions: readonly Mention[];
  readonly open: readonly { readonly mention: Mention; readonly reason: OpenReason }[];
}

/** What stands between two offsets of a mention's own paragraph, as printed. */
export type Between = (mention: Mention, from: number, to: number) => string;

const byRole = (group: Group, role: Mention['role']) => group.mentions.filter((each) => each.role === role);

/** A measure's figures from those that stand together: what each is worth, and what can't be decided. */
export function figuresOf(group: Group, between: Between): Figures {
  const counts = reachOf(byRole(group, 'reach'), between);
  const [amounts, small] = settled(byRole(group, 'amount'), counts.single, byRole(group, 'rate').length > 0);
  const rates = [...byRole(group, 'rate'), ...small.filter(({ isRate }) => isRate).map(({ mention }) => mention)];
  const [first] = rates;
  const money = standardOfRates(rates, (from, to) => (first ? between(first, from, to) : ''));
  const [amount, ...otherAmounts] = amounts;
  const lots = byRole(group, 'goods').map((mention) => ({
    mention,
    item: itemOf(mention.before, mention.after) ?? '',
  }));
  const goods = lots.filter(({ mention }) => !mention.isEach);
  const each = lots.filter(({ mention }) => mention.isEach);
  const standard = withGoods(
    money,
    each.map(({ item, mention }) => `${item}${mention.value}`),
  );
  const isWritten = standard !== money;
  const undecided = small.filter(({ isRate }) => !isRate).map(({ mention }) => mention);
  const age =
    rates.length === 1 && first?.condition?.figure.kind === 'age' ? conditionText(first.condition.text) : null;
  const doubts: Doubt[] = [
    ...counts.doubts,
    ...undecided.map(({ value }): Doubt => ({ kind: 'rate-or-amount', texts: [value] })),
    ...disagreement(counts.single, standard, amount?.value ?? null),
  ];
  return {
    reach: counts.reach,
    standard,
    amount: amount?.value ?? null,
    goods: goods.map(({ mention, item }) => ({ item, quantity: mention.value })),
    age,
    doubts,
    placed: [
      ...counts.placed.map((mention) => ({ mention, key: 'reach' as const })),
      ...rates.map((mention) => ({ mention, key: 'standard' as const })),
      ...(amount ? [{ mention: amount, key: 'amount' as const }] : []),
      ...goods.map(({ mention }) => ({ mention, key: 'goods' as const })),
      ...(isWritten ? each : []).map(({ mention }) => ({ mention, key: 'standard' as const })),
    ],
    conditions: rates.filter(
      ({ condition }) => condition && (condition.figure.kind === 'household' || age !== null || rates.length > 1),
    ),
    open: [
      ...counts.open.map((mention) => ({ mention, reason: 'other-count' as const })),
      ...undecided.map((mention) => ({ mention, reason: 'two-readings' as const })),
      ...(isWritten ? [] : each).map(({ mention }) => ({ mention, reason: 'each' as const })),
      ...otherAmounts.map((mention) => ({ mention, reason: 'no-place' as const })),
    ],
  };
}

interface Counts {
  readonly reach: DraftMeasure['reach'];
  readonly placed: readonly Mention[];
  readonly open: readonly Mention[];
  readonly doubts: readonly Doubt[];
  /** The one count that standard and amount are of. */
  readonly single: string | null;
}

function reachOf(mentions: readonly Mention[], between: Between): Counts {
  const [head] = mentions;
  // A measure that is itself a part (其中：1、280户（一类户90户）) has its own whole.
  const isWhole = (each: Mention) => !each.isPart || (each === head && !each.isBracketed && mentions.length > 1);
  const whole = mentions.some(({ isPart }) => !isPart)
    ? mentions.filter(({ isPart }) => !isPart)
    : mentions.filter((each) => isWhole(each) || !each.isBracketed);
  const parts = mentions.filter((each) => !whole.includes(each));
  const [first, second] = whole;
  if (first && parts.length > 0 && whole.length === 1) return withParts(first, parts);
  if (whole.length === 0)
    return {
      reach: mentions.map(({ value }) => value),
      placed: mentions,
      open: [],
      doubts: [],
      single: single(mentions),
    };
  const pair = first && second && whole.length === 2 ? together(first, second, between) : null;
  if (pair !== null) return { reach: [pair], placed: whole, open: parts, doubts: [], single: pair };
  const kept = whole.filter((mention, index) => index === 0 || !isAnother(mention, whole[0] as Mention));
  const others = whole.filter((mention) => !kept.includes(mention));
  const doubts: Doubt[] = others.map(({ value }) => ({ kind: 'other-count', texts: [kept[0]?.value ?? '', value] }));
  return {
    reach: kept.map(({ value }) => value),
    placed: kept,
    open: [...others, ...parts],
    doubts,
    single: single(kept),
  };
}

const single = (mentions: readonly Mention[]) => (mentions.length === 1 ? (mentions[0]?.value ?? null) : null);

/** 1000人，其中低保对象300人: the parts are shown, and not added. */
function withParts(whole: Mention, parts: readonly Mention[]): Counts {
  const total = readCount(whole.value);
  const read = parts.map(({ value }) => readCount(value));
  const fits =
    'ok' in total &&
    read.every(
      (each) =>
        'ok' in each &&
        (each.ok.unit === total.ok.unit || each.ok.unit === total.ok.orUnit) &&
        each.ok.value <= total.ok.value,
    );
  if (!fits) return { reach: [whole.value], placed: [whole], open: parts, doubts: [], single: whole.value };
  const reach = { total: whole.value, parts: parts.map(({ value }) => value) };
  return { reach, placed: [whole, ...parts], open: [], doubts: [], single: whole.value };
}

/** 500户1200人 is one fact, told twice. */
function together(first: Mention, second: Mention, between: Between): string | null {
  if (first.passage !== second.passage) return null;
  const words = between(first, first.figure.to, second.figure.from);
  const isBeside = words.length <= 3 && /^[、，,(（]?(?:共计?|计)?$/.test(words);
  const isTold = /惠及|受益|涉及|覆盖/.test(second.before) && !/[、和及]/.test(words.slice(0, 1));
  if (!isBeside && !isTold) return null;
  const both = `${first.value}${second.value}`;
  const read = readCount(both);
  return 'ok' in read && read.ok.also ? both : null;
}

/** A count of another unit that says how many all of it reaches is another count of the same. */
function isAnother(mention: Mention, first: Mention): boolean {
  const [own, other] = [readCount(mention.value), readCount(first.value)];
  if (!('ok' in own) || !('ok' in other)) return true;
  if (/(?:直接)?(?:受益|受惠)(?:人口|人数|群众)?(?:超过|达到?|约)?$/.test(mention.before)) return true;
  return own.ok.unit !== other.ok.unit && /惠及|受益|覆盖|涉及|共计?|合计|总计/.test(mention.before);
}

/** Small sums that may be what each gets: decided where one of the readings is absurd, or where a standard stands beside. */
function settled(
  amounts: readonly Mention[],
  count: string | null,
  hasRate: boolean,
): [Mention[], { mention: Mention; isRate: boolean }[]] {
  const sure: Mention[] = [];
  const small: { mention: Mention; isRate: boolean }[] = [];
  const read = count === null ? null : readCount(count);
  const people = read && 'ok' in read ? read.ok.value : null;
  for (const mention of amounts) {
    const money = readMoney(mention.value);
    if (!mention.isDoubtful || hasRate || !('ok' in money) || people === 1n) sure.push(mention);
    else if (people !== null && money.ok.value < people * LEAST_GIVEN) small.push({ mention, isRate: true });
    else small.push({ mention, isRate: false });
  }
  return [sure, small];
}

/** 20元: nobody is visited with less. */
const LEAST_GIVEN = 2_000n;

/** 请核对: the figures that were put together do not come to what is printed. The document may be wrong, or the draft. */
function disagreement(count: string | null, standard: DraftStandard | null, amount: string | null): Doubt[] {
  if (count === null || amount === null || typeof standard !== 'string') return [];
  const [of, rate, total] = [readCount(count), readStandard(standard), readMoney(amount)];
  if (!('ok' in of) || !('ok' in rate) || !('ok' in total) || !rate.ok.rate || rate.ok.rate.each) return [];
  const { low, high } = rate.ok.rate;
  const [least, most] = [low.value * of.ok.value, high.value * of.ok.value];
  const slack = total.ok.value / 10n + total.ok.step;
  const isNear = total.ok.value + slack >= least && total.ok.value <= most + slack;
  return isNear ? [] : [{ kind: 'does-not-agree', texts: [count, standard, amount] }];
}
