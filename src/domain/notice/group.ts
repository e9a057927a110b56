import { readStandard } from '../campaign/standard-text.ts';
import { readCount, readMoney } from '../quantity.ts';
import { DIVIDED } from './divided.ts';
import type { Mention, Reading } from './mention.ts';

/** Figures that are of one measure, in their order. */
export interface Group {
  readonly mentions: Mention[];
  /** What it is a part of (其中). */
  partOf: Group | null;
}

const of = (group: Group, role: Mention['role']) => group.mentions.filter((each) => each.role === role);
/** What begins something else within a sentence. */
const ANEW =
  /[，,]?(?:对|为|向|给)(?!(?:此|象))[\u4e00-\u9fff“”、()]{2,}|[，,](?:另外?|此外|同时|并且?(?:为|对|向)|还)|(?:走访|慰问)[\u4e00-\u9fff]{2,}/;

/**
 * Puts together the figures that stand together. A sentence is one measure until a figure comes that it has already, in its own
 * order (count, standard, amount, or amount first), or until the sentence turns to somebody else.
 */
export function groupsOf({ mentions, sentences, passages }: Reading): Group[] {
  const groups: Group[] = [];
  for (const mention of mentions) {
    const open: Group | undefined = groups.at(-1);
    if (mention.role === 'income' || mention.role === 'departments') continue;
    const last: Mention | undefined = open?.mentions.at(-1);
    const isSame = last !== undefined && last.sentence === mention.sentence;
    const sentence = sentences[mention.sentence];
    const isPartSentence = sentence !== undefined && /^其中/.test(sentence.plain) && last?.passage === mention.passage;
    if (open && last && (isSame || isPartSentence) && last.isPast === mention.isPast) {
      const text = passages[mention.passage]?.paragraph.text ?? '';
      const between = text.slice(last.figure.to, mention.figure.from);
      const before = groups.at(-2)?.mentions[0];
      const isMore = before?.sentence === mention.sentence;
      const isWorth = mention.role === 'amount' && isSame && /价值|折合|折款/.test(between);
      if (isWorth && goodsApart(groups, open)) {
        groups.at(-1)?.mentions.push(mention);
        continue;
      }
      if (isSame ? belongs(open, mention, between, isMore) : belongsAsPart(open, mention)) {
        open.mentions.push(mention);
        continue;
      }
    }
    const whole: Group | null = mention.isPart && open ? (open.partOf ?? wholeIn(groups, last) ?? open) : null;
    groups.push({ mentions: [mention], partOf: whole });
  }
  return joinedSentences(groups, sentences);
}

/** 资金3.3亿元，还调拨65万件价值7886万元的棉衣被: goods with a worth of their own are another measure than the money before them. */
function goodsApart(groups: Group[], open: Group): boolean {
  if (of(open, 'amount').length === 0 || open.mentions.at(-1)?.role !== 'goods') return false;
  const from = open.mentions.findLastIndex(({ role }) => role !== 'goods') + 1;
  groups.push({ mentions: open.mentions.splice(from), partOf: open.partOf });
  return true;
}

/** What a sentence that begins with 其中 adds to the measure before it: steps of its standard, or parts of its count. */
function belongsAsPart(open: Group, { role }: Mention): boolean {
  const [reach, rates, amounts] = [of(open, 'reach'), of(open, 'rate'), of(open, 'amount')];
  if (role === 'rate') return rates.length > 0 && amounts.length === 0;
  return role === 'reach' && reach.length > 0 && rates.length + amounts.length === 0;
}

/** The first that a sentence tells is the whole whose parts the next one does. */
function wholeIn(groups: readonly Group[], last: Mention | undefined): Group | undefined {
  return last && groups.find(({ mentions }) => mentions[0]?.sentence === last.sentence);
}

function belongs(open: Group, mention: Mention, between: string, isMore: boolean): boolean {
  const [reach, rates, amounts] = [of(open, 'reach'), of(open, 'rate'), of(open, 'amount')];
  const isAnew = ANEW.test(between);
  const goods = of(open, 'goods');
  const last = open.mentions.at(-1);
  switch (mention.role) {
    case 'goods':
      return true;
    case 'reach': {
      if (DIVIDED.test(between)) return false;
      if (mention.isPart && reach.length > 0 && rates.length + amounts.length === 0) return true;
      if (reach.length === 0) return goods.length === 0 || !isAnew;
      if (goods.length > 0 && isAnew) return false;
      if (rates.length === 0 && amounts.length === 0) return !FOR_OTHERS.test(between);
      if (last?.role !== 'reach') return false;
      // 投入83万元，慰问困难职工183人，劳动模范142人: the amount stands before all of them.
      return (
        isList(between) || (rates.length === 0 && amounts[0] === open.mentions[0] && !isAnew && between.length <= 20)
      );
    }
    case 'rate':
      // 将慰问5100户，慰问标准为：极为困难的每户300元: what a colon begins is a list of its own.
      if (reach.length > 0 && /标准(?:为|是)?:/.test(between)) return false;
      if (rates.length === 0) return amounts.length === 0 || !isAnew;
      // 一档10人每人5000元，其余每人1000元: of the rest nobody says how many they are.
      if (open.partOf && rates.length > 0 && last?.role === 'rate' && ANOTHER.test(between)) return false;
      if (mention.isPart || mention.condition) return true;
      return amounts.length === 0 && last?.role === 'rate' && !/(?:对|为|向|给)[\u4e00-\u9fff“”、()]{2,}/.test(between);
    case 'amount':
      if (amounts.length > 0) return false;
      if (mention.isTotal && isMore && !comesTo(open, mention)) return false;
      return !(isAnew && rates.length > 0 && reach.length === 0);
    default:
      return false;
  }
}

/** Behind the rate of one part, another part: 重度80名每名600元，轻度每名300元; and not more of the same (每名500元，另加200元物品). */
const ANOTHER = /^[^，,；;]{0,6}[，,；;](?!\s*(?:另|并|以及|和|及|加|外))[\u4e00-\u9fff“”]{2,}/;
/** Somebody else: 慰问企业18家，为25个单位下拨经费. */
const FOR_OTHERS = /[，,](?:同时|并|还)?(?:为|向|给|对)(?:全|[\u4e00-\u9fff“]{0,6}$)/;
/** Does what each gets, times how many there are, come to this sum, to a tenth? Also where one of them is not told. */
function comesTo(open: Group, total: Mention): boolean {
  const [count, rates, sum] = [countOf(open), of(open, 'rate'), readMoney(total.value)];
  const read = rates[0] ? readStandard(rates[0].value) : undefined;
  if (!count || rates.length !== 1 || !read || !('ok' in read) || !read.ok.rate || !('ok' in sum)) return true;
  const { low, high } = read.ok.rate;
  const slack = sum.ok.value / 10n + sum.ok.step;
  return sum.ok.value + slack >= low.value * count.value && sum.ok.value <= high.value * count.value + slack;
}

/** 500户、困难职工300人和: one count beside the other. */
const isList = (between: string) => /^[\u4e00-\u9fff“”()]{0,16}[、和及与][\u4e00-\u9fff“”()]{0,16}$/.test(between);

const GOES_ON =
  /^(?:本次|此次|这次|该|活动|共|预计|受益|惠及|覆盖|发放|资金|支出|合计|累计|总计|总|所需|补助人数|涉及|让|使)/;

/** 送去资金共计200多万元。本次活动受益老人1万余名。: what one sentence leaves out the next may say, where it goes on. */
function joinedSentences(groups: readonly Group[], sentences: Reading['sentences']): Group[] {
  const joined: Group[] = [];
  const within = new Map<Group, Group>();
  for (const group of groups) {
    const before = joined.at(-1);
    const [a, b] = [before?.mentions.at(-1), group.mentions[0]];
    const goesOn = b && GOES_ON.test(sentences[b.sentence]?.plain ?? '');
    const isNear = a && b && a.passage === b.passage && a.isPast === b.isPast && b.sentence > a.sentence;
    if (before && isNear && goesOn && !group.partOf && !before.partOf && completes(before, group)) {
      before.mentions.push(...group.mentions);
      within.set(group, before);
      continue;
    }
    group.partOf = group.partOf && (within.get(group.partOf) ?? group.partOf);
    joined.push(group);
  }
  return joined;
}

/** Has one the people and the other the money? */
function completes(before: Group, after: Group): boolean {
  const has = (group: Group) => ({
    reach: of(group, 'reach').length > 0,
    money: of(group, 'amount').length + of(group, 'rate').length > 0,
  });
  const [first, second] = [has(before), has(after)];
  if (first.reach && !first.money) return !second.reach && second.money && of(after, 'amount').length <= 1;
  return !first.reach && first.money && second.reach && !second.money && of(before, 'amount').length <= 1;
}

/** The money that a group's amounts come to, in fen; null where it has none. */
export function amountOf(group: Group): bigint | null {
  const read = of(group, 'amount').map(({ value }) => readMoney(value));
  if (read.length === 0) return null;
  return read.reduce((sum, each) => sum + ('ok' in each ? each.ok.value : 0n), 0n);
}

/** A group's count with its unit, where it has one count. */
export function countOf(group: Group): { readonly value: bigint; readonly unit: string } | null {
  const [only, ...more] = of(group, 'reach');
  if (!only || more.length > 0) return null;
  const read = readCount(only.value);
  return 'ok' in read ? { value: read.ok.value, unit: read.ok.unit } : null;
}
