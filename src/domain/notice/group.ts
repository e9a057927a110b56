import { readCount, readMoney } from '../quantity.ts';
import type { Mention } from './mention.ts';

/** Figures that are of one measure, in their order. */
export interface Group {
  readonly mentions: Mention[];
  /** What it is a part of (其中). */
  partOf: Group | null;
}

/** A group's mentions of one role. */
export const of = (group: Group, role: Mention['role']) => group.mentions.filter((each) => each.role === role);

/** Whether a count is what a bracket, or 其中, tells of another of its group. */
export const isOfWhole = (mention: Mention, mentions: readonly Mention[]) =>
  mention.isBracketed ||
  (mention.isPart && mention.role === 'reach' && mentions.some(({ role, isPart }) => role === 'reach' && !isPart));

/** The money that a group's amounts come to, in fen; null where it has none. */
export function amountOf(group: Group): bigint | null {
  const read = of(group, 'amount').map(({ value }) => readMoney(value));
  if (read.length === 0) return null;
  return read.reduce((sum, each) => sum + ('ok' in each ? each.ok.value : 0n), 0n);
}

/** A group's count with its unit, where it has one count; parts of it are no others. */
export function countOf(group: Group): { readonly value: bigint; readonly unit: string } | null {
  const counts = of(group, 'reach');
  const [only, ...more] = counts.length > 1 ? counts.filter((each) => !isOfWhole(each, counts)) : counts;
  if (!only || more.length > 0) return null;
  const read = readCount(only.value);
  return 'ok' in read ? { value: read.ok.value, unit: read.ok.unit } : null;
}
