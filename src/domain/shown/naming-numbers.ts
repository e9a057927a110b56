import { plainDigits } from './digits.ts';
import { endOf, FEWEST_DIGITS, type Group } from './number-kinds.ts';
import { readableIn } from './readable-numbers.ts';

/** A number in a text that names somebody: where it stands, from one sign to before another, and its digits alone. */
export interface NamingNumber {
  readonly from: number;
  readonly to: number;
  readonly digits: string;
}

const MOST_GROUPS = 20;
/** Letters, digits and stars end a number; anything else may stand between its groups, but not much of it. */
const GAP = /^[^\p{L}\p{N}*]{0,5}$/u;

/**
 * The numbers in a text that name somebody: of ID cards (18 and 15 digits), bank cards, accounts and telephones, in any digits and
 * any groups. `anyLong`: of a list's own cells, whatever is as long as a telephone's and no day, amount, count or number of a
 * document, too.
 */
export function namingNumbers(text: string, anyLong: boolean): { signs: readonly string[]; found: NamingNumber[] } {
  const { signs, plain } = plainDigits(text);
  const all = groupsOf(signs, withoutDigests(plain));
  const found: NamingNumber[] = [];
  if (all.reduce((sum, { digits }) => sum + digits.length, 0) < FEWEST_DIGITS) return { signs, found };
  const isReadable = readableIn(plain);
  for (let at = 0; at < all.length; ) {
    const number = numberAt(all, at, plain, isReadable, anyLong);
    if (number) found.push(number.span);
    at += number?.groups ?? 1;
  }
  return { signs, found };
}

/** A SHA-256: sixty-four signs, many of them letters, as no number of a person has. Its digits are chance, however many stand together. */
const DIGEST = /(?<![\p{L}\p{N}])(?=(?:\d*[a-f]){8})[\da-f]{64}(?![\p{L}\p{N}])/gu;

const withoutDigests = (plain: string) =>
  plain.length < 64 ? plain : plain.replace(DIGEST, (digest) => 'f'.repeat(digest.length));

/** Digits in a row; Chinese ones are a group of their own, since many a name ends with one: 张三138…. */
function groupsOf(signs: readonly string[], plain: string): Group[] {
  return [...plain.matchAll(/\d+/g)].flatMap(({ 0: digits, index }): Group[] => {
    const groups: Group[] = [];
    for (let from = index; from < index + digits.length; ) {
      let to = from + 1;
      while (to < index + digits.length && isHan(signs[to]) === isHan(signs[from])) to += 1;
      groups.push({ from, to, digits: plain.slice(from, to), isHan: isHan(signs[from]) });
      from = to;
    }
    return groups;
  });
}

const isHan = (sign = '') => /\p{Script=Han}/u.test(sign);

/** The longest number that begins with a group. */
function numberAt(
  all: readonly Group[],
  at: number,
  plain: string,
  isReadable: (from: number, to: number) => boolean,
  anyLong: boolean,
): { readonly span: NamingNumber; readonly groups: number } | null {
  let longest: { span: NamingNumber; groups: number } | null = null;
  const groups: Group[] = [];
  const gaps: string[] = [];
  for (const group of all.slice(at, at + MOST_GROUPS)) {
    const before = groups.at(-1);
    if (before) {
      const gap = plain.slice(before.to, group.from);
      if (!GAP.test(gap.replace(/\s+/g, ' ')) || plain[group.to] === '*') break; // what is masked already is a number of its own
      gaps.push(gap);
    }
    groups.push(group);
    const candidate = { groups, gaps, plain, isReadable, anyLong };
    const end = endOf(candidate);
    if (end === null) continue;
    const [first] = groups as [Group];
    const digits = groups.map((each) => each.digits).join('') + (end > group.to ? 'X' : '');
    longest = { span: { from: first.from, to: end, digits }, groups: groups.length };
  }
  return longest;
}
