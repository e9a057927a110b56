import { trimmed } from '../read/rich-text.ts';
import { plainText, xmlText } from '../xml-text.ts';
import { openTag, type Tag } from './edit-xml.ts';

/** So many characters of a text, and what takes their place. */
export interface Replaced {
  readonly at: number;
  readonly length: number;
  readonly by: string;
}

/** A text of a cell, in runs that each have a look of their own; without the readings above them. */
export class Runs {
  text = '';
  /** Tags as they are written, and of each `t` where its text starts and ends. */
  readonly #pieces: (Tag | { readonly start: number; readonly end: number })[] = [];
  #preserve = false;
  /** How deep in readings. */
  #aside = 0;

  /** All in one run. */
  static of(text: string): Runs {
    const runs = new Runs();
    runs.#add(text);
    return runs;
  }

  /** Takes a tag within `si` or `is`. */
  take(tag: Tag): void {
    const { name, kind, text, attributes } = tag;
    if (this.#aside > 0 || name === 'rPh' || name === 'phoneticPr') this.#aside += kind === 'open' ? 1 : -1;
    else if (name !== 't') this.#pieces.push(tag);
    else if (kind === 'open') this.#preserve = attributes['xml:space'] === 'preserve';
    else this.#add(plainText(this.#preserve ? text : trimmed(text)));
  }

  #add(text: string): void {
    const start = this.text.length;
    this.text += text;
    this.#pieces.push({ start, end: this.text.length });
  }

  /** As it stands within `is`, where elements have this prefix; what is replaced looks as its first character did. */
  written(prefix: string, replaced: readonly Replaced[]): string {
    return this.#pieces
      .map((piece) => {
        if ('start' in piece) return textElement(spliced(this.text, replaced, piece), prefix);
        const fullName = prefix + piece.name;
        if (piece.kind === 'open') return openTag({ ...piece, fullName }, {});
        return piece.raw === '' ? '' : `</${fullName}>`;
      })
      .join('');
  }
}

const textElement = (text: string, prefix: string) => `<${prefix}t xml:space="preserve">${xmlText(text)}</${prefix}t>`;

/** A text, or what stands of it between two places, with others in the place of what is replaced. */
export function spliced(
  text: string,
  replaced: readonly Replaced[],
  { start, end } = { start: 0, end: text.length },
): string {
  let out = '';
  let from = start;
  for (const { at, length, by } of replaced) {
    out += text.slice(from, Math.max(from, Math.min(at, end)));
    if (at >= start && at < end) out += by;
    from = Math.max(from, Math.min(at + length, end));
  }
  return out + text.slice(from, end);
}
