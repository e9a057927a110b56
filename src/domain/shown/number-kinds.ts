import { isInDay } from './readable-numbers.ts';

/** Digits of one script with nothing between them: where they stand, from one sign to before another. */
export interface Group {
  readonly from: number;
  readonly to: number;
  readonly digits: string;
  readonly isHan: boolean;
}

/** Between the items of a list, which may be amounts, as between the groups of a number. */
const LISTED = /[,，、;；]/;
/** A telephone without its area code has so many. */
export const FEWEST_DIGITS = 7;

/** Groups one after the other that may be a number, what stands between them, and the text that they are of. */
export interface Candidate {
  readonly groups: readonly Group[];
  readonly gaps: readonly string[];
  readonly plain: string;
  readonly isReadable: (from: number, to: number) => boolean;
  readonly anyLong: boolean;
}

/** Where a number ends that these groups are; null where they are none. */
export function endOf(candidate: Candidate): number | null {
  const { groups, plain } = candidate;
  const [first, last] = [groups[0], groups.at(-1)] as [Group, Group];
  const digits = groups.map((group) => group.digits).join('');
  const checkX =
    digits.length === 17 ? (/^[^\p{L}\p{N}*]{0,3}[Xx](?![A-Za-z])/u.exec(plain.slice(last.to))?.[0] ?? '') : '';
  const id = checkX ? `${digits}X` : digits;
  if (groups.length > 1 && isGroupedId(id, candidate) && !areFigures(candidate)) return last.to + checkX.length;
  if (groups.length === 1 && isAlone(first, candidate)) return last.to + checkX.length;
  return groups.length > 1 &&
    (isGroupedPhone(digits, candidate) || isGroupedCard(digits, candidate) || isLong(digits, candidate))
    ? last.to
    : null;
}

const BORN = '(?:18|19|20)\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])';
const EIGHTEEN = new RegExp(`^[1-9]\\d{5}${BORN}\\d{3}[\\dX]$`);
const FIFTEEN = /^[1-9]\d{5}\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}$/;
/** Where the parts of an ID number end: area, year, month, day, order, check digit. */
const PARTS_18 = [2, 4, 6, 10, 12, 14, 17];
const PARTS_15 = [2, 4, 6, 8, 10, 12];

/** 2026-01-15，1001000.00元: a day and other figures, of which each is whole. No ID number begins with a year: no area does (GB/T 2260). */
const areFigures = ({ groups, plain, isReadable }: Candidate) =>
  groups.every(({ from, to }) => isReadable(from, to)) && isInDay(plain, groups[0]?.from ?? -1);

function isGroupedId(id: string, candidate: Candidate): boolean {
  const { groups, gaps } = candidate;
  const ends = groups.slice(0, -1).map((_, index) => sum(groups.slice(0, index + 1)));
  const areParts = (parts: readonly number[]) => ends.every((end) => parts.includes(end));
  const isEven = new Set(gaps).size === 1 || groups.every(({ digits }) => digits.length === 1);
  if (id.length === 18) return EIGHTEEN.test(id) ? isEven || areParts(PARTS_18) : ends[0] === 6 && ends[1] === 14;
  return (
    id.length === 15 && FIFTEEN.test(id) && (areParts(PARTS_15) || (isEven && !gaps.some((gap) => LISTED.test(gap))))
  );
}

/** Digits with nothing between them. */
function isAlone({ from, to, digits }: Group, { plain, isReadable, anyLong }: Candidate): boolean {
  if (digits.length >= 11) return digits.length > 14 ? !isStamp(digits) : !isReadable(from, to);
  if (/^0(?:10|2\d|[3-9]\d\d)\d{7}$/.test(digits) && digits.length === 10) return true;
  if (digits.length < FEWEST_DIGITS || isReadable(from, to)) return false;
  return anyLong || plain[to] === '*' || (digits.length <= 8 && isCalledPhone(plain, from));
}

/** 20170115103000123: the time to thousandths, which programs put into names. */
const isStamp = (digits: string) =>
  digits.length === 17 &&
  /^20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])(?:[0-5]\d){2}\d{3}$/.test(digits);

const sum = (groups: readonly Group[]) => groups.reduce((all, { digits }) => all + digits.length, 0);
const sizes = (groups: readonly Group[]) => groups.map(({ digits }) => digits.length).join('-');
/** Amounts stand in lists, with what tells them from numbers, or round. */
const areAmounts = ({ groups, gaps, isReadable }: Candidate) =>
  (gaps.some((gap) => LISTED.test(gap)) && groups.some(({ from, to }) => isReadable(from, to))) ||
  (groups.every(({ digits }) => /^[1-9]\d*0$/.test(digits)) &&
    gaps.every((gap) => LISTED.test(gap) || gap.trim() === ''));
/** 赵六6217… is no number of the name’s last sign on. */
const isOneScript = (groups: readonly Group[]) => groups.every((group) => group.isHan === groups[0]?.isHan);
/** 张三 6 2 1 7 … neither. */
const isBehindName = ([first, ...others]: readonly Group[]) =>
  first?.isHan === true && others.every((group) => !group.isHan);
const areYears = (groups: readonly Group[]) => groups.every(({ digits }) => /^(?:19|20)\d\d$/.test(digits));

/** 电话：, tel. before a number. */
function isCalledPhone(plain: string, from: number): boolean {
  return /(?:电话|手机|座机|固话|联系方式|传真|tel|phone|mobile|fax|☎|☏|✆)[^\p{L}\p{N}]{0,4}$/iu.test(
    plain.slice(Math.max(0, from - 16), from),
  );
}
/** What makes a figure of it, behind it: a range, a count, an address. */
const UNIT =
  /^\s?(?:[百千]?[万亿元人户份名位个号行年月日岁件箱套床袋次条项页弄室幢栋]|%|fen\b|yuan\b|rows?\b|people\b)/i;

function isGroupedPhone(digits: string, candidate: Candidate): boolean {
  const { groups, gaps, plain } = candidate;
  const [{ from, digits: first }] = groups as [Group];
  const shape = sizes(groups);
  if (/^1[3-9]\d{9}$/.test(digits)) {
    if (areAmounts(candidate)) return false;
    if (['3-4-4', '3-8', '1-3-7'].includes(shape) || groups.every((group) => group.digits.length === 1)) return true;
    return groups.length <= 5 && new Set(gaps).size === 1 && !gaps.some((gap) => LISTED.test(gap));
  }
  if (/^0(?:10|2\d|[3-9]\d\d)$/.test(first))
    return /^\d-(?:8|7|4-4|3-4|4-3)$/.test(shape.replace(/^\d/, '0')) && !gaps.some((gap) => LISTED.test(gap));
  if (shape !== '4-4' && shape !== '3-4')
    return groups.length === digits.length && digits.length === 8 && isCalledPhone(plain, from);
  if (isCalledPhone(plain, from)) return true;
  return shape === '4-4' && isLocalLine(candidate);
}

/** 5234-6789, and neither a range (2000-3500元), nor years, nor the number of a document (2017-0012). */
function isLocalLine({ groups, gaps, plain }: Candidate): boolean {
  const [one, other] = groups as [Group, Group];
  if (!/^\s?[-‐‑–—−·]\s?$/.test(gaps[0] ?? '') || !/^[2-9]/.test(one.digits) || UNIT.test(plain.slice(other.to)))
    return false;
  if (/^(?:19[5-9]|20[0-4])/.test(one.digits) || /[￥¥第]\s?$/.test(plain.slice(0, one.from))) return false;
  return !(Number(one.digits) < Number(other.digits) && /0$/.test(one.digits) && /0$/.test(other.digits));
}

function isGroupedCard(digits: string, candidate: Candidate): boolean {
  const { groups, gaps, plain } = candidate;
  if (digits.length < 16 || digits.length > 19 || areAmounts(candidate) || areYears(groups)) return false;
  const isListed = gaps.some((gap) => LISTED.test(gap));
  if (isListed && UNIT.test(plain.slice(groups.at(-1)?.to))) return false;
  if (groups.every((group) => group.digits.length === 1)) return !isBehindName(groups);
  if (groups.slice(0, -1).every((group) => group.digits.length === 4) && (groups.at(-1)?.digits.length ?? 0) <= 4)
    return true;
  return !isListed && isOneScript(groups) && /^6[0-9]/.test(digits) && new Set(gaps).size === 1 && groups.length <= 6;
}

/** As long as a telephone's, in groups with one sign between them, in a list's own cell. */
function isLong(digits: string, { groups, gaps, isReadable, anyLong }: Candidate): boolean {
  return (
    anyLong &&
    digits.length >= 11 &&
    isOneScript(groups) &&
    gaps.every((gap) => /^[\s·._/\-–—]$/.test(gap)) &&
    !groups.some(({ from, to }) => isReadable(from, to))
  );
}
