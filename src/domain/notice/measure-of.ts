import { readStandard } from '../campaign/standard-text.ts';
import { readCount, readMoney } from '../quantity.ts';
import type { Doubt, DraftMeasure, PlacedKey } from './draft.ts';
import type { OpenReason } from './figure.ts';
import type { Group } from './group.ts';
import { itemOf } from './judge-count.ts';
import type { Mention } from './mention.ts';
import { type Between, reachOf } from './reach-of.ts';
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
    else if (people !== null && isSumOf(mention, money.ok.value, people)) sure.push(mention);
    else small.push({ mention, isRate: false });
  }
  return [sure, small];
}

/** 为8名困难群众送去米、油和慰问金，价值4000余元: what each gets is told to the yuan; a sum is not. */
function isSumOf({ value, before }: Mention, money: bigint, people: bigint): boolean {
  const isVague = /[余多]|^(?:约|近|将近|大约)|左右/.test(value);
  return (
    isVague &&
    !/价值[^，。；]{0,4}$/.test(before.replace(/^.*[，,]/, '').replace(/^价值/, '')) &&
    money >= people * USUAL_LEAST
  );
}

/** 100元: with less nobody is visited whose gift is not told to the yuan. */
const USUAL_LEAST = 10_000n;

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
