import { readCount } from '../quantity.ts';
import type { Doubt, DraftMeasure } from './draft.ts';
import type { Mention } from './mention.ts';

/** What stands between two offsets of a mention's own paragraph, as printed. */
export type Between = (mention: Mention, from: number, to: number) => string;

/** How many a measure reaches, and what became of each count that was put together. */
interface Reach {
  readonly reach: DraftMeasure['reach'];
  readonly placed: readonly Mention[];
  readonly open: readonly Mention[];
  readonly doubts: readonly Doubt[];
  /** The one count that standard and amount are of. */
  readonly single: string | null;
}

/** A count as the draft writes it: one, or two of one fact that stand side by side (500户1200人). */
interface Fact {
  readonly value: string;
  readonly first: Mention;
  readonly mentions: readonly Mention[];
}

/** Counts of one measure: those that are added up, or a whole with its parts; a second count of the same is left out. */
export function reachOf(mentions: readonly Mention[], between: Between): Reach {
  const facts = factsOf(mentions, between);
  const [head] = facts;
  // A measure that is itself a part (其中：1、280户（一类户90户）) has its own whole.
  const isWhole = ({ first }: Fact) =>
    !first.isPart || (first === head?.first && !first.isBracketed && facts.length > 1);
  const whole = facts.some(({ first }) => !first.isPart)
    ? facts.filter(({ first }) => !first.isPart)
    : facts.filter((each) => isWhole(each) || !each.first.isBracketed);
  const parts = facts.filter((each) => !whole.includes(each));
  const [only, ...more] = whole;
  if (only && parts.length > 0 && more.length === 0) return withParts(only, parts);
  if (!only)
    return {
      reach: facts.map(({ value }) => value),
      placed: mentions,
      open: [],
      doubts: [],
      single: single(facts),
    };
  const kept = whole.filter((fact, index) => index === 0 || !isAnother(fact.first, only.first));
  const others = whole.filter((fact) => !kept.includes(fact));
  const doubts: Doubt[] = others.map(({ value }) => ({ kind: 'other-count', texts: [only.value, value] }));
  return {
    reach: kept.map(({ value }) => value),
    placed: kept.flatMap((each) => each.mentions),
    open: [...others, ...parts].flatMap((each) => each.mentions),
    doubts,
    single: single(kept),
  };
}

const single = (facts: readonly Fact[]) => (facts.length === 1 ? (facts[0]?.value ?? null) : null);

/** 500户1200人 is one fact, told twice. */
function factsOf(mentions: readonly Mention[], between: Between): Fact[] {
  const facts: Fact[] = [];
  for (const mention of mentions) {
    const before = facts.at(-1);
    const both = before?.mentions.length === 1 ? together(before.first, mention, between) : null;
    if (before && both !== null) facts.splice(-1, 1, { ...before, value: both, mentions: [before.first, mention] });
    else facts.push({ value: mention.value, first: mention, mentions: [mention] });
  }
  return facts;
}

function together(first: Mention, second: Mention, between: Between): string | null {
  if (first.passage !== second.passage || first.isPart !== second.isPart) return null;
  const words = between(first, first.figure.to, second.figure.from);
  const isBeside = words.length <= 3 && /^[、，,(（]?(?:共计?|计)?$/.test(words);
  const isTold = /惠及|受益|涉及|覆盖/.test(second.before) && !/[、和及]/.test(words.slice(0, 1));
  if (!isBeside && !isTold) return null;
  const both = `${first.value}${second.value}`;
  const read = readCount(both);
  return 'ok' in read && read.ok.also ? both : null;
}

/** 1000人，其中低保对象300人: the parts are shown, and not added. */
function withParts(whole: Fact, parts: readonly Fact[]): Reach {
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
  const placed = [...whole.mentions, ...(fits ? parts.flatMap((each) => each.mentions) : [])];
  return {
    reach: fits ? { total: whole.value, parts: parts.map(({ value }) => value) } : [whole.value],
    placed,
    open: fits ? [] : parts.flatMap((each) => each.mentions),
    doubts: [],
    single: whole.value,
  };
}

/** A count of another unit that says how many all of it reaches is another count of the same. */
function isAnother(mention: Mention, first: Mention): boolean {
  const [own, other] = [readCount(mention.value), readCount(first.value)];
  if (!('ok' in own) || !('ok' in other)) return true;
  if (/(?:直接)?(?:受益|受惠)(?:人口|人数|群众)?(?:超过|达到?|约)?$/.test(mention.before)) return true;
  return own.ok.unit !== other.ok.unit && /惠及|受益|覆盖|涉及|共计?|合计|总计/.test(mention.before);
}
