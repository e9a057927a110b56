import { readCount, readMoney } from '../quantity.ts';
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
  let open: Group | null = null;
  for (const mention of mentions) {
    if (mention.role === 'income' || mention.role === 'departments') continue;
    const last: Mention | undefined = open?.mentions.at(-1);
    const isSame = last !== undefined && last.sentence === mention.sentence;
    const sentence = sentences[mention.sentence];
    const isPartSentence = sentence !== undefined && /^其中/.test(sentence.plain) && last?.passage === mention.passage;
    if (open && last && (isSame || isPartSentence) && last.isPast === mention.isPast) {
      const text = passages[mention.passage]?.paragraph.text ?? '';
      const between = text.slice(last.figure.to, mention.figure.from);
      if (belongs(open, mention, between)) {
        open.mentions.push(mention);
        continue;
      }
    }
    const whole: Group | null = mention.isPart && open ? (open.partOf ?? open) : null;
    open = { mentions: [mention], partOf: whole };
    groups.push(open);
  }
  return joinedSentences(groups, sentences);
}

function belongs(open: Group, mention: Mention, between: string): boolean {
  const [reach, rates, amounts] = [of(open, 'reach'), of(open, 'rate'), of(open, 'amount')];
  const isAnew = ANEW.test(between);
  const last = open.mentions.at(-1);
  switch (mention.role) {
    case 'goods':
      return true;
    case 'reach': {
      if (mention.isPart && reach.length > 0 && rates.length + amounts.length === 0) return true;
      if (reach.length === 0) return open.mentions.every(({ role }) => role !== 'goods') || !isAnew;
      return rates.length === 0 && amounts.length === 0 ? true : isList(between) && last?.role === 'reach';
    }
    case 'rate':
      if (rates.length === 0) return amounts.length === 0 || !isAnew;
      if (mention.isPart || mention.condition) return true;
      return amounts.length === 0 && last?.role === 'rate' && !/(?:对|为|向|给)[\u4e00-\u9fff“”、()]{2,}/.test(between);
    case 'amount':
      if (amounts.length > 0) return false;
      return !(isAnew && rates.length > 0 && reach.length === 0);
    default:
      return false;
  }
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
