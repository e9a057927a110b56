import { compactCell } from '../../domain/cell-text.ts';
import type { ListField } from '../../domain/row/list-field.ts';
import { bareTitle, foldTitle, isUnitOnly, readTitle } from '../../domain/row/list-title.ts';
import { type ColumnTitle, printedTitle } from './column-title.ts';
import type { Given } from './head-given.ts';

/** Where a header is: `first` is its first row in the sample, `rows` how many it has. */
export interface HeaderRows {
  readonly first: number;
  readonly rows: 1 | 2 | 3;
  readonly titles: readonly ColumnTitle[];
}

type Row = readonly string[];

/** Fields of which a header has at least one; without any, two recognised words are an accident. */
export const TELLING: ReadonlySet<ListField> = new Set([
  ...([
    'name',
    'husband',
    'wife',
    'id_number',
    'card_number',
    'other_id',
    'head',
    'head_id',
    'holder',
    'account',
  ] as const),
]);

/** 18 or 15 digits, or as many masked: somebody's ID number, so the row is no header. */
const ID_LIKE = /^'?\d[\dx*]{13,}$/i;
const DATA_LIKE = [
  /^[¥'+-]*\d[\d,]*(?:\.\d*)?(?:元|万元|人|户|份)?$/,
  /^'?\d{4,}[\dx*]*$/i,
  /^\d{4}[-./年]\d{1,2}(?:[-./月]\d{1,2}日?)?月?$/,
];
const TOTAL_LABEL = /^(?:合计|总计|共计|小计|累计)/;

/** The first header in the rows: two recognised fields of which one tells, in one row or in two or three that belong together. */
export function findHeader(rows: readonly Row[], given: Given): HeaderRows | null {
  const wanted = new Set([...given.keys()].map(foldTitle));
  for (const [first, upper] of rows.entries()) {
    const lower = rows[first + 1] ?? [];
    const alone = upper.map((title): ColumnTitle => ({ upper: title, lower: '' }));
    const complete = isHeader(alone, wanted);
    if (!complete && !startsHeader(upper, lower)) continue;
    const lowest = rows[first + 2] ?? [];
    const isSecond = isSecondRow(upper, lower, wanted);
    if (isSecond || isBetween(upper, lower, lowest)) {
      const joined = isSecondRow(lowerTitles(upper, lower), lowest, wanted) ? joinThree(upper, lower, lowest) : null;
      if (joined && isHeader(joined, wanted)) return { first, rows: 3, titles: joined };
      const two = joinRows(upper, lower);
      if (isSecond && (complete || isHeader(two, wanted))) return { first, rows: 2, titles: two };
    }
    if (complete) return { first, rows: 1, titles: alone };
  }
  return null;
}

function isHeader(titles: readonly ColumnTitle[], wanted: ReadonlySet<string>): boolean {
  const recognised = new Set<string>();
  let telling = false;
  for (const { upper, lower } of titles) {
    if (ID_LIKE.test(compactCell(upper)) || ID_LIKE.test(compactCell(lower))) return false;
    const named = wanted.size > 0 ? foldTitle(lower) || foldTitle(upper) : '';
    const isGiven = named !== '' && (wanted.has(named) || wanted.has(bareTitle(named)));
    const field = isGiven ? null : readTitle(upper, lower).field;
    if (isGiven) recognised.add(named);
    if (field !== null) recognised.add(field);
    telling ||= isGiven || (field !== null && TELLING.has(field));
  }
  return telling && recognised.size >= 2;
}

/** Has the upper row titles of its own (序号, 备注) over empty cells, as no title row above a complete header has? */
function startsHeader(upper: Row, lower: Row): boolean {
  return upper.some((title, index) => isBlank(lower[index]) && readTitle(title).how === 'exact');
}

/** May `lower` be the second row of the header that `upper` begins: titles only, each in its place? Those that are `wanted` are known. */
function isSecondRow(upper: Row, lower: Row, wanted: ReadonlySet<string>): boolean {
  const filled = lower.flatMap((title, index) => (isBlank(title) ? [] : [{ title, index }]));
  const [leftmost] = filled;
  if (!leftmost || filled.some(({ title }) => isData(title))) return false;
  const spans = spanningTitles(upper, lower);
  const isUnder = (index: number) => spans[index] !== undefined;
  if (TOTAL_LABEL.test(compactCell(leftmost.title)) && !isUnder(leftmost.index)) return false;
  const isGiven = filled.map(({ title, index }) =>
    [title, printedTitle({ upper: upper[index] ?? '', lower: title })].some((each) => wanted.has(foldTitle(each))),
  );
  const readings = filled.map(({ title, index }) => readTitle(upper[index] ?? '', title).how);
  const fits = filled.every(({ title, index }, order) => {
    const known =
      isGiven[order] || readTitle(title).how !== 'unknown' || readings[order] === 'exact' || isUnitOnly(title);
    return known || isUnder(index) || isBlank(upper[index]);
  });
  if (!fits) return false;
  const recognised = filled.some(
    ({ title }, order) => isGiven[order] || readings[order] === 'exact' || isRecognised(title),
  );
  return recognised || (filled.length > 1 && filled.every(({ index }) => isUnder(index)));
}

/** Is `middle` nothing but what stands between a title and a known one (发放情况 over 慰问 over 金额), with nothing else below it? */
function isBetween(upper: Row, middle: Row, lowest: Row): boolean {
  const filled = middle.flatMap((title, index) => (isBlank(title) ? [] : [{ title, index }]));
  const isUnderIt = lowest.every((title, index) => isBlank(title) || !isBlank(middle[index]));
  const holds = ({ title, index }: (typeof filled)[number]) =>
    !isData(title) && !isBlank(upper[index]) && isRecognised(lowest[index] ?? '');
  return filled.length > 0 && isUnderIt && filled.every(holds);
}

const isRecognised = (title: string) => readTitle(title).field !== null || isUnitOnly(title);

/**
 * The title that stands over each column together with others (银行信息 over 户名 and 账号), whether its merged cells were
 * left empty or filled. It reaches right over empty cells, and only where both it and they have a cell below.
 */
function spanningTitles(upper: Row, lower: Row): (string | undefined)[] {
  const spans: (string | undefined)[] = [];
  let start = -1;
  for (let index = 0; index < lower.length; index++) {
    const own = upper[index];
    const continues = start >= 0 && (isBlank(own) || foldTitle(own ?? '') === foldTitle(upper[start] ?? ''));
    if (!continues) start = isBlank(own) || isBlank(lower[index]) ? -1 : index;
    else if (!isBlank(lower[index])) spans[start] = spans[index] = upper[start];
  }
  return spans;
}

function joinRows(upper: Row, lower: Row): ColumnTitle[] {
  const spans = spanningTitles(upper, lower);
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => ({
    upper: spans[index] ?? upper[index] ?? '',
    lower: lower[index] ?? '',
  }));
}

/** The lowest title of each column so far. */
const lowerTitles = (upper: Row, lower: Row): Row =>
  Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => {
    const own = lower[index];
    return isBlank(own) ? (upper[index] ?? '') : (own ?? '');
  });

/** 发放情况 over 补助 over 标准 and 金额: what stands over a column is one title, and its own the other. */
function joinThree(upper: Row, middle: Row, lower: Row): ColumnTitle[] {
  const both = lowerTitles(middle, lower);
  const [highest, higher] = [joinRows(upper, both), joinRows(lowerTitles(upper, middle), lower)];
  return higher.map(({ upper: own, lower: lowest }, index) => {
    const above = highest[index]?.upper ?? '';
    const isOther = above !== '' && ![own, lowest].some((title) => foldTitle(title) === foldTitle(above));
    // What has nothing below it is the column's own title, as if its cells were merged.
    if (isOther && isBlank(lowest)) return { upper: above, lower: own };
    return { upper: isOther ? `${above} ${own}` : own, lower: lowest };
  });
}

export function isData(cell: string): boolean {
  const folded = compactCell(cell);
  return DATA_LIKE.some((form) => form.test(folded));
}

const isBlank = (cell: string | undefined) => cell === undefined || compactCell(cell) === '';
