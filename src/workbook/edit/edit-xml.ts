import { SaxesParser } from 'saxes';
import type { Archive } from '../read/archive.ts';
import { type Attributes, localName, partText } from '../read/xml.ts';
import { escaped } from '../xml-text.ts';

/** The beginning or the end of an element, as it is written. */
export interface Tag {
  readonly kind: 'open' | 'close';
  /** Without its prefix. */
  readonly name: string;
  readonly fullName: string;
  /** None of a closing tag. */
  readonly attributes: Attributes;
  /** Both tags are in one: the closing one comes too, with `raw` empty. */
  readonly selfClosing: boolean;
  /** Text, comments and the like since the tag before, as they are written; and the text alone, read. */
  readonly before: string;
  readonly text: string;
  readonly raw: string;
}

/** Rewrites a part, tag by tag, piece by piece; what `edit` gives takes the place of the tag and of what is before it. */
export async function* editXml(archive: Archive, part: string, edit: (tag: Tag) => string): AsyncGenerator<string> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let held = '';
  /** Where in the part `held` starts. */
  let start = 0;
  let out = '';
  let text = '';
  const take = (kind: Tag['kind'], fullName: string, attributes: Attributes, selfClosing: boolean) => {
    const end = parser.position - start;
    const open = kind === 'close' && selfClosing ? end : held.lastIndexOf('<', end - 1);
    const before = start === 0 ? inUtf8(held.slice(0, open)) : held.slice(0, open);
    const raw = held.slice(open, end);
    held = held.slice(end);
    start += end;
    out += edit({ kind, name: localName(fullName), fullName, attributes, selfClosing, before, text, raw });
    text = '';
  };
  const add = (more: string) => {
    text += more;
  };
  parser.on('error', () => {
    throw archive.damaged('xml');
  });
  parser.on('doctype', () => {
    throw archive.damaged('document-type');
  });
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => take('open', name, attributes, isSelfClosing));
  parser.on('closetag', ({ name, isSelfClosing }) => take('close', name, {}, isSelfClosing));
  parser.on('text', add);
  parser.on('cdata', add);
  for await (const characters of partText(archive, part)) {
    for (let at = 0; at < characters.length; at += PIECE) {
      const piece = characters.slice(at, at + PIECE);
      held += piece;
      parser.write(piece);
      yield out;
      out = '';
    }
  }
  parser.close();
  yield out + held;
}
/** What is cut off at each tag is as long as this. */
const PIECE = 16 << 10;

/** The declaration at a part's beginning, for parts are written in UTF-8 whatever they were in. */
function inUtf8(declaration: string): string {
  return declaration.replace(/(\bencoding\s*=\s*)(?:"[^"]*"|'[^']*')/, '$1"UTF-8"');
}

/** An opening tag with other attributes; those that are null are left out. */
export function openTag(
  { fullName, attributes, selfClosing }: Tag,
  changed: Readonly<Record<string, string | null>>,
): string {
  const written = Object.entries({ ...attributes, ...changed }).map(([name, value]) =>
    value === null ? '' : ` ${name}="${escaped(value)}"`,
  );
  return `<${fullName}${written.join('')}${selfClosing ? '/' : ''}>`;
}

/** An edit that leaves elements out, with all they hold, where `gone` says so of their first tag. */
export function without(gone: (tag: Tag) => boolean, otherwise: (tag: Tag) => string): (tag: Tag) => string {
  let depth = 0;
  return (tag) => {
    if (depth > 0) depth += tag.kind === 'open' ? 1 : -1;
    else if (tag.kind === 'open' && gone(tag)) depth = 1;
    else return otherwise(tag);
    return '';
  };
}
