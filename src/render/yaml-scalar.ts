/** What may stand without quotes: words and figures as notices write them, and nothing that YAML reads in another way. */
const PLAIN =
  /^[\u4e00-\u9fff（）《》“”【】〔〕、·—0-9A-Za-z][\u4e00-\u9fff（）《》“”【】〔〕、，。；：·—~～/+.%0-9A-Za-z-]*(?: [\u4e00-\u9fff（）0-9A-Za-z][\u4e00-\u9fff（）《》“”【】〔〕、，。；：·—~～/+.%0-9A-Za-z_:-]*)*$/;
/** Numbers, dates, booleans and nothing: what YAML would not take for text. */
const OTHER = /^(?:[-+.\d_]+|0[xo].*|\d[\d.]*e[-+]?\d+|\d{4}-\d\d?-\d\d?.*|true|false|yes|no|on|off|null|~|y|n)$/i;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** A text as a YAML value on one line. */
export function scalarOf(text: string): string {
  if (DAY.test(text)) return text;
  const isPlain = PLAIN.test(text) && !OTHER.test(text) && !/: |:$| #/.test(text);
  return isPlain ? text : JSON.stringify(text.replace(/[\u0085\u2028\u2029\ufeff]/g, ' '));
}

/** A list or a map on one line. */
export function flowOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowOf).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(([key, each]) => `${key}: ${flowOf(each)}`)
      .join(', ')}}`;
  if (typeof value !== 'string') return String(value);
  return /[,[\]{}]/.test(value) ? JSON.stringify(value) : scalarOf(value);
}
