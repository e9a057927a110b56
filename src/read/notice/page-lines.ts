import { Parser } from 'htmlparser2';
import type { NoticeLine } from '../../domain/notice/notice-line.ts';

/** Elements that stand in lines of their own. */
const LINES = new Set(
  'p div br li tr h1 h2 h3 h4 h5 h6 section article header footer table ul ol blockquote pre title body center dd dt dl hr address figure figcaption'.split(
    ' ',
  ),
);
/** What a page has besides its text. */
const UNSEEN = new Set('script style noscript template svg head nav select option button textarea iframe'.split(' '));
/** Nothing that is shown is nested deeper. */
const DEEPEST = 2000;

/** The lines of a web page as it shows them: paragraphs, headings, and rows of tables. */
export function pageLines(page: string): NoticeLine[] {
  const lines: NoticeLine[] = [];
  let text = '';
  let heading: number | undefined;
  let cells: string[] | null = null;
  let isCell = false;
  let depth = 0;
  /** How deep the element stands that hides all that is in it. */
  let hiddenAt: number | null = null;
  let items: (number | null)[] = [];
  const spot = () => ({ unit: 'paragraph', at: lines.length + 1 }) as const;
  const end = () => {
    if (isCell) return;
    const line = text.replace(/\s+/g, ' ').trim();
    text = '';
    if (line !== '') lines.push({ text: line, spot: spot(), ...(heading !== undefined && { heading }) });
  };
  const endRow = () => {
    if (cells?.some((cell) => cell !== '')) {
      // A table of one cell is a frame, not a table.
      if (cells.length === 1) lines.push({ text: cells[0] ?? '', spot: spot() });
      else lines.push({ text: cells.join('\t'), spot: spot(), cells });
    }
    cells = null;
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (hiddenAt === null && isHidden(name, attributes.style ?? '')) hiddenAt = depth;
        if (hiddenAt !== null || depth > DEEPEST) return;
        if (LINES.has(name)) end();
        if (/^h[1-6]$/.test(name)) heading = Number(name[1]);
        if (name === 'ol') items.push(Number(attributes.start ?? 1));
        if (name === 'ul') items.push(null);
        if (name === 'li') text += numbered(items);
        if (name === 'tr') {
          endRow();
          cells = [];
        }
        if ((name === 'td' || name === 'th') && cells) isCell = true;
      },
      ontext(words) {
        if (hiddenAt === null) text += words;
      },
      onclosetag(name) {
        const isSeen = hiddenAt === null;
        if (hiddenAt === depth) hiddenAt = null;
        depth -= 1;
        if (!isSeen) return;
        if (name === 'td' || name === 'th') {
          if (isCell) cells?.push(text.replace(/\s+/g, ' ').trim());
          if (isCell) text = '';
          isCell = false;
          return;
        }
        if (LINES.has(name)) end();
        if (name === 'ol' || name === 'ul') items = items.slice(0, -1);
        if (name === 'tr' || name === 'table') endRow();
        if (/^h[1-6]$/.test(name)) heading = undefined;
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(page);
  end();
  endRow();
  return lines;
}

const isHidden = (name: string, style: string) => UNSEEN.has(name) || /display\s*:\s*none/i.test(style);

/** The number that a list shows in front of its item. */
function numbered(items: (number | null)[]): string {
  const number = items.at(-1);
  if (number === null || number === undefined) return '';
  items[items.length - 1] = number + 1;
  return `${number}.`;
}
