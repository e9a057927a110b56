/** A tag of a web page, and the text that stands between it and the one before. */
export interface PageToken {
  readonly before: string;
  /** In small letters. */
  readonly name: string;
  readonly closes: boolean;
  readonly attributes: string;
}

/** A tag is not longer; what is has a quote that nothing closes. */
const LONGEST_TAG = 1 << 16;
/** Elements in which nothing is a tag, and of which browsers show nothing. */
const UNSEEN = new Set(['script', 'style', 'xml', 'title']);

/**
 * The tags of a web page in their order, without its comments (Excel's conditional ones too) and scripts. Null, last, where a tag, a
 * comment or a script is never closed. Each character is looked at once, whatever the page.
 */
export function* pageTokens(page: string): Generator<PageToken | null> {
  let before = '';
  let at = 0;
  for (;;) {
    const start = page.indexOf('<', at);
    if (start < 0) return;
    before += page.slice(at, start);
    const end = endOf(page, start);
    if (end < 0) return yield null;
    const [, slash, element] = TAG.exec(page.slice(start, Math.min(end, start + 40))) ?? [];
    at = end;
    if (element === undefined) {
      if (page[start + 1] !== '!' && page[start + 1] !== '?') before += page.slice(start, end);
      continue;
    }
    const name = element.toLowerCase();
    const closes = slash === '/';
    if (UNSEEN.has(name) && !closes && page[end - 2] !== '/') {
      at = afterUnseen(page, end, name);
      if (at < 0) return yield null;
      continue;
    }
    yield { before, name, closes, attributes: page.slice(start + 1 + element.length, end - 1) };
    before = '';
  }
}
const TAG = /^<(\/?)([A-Za-z][\w:-]*)/;

/** Where what begins with `<` ends: a comment, a tag with quotes in it, or a mere sign, which ends at once. */
function endOf(page: string, start: number): number {
  if (page.startsWith('<!--', start)) {
    const end = page.indexOf('-->', start + 4);
    return end < 0 ? -1 : end + 3;
  }
  if (!/[A-Za-z/!?]/.test(page[start + 1] ?? '')) return start + 1;
  let quote = '';
  for (let at = start + 1; at < page.length && at - start < LONGEST_TAG; at += 1) {
    const character = page[at] as string;
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at + 1;
    else if (character === '<') return -1;
  }
  return -1;
}

function afterUnseen(page: string, from: number, name: string): number {
  const end = new RegExp(`</${name}\\s*>`, 'gi');
  end.lastIndex = from;
  return end.test(page) ? end.lastIndex : -1;
}
