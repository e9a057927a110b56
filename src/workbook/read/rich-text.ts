import type { InvalidInput } from '../../domain/problem.ts';
import { plainText } from '../xml-text.ts';
import { type Attributes, LONGEST_TEXT } from './xml.ts';

/** The text inside an `si` or `is` element: its runs put together, without the readings (`rPh`) that stand above them. */
export class RichText {
  readonly #tooLong: () => InvalidInput;
  #text = '';
  #run: string | null = null;
  #preserve = false;
  #inReading = false;

  constructor(tooLong: () => InvalidInput) {
    this.#tooLong = tooLong;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'rPh') this.#inReading = true;
    if (name !== 't' || this.#inReading) return;
    this.#run = '';
    this.#preserve = attributes['xml:space'] === 'preserve';
  }

  text(text: string): void {
    if (this.#run !== null) this.#run += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.#inReading = false;
    if (name !== 't' || this.#run === null) return;
    this.#text += this.#preserve ? this.#run : trimmed(this.#run);
    this.#run = null;
    if (this.#text.length > LONGEST_TEXT) throw this.#tooLong();
  }

  /** The text so far, and begins anew. */
  take(): string {
    const text = plainText(this.#text);
    this.#text = '';
    return text;
  }
}

/** Without the blanks at its ends, which count only where `xml:space` says so. */
export function trimmed(run: string): string {
  return run.replace(/^[ \t\r\n]+/, '').replace(/(?<![ \t\r\n])[ \t\r\n]+$/, '');
}
