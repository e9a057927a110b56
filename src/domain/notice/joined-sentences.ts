import { type Group, of } from './group.ts';
import type { Reading } from './mention.ts';

const GOES_ON =
  /^(?:慰问(?:物资|金|品|资金)|每一?[户人名位份家]|[户人]均|(?:补助|慰问|救助|发放)?标准|本次|此次|这次|该|活动|共|预计|受益|惠及|覆盖|发放|资金|支出|合计|累计|总计|总|所需|补助人数|受助|他们|她们|这些|这批|涉及|让|使)/;

/** 送去资金共计200多万元。本次活动受益老人1万余名。: what one sentence leaves out the next may say, where it goes on. */
export function joinedSentences(groups: readonly Group[], sentences: Reading['sentences']): Group[] {
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
  // 筹措18万余元，对1122户开展救助。每户160元…: what each gets may stand behind the sum.
  const isEach = second.money && !second.reach && of(after, 'amount').length === 0 && of(before, 'rate').length === 0;
  if (first.reach && isEach) return of(before, 'reach').length === 1;
  if (first.reach && !first.money) return !second.reach && second.money && of(after, 'amount').length <= 1;
  return !first.reach && first.money && second.reach && !second.money && of(before, 'amount').length <= 1;
}
