import { foldedName } from '../folded-name.ts';

const LEVEL = /^[省市区县旗]/;
const ENDING = /(?:局|部门)$/;

/**
 * What is left of a department's name without the place it is of, and without 局 or 部门 at its end: 普陀区民政局, 区民政局,
 * 民政部门 and 民政 are all 民政. 市妇联 and 区妇联 fold to one name, so that only a name that is alone with it may be taken.
 */
function departmentStem(name: string, region = ''): string {
  const whole = foldedName(name);
  const places = regionParts(foldedName(region));
  let stem = whole;
  for (let before = ''; before !== stem; ) {
    before = stem;
    const place = places.find((each) => stem.startsWith(each) && stem.length > each.length);
    if (place) stem = stem.slice(place.length);
    else if (stem.length > 2) stem = stem.replace(LEVEL, '');
  }
  const bare = stem.replace(ENDING, '');
  return bare.length >= 2 ? bare : stem;
}

interface Named {
  readonly name: string;
  readonly aliases?: readonly string[] | undefined;
}

/** The departments that a word may mean: the one of that name or alias, else those that are alike but for place and ending. */
export function departmentsCalled<D extends Named>(word: string, departments: readonly D[], region?: string): D[] {
  const text = foldedName(word);
  if (text === '') return [];
  const namesOf = ({ name, aliases = [] }: D) => [name, ...aliases];
  const exact = departments.find((each) => namesOf(each).map(foldedName).includes(text));
  if (exact) return [exact];
  const stem = departmentStem(text, region);
  return departments.filter((each) => namesOf(each).some((name) => departmentStem(name, region) === stem));
}

/** 上海市普陀区 is 上海市普陀区, 上海市 and 普陀区. */
function regionParts(region: string): string[] {
  const parts = region.match(/.+?[省市区县旗]/g) ?? [];
  return [...new Set([region, ...parts])].filter((part) => part !== '').sort((a, b) => b.length - a.length);
}
