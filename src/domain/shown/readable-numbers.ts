/** 2017-01-15, 2017年1月15日, 2017/1. */
const DAY =
  /(?<!\d)(?:19|20)\d\d\s?[-/.年]\s?(?:0?[1-9]|1[0-2])(?!\d)(?:\s?[-/.月]\s?(?:0?[1-9]|[12]\d|3[01])(?!\d)日?)?/g;

/** Figures that name nobody, as they are printed: days, amounts, counts, numbers of documents. On a text in ASCII digits. */
const READABLE: readonly RegExp[] = [
  // 20170115, with the time or the number of a batch behind it.
  DAY,
  /(?<!\d)20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:\d{1,3}|(?:[01]\d|2[0-3])[0-5]\d[0-5]\d)?(?!\d)/g,
  // 1,234,567.00; 1234567.89; ￥1234567; 1234567元, 1234567人.
  /(?<![\d,.])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d|,\d{3}(?!\d))/g,
  /(?<![\d,.])(?!1[3-9]\d{9}\.)\d{1,14}\.\d{1,2}(?![\d.])/g,
  /[￥¥]\s?\d{1,14}(?!\d)/g,
  /(?<!\d)\d{1,14}(?:\.\d+)?(?=\s?(?:[百千]?[万亿]|元|人|户|份|名|个|件|箱|套|床|袋|%|岁|行|次|fen\b|yuan\b|rows?\b|people\b))/g,
  // 〔2016〕1234567号, 第1234567号, XM2017000123; but not TEL20212345, which begins with no year.
  /[〔【[(（](?:19|20)\d\d[〕】\])）]\s?第?\d{1,10}/g,
  /第\s?\d{1,10}(?=\s?号)/g,
  /(?<![a-z])(?!(?:tel|telephone|phone|mob|mobile|fax|qq|wx|wechat)[-_]?\d)[a-z]{2,8}[-_]?(?:19|20)\d\d[-_]?\d{0,6}(?!\d)/gi,
];

/** Is a stretch of a text, from one place to another, within a figure that names nobody? */
export function readableIn(plain: string): (from: number, to: number) => boolean {
  const spans = READABLE.flatMap((pattern) =>
    [...plain.matchAll(pattern)].map(({ 0: text, index }) => [index, index + text.length] as const),
  );
  return (from, to) => spans.some(([start, end]) => start <= from && to <= end);
}

/** Is a place within a day, which a year begins? */
export const isInDay = (plain: string, at: number): boolean =>
  [...plain.matchAll(DAY)].some(({ 0: day, index }) => index <= at && at < index + day.length);
