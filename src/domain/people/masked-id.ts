/** Signs that stand for a hidden character, one for each. */
const ONE_EACH = /[×✕●•○◯■□█◆◇★☆※∗]/g;
/** Signs that do so only in a row. */
const IN_ROWS = /[.…⋯]{2,}|[…⋯]|[_#?~]{2,}|(?<=[\dX*])[-‐–—−]{3,}(?=[\dX*])/g;

const MASKED = /^(?=.*\d)(?=.*\*|.*X[\dX])[\dA-Z*]+$/;
/** A masked 残疾人证, told by its 20 signs or by an X before the last two: the bearer's number, kind and degree. */
const MASKED_CARD = /^(?=.{20}(?:B\d?)?$|\d*\*+\d*X\d\d)(\d*\*+\d{3}[\dX])[1-7][1-4](?:B\d?)?$/;
/** A beginning, one run of stars and an end. */
const ONE_RUN = /^(\d*)\*+(\d*X?)$/;

/** A text with a star for every sign that hides a digit. */
export function starred(text: string): string {
  return text.replace(ONE_EACH, '*').replace(IN_ROWS, (signs) => '*'.repeat(signs.length));
}

/** What is known of a masked ID number, with a `*` for every character that is not; null for a text that is no such number. */
export function maskedNumber(text: string): string | null {
  if (!MASKED.test(text)) return null;
  const stars = text.replace(/X{2,}/g, (signs) => '*'.repeat(signs.length));
  return aligned(MASKED_CARD.exec(stars)?.[1] ?? stars.replace(/X(?!$)/g, '*'));
}

/**
 * Whoever writes stars seldom counts them: the digits before one run of them are the first of 18, and those behind it the last.
 * Three behind it may be those of 15, which are in other places.
 */
function aligned(text: string): string {
  const [, first = '', last = ''] = ONE_RUN.exec(text) ?? [];
  const hidden = 18 - first.length - last.length;
  if (text.length === 15 || text.length === 18 || hidden === 18 || hidden < 1 || /^\d{3}$/.test(last)) return text;
  return first + '*'.repeat(hidden) + last;
}
