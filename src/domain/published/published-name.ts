import { beforeNumbers } from './without-numbers.ts';

/** How a name is published: whole; without its middle (张*三); or its surname alone (张**). */
export type NameRule = 'full' | 'middle' | 'surname';

const COMPOUND =
  /^(?:欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|长孙|宇文|端木|独孤|南宫|轩辕|申屠|百里|呼延|钟离|澹台|公冶|宗政|濮阳|太史|闻人|赫连|万俟|淳于|单于)/u;
/** What stands before a number that follows a name. */
const LABEL = /(?:身份证|证件|卡|账|帐|电话|手机|联系)?(?:电话|号码|号)?[:：]?\s*$/u;
/** What a name is made of; anything else in its cell (a number, a remark in brackets) is not published. */
const PART = /[^\p{L}\p{M}·\s*]/gu;
const BRACKETED = /[（(【[<《][^）)】\]>》]*[）)】\]>》]?/gu;

/** A name as it may be published; empty where there is none. */
export function publishedName(name: string, rule: NameRule): string {
  const whole = beforeNumbers(name)
    .normalize('NFKC')
    .replace(BRACKETED, '')
    .replace(LABEL, '')
    .replace(PART, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST);
  if (rule === 'full' || whole === '') return whole;
  const signs = Array.from(/\p{Script=Han}/u.test(whole) ? whole.replace(/\s/g, '') : whole);
  const first = COMPOUND.exec(whole)?.[0].length ?? 1;
  const starred = (count: number) => '*'.repeat(Math.max(1, count));
  const surname = signs.slice(0, first).join('');
  if (rule === 'surname' || signs.length <= first + 1) return surname + starred(signs.length - first);
  return surname + starred(signs.length - first - 1) + (signs.at(-1) ?? '');
}
/** Of a name with half a sentence behind it no more is said. */
const LONGEST = 30;
