import { readStandard } from '../campaign/standard-text.ts';
import { readMoney } from '../quantity.ts';
import { belongs, belongsAsPart, ownMoney } from './belongs.ts';
import { amountOf, countOf, type Group, of } from './group.ts';
import { joinedSentences } from './joined-sentences.ts';
import type { Mention, Reading } from './mention.ts';

/**
 * Puts together the figures that stand together. A sentence is one measure until a figure comes that it has already, in its own
 * order (count, standard, amount, or amount first), or until the sentence turns to somebody else.
 */
export function groupsOf({ mentions, sentences, passages }: Reading): Group[] {
  const groups: Group[] = [];
  for (const [index, mention] of mentions.entries()) {
    const open: Group | undefined = groups.at(-1);
    if (mention.role === 'income' || mention.role === 'departments') continue;
    const last: Mention | undefined = open?.mentions.at(-1);
    const isSame = last !== undefined && last.sentence === mention.sentence;
    const sentence = sentences[mention.sentence];
    const isPartSentence = sentence !== undefined && /^其中/.test(sentence.plain) && last?.passage === mention.passage;
    const isFull = open !== undefined && open.mentions.length >= MOST_FIGURES;
    if (open && last && !isFull && (isSame || isPartSentence) && last.isPast === mention.isPast) {
      const text = passages[mention.passage]?.paragraph.text ?? '';
      const between = text.slice(last.figure.to, mention.figure.from);
      const before = groups.at(-2)?.mentions[0];
      const isMore = before?.sentence === mention.sentence;
      const isWorth = mention.role === 'amount' && isSame && /价值|折合|折款/.test(between);
      if (isWorth && goodsApart(groups, open)) {
        groups.at(-1)?.mentions.push(mention);
        continue;
      }
      const whole = wholeOfSum(mention, open, groups);
      if (whole) {
        whole.mentions.push(mention);
        continue;
      }
      const own = ownMoney(mention, mentions.slice(index + 1, index + 3), text);
      if (isSame ? belongs(open, mention, { between, isMore, own }) : belongsAsPart(open, mention, between, own)) {
        open.mentions.push(mention);
        continue;
      }
    }
    const whole: Group | null = mention.isPart && open ? (open.partOf ?? wholeIn(groups, last) ?? open) : null;
    groups.push({
      mentions: [isBesideSum(mention, last, passages) ? { ...mention, isDoubtful: false } : mention],
      partOf: whole,
    });
  }
  return joinedSentences(groups, sentences);
}

/** 送去1.4万元慰问金和价值0.43万元的慰问品: what stands beside a sum of all is one, too. */
function isBesideSum(mention: Mention, last: Mention | undefined, passages: Reading['passages']): boolean {
  if (mention.role !== 'amount' || last?.role !== 'amount' || last.isDoubtful || last.sentence !== mention.sentence)
    return false;
  const text = passages[mention.passage]?.paragraph.text ?? '';
  return /^[^，。；、\d]{0,8}[金款](?:以?及|和)价值$/.test(text.slice(last.figure.to, mention.figure.from));
}

/** No measure has more. */
const MOST_FIGURES = 60;

/** 资金3.3亿元，还调拨65万件价值7886万元的棉衣被: goods with a worth of their own are another measure than the money before them. */
function goodsApart(groups: Group[], open: Group): boolean {
  if (of(open, 'amount').length === 0 || open.mentions.at(-1)?.role !== 'goods') return false;
  const from = open.mentions.findLastIndex(({ role }) => role !== 'goods') + 1;
  groups.push({ mentions: open.mentions.splice(from), partOf: open.partOf });
  return true;
}

/** 120人，分三等：一等40人每人2000元 … 共计14.5万元: what the parts come to together is the whole's. */
function wholeOfSum({ role, isTotal, value }: Mention, { partOf }: Group, groups: readonly Group[]): Group | null {
  if (role !== 'amount' || !isTotal || !partOf || of(partOf, 'amount').length > 0) return null;
  const parts = groups.filter((group) => group.partOf === partOf).map(worthOf);
  const sum = parts.reduce<bigint | null>((all, each) => (all === null || each === null ? null : all + each), 0n);
  const total = readMoney(value);
  return parts.length >= 2 && 'ok' in total && total.ok.value === sum ? partOf : null;
}

/** What a group comes to, in fen: its sum, or its count times its standard. */
function worthOf(group: Group): bigint | null {
  const [rate, ...more] = of(group, 'rate');
  const count = countOf(group);
  const read = rate ? readStandard(rate.value) : undefined;
  if (!read || !('ok' in read) || !read.ok.rate || more.length > 0 || !count) return amountOf(group);
  return read.ok.rate.low.value * count.value;
}

/** The first that a sentence tells is the whole whose parts the next one does. */
function wholeIn(groups: readonly Group[], last: Mention | undefined): Group | undefined {
  return last && groups.find(({ mentions }) => mentions[0]?.sentence === last.sentence);
}
