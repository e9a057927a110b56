/** Brackets still open, or `- ` in a row: far beyond any campaign, and far from where the parser would use up the stack. */
const MOST_OPEN = 1000;

/** Where a text is nested deeper than the parser is given; undefined in any file that somebody wrote. */
export function tooDeepAt(text: string): number | undefined {
  const dashes = text.indexOf('- '.repeat(MOST_OPEN));
  if (text.split(/[[{]/, MOST_OPEN + 2).length <= MOST_OPEN + 1) return dashes < 0 ? undefined : dashes; // as nearly all are
  let open = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '[' || character === '{') open += 1;
    else if ((character === ']' || character === '}') && open > 0) open -= 1;
    if (open > MOST_OPEN) return at;
  }
  return dashes < 0 ? undefined : dashes;
}
