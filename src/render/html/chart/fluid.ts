import { wrap } from '../../width.ts';
import { escapeHtml } from '../html.ts';

// Drawings as wide as whatever holds them: what lies across is in per cent, what lies down in pixels. Type keeps its size on a
// phone, on a screen and on paper, and nothing has to be drawn twice or measured by a script.

/** Seen on white and on black; told apart by people who see few colours (after Okabe and Ito). */
export const COLOURS = ['#2f7fc1', '#d98a00', '#1f9e77'] as const;

/** A line of text on the narrowest phone (288 px) holds so many columns at 13 px; a Chinese character takes two. */
const COLUMNS = 40;
const LINE = 19;

/** How a text looks; a value stands a little behind the bar that it belongs to. */
type Look = 'name' | 'remark' | 'value';

/** One drawing, from its top down. */
export class Drawing {
  readonly #parts: string[] = [];
  #height = 0;

  /** What is said in lines of its own, broken where the narrowest screen ends. */
  words(text: string, look: Look, across = 0): void {
    for (const line of wrap(text, COLUMNS)) {
      this.label(across, line, look, 14);
      this.space(LINE);
    }
  }

  /** Text at `across` per cent of the width, its baseline so many pixels below where the drawing has come to. */
  label(across: number, text: string, look: Look, baseline: number): void {
    const shift = look === 'value' ? ' dx="6"' : '';
    this.#parts.push(
      `<text class="${look}" x="${percent(across)}" y="${this.#height + baseline}"${shift}>${escapeHtml(text)}</text>`,
    );
  }

  /** A bar from `across`, so many per cent long and so many pixels high. */
  bar(across: number, length: number, height: number, paint: string): void {
    this.#parts.push(
      `<rect x="${percent(across)}" y="${this.#height}" width="${percent(length)}" height="${height}" ${paint}/>`,
    );
  }

  /** Two strokes through a bar that is longer than the scale. */
  broken(across: number, height: number): void {
    const stroke = (left: number) => `M${left} ${height + 2}L${left + 5} -2`;
    this.#parts.push(
      `<svg x="${percent(across)}" y="${this.#height}" width="12" height="${height}" overflow="visible"><path class="break" d="${stroke(0)}${stroke(6)}"/></svg>`,
    );
  }

  space(height: number): void {
    this.#height += height;
  }

  /** The drawing, and what it shows in words for who can't see it; null where another drawing has said that. */
  svg(alt: string | null): string {
    const said = alt === null ? 'aria-hidden="true"' : `role="img" aria-label="${escapeHtml(alt)}"`;
    return `<svg ${said} xmlns="http://www.w3.org/2000/svg" width="100%" height="${this.#height}">${this.#parts.join('')}</svg>`;
  }
}

const percent = (value: number) => `${Number(value.toFixed(2))}%`;
