import { closeSync, openSync, writeSync } from 'node:fs';
import { delimited } from '../delimited.ts';

const CHUNK = 1 << 20; // characters

/** A CSV file that is written as it is made, so that no more than a chunk of it is ever in memory. */
export class TextFile {
  private readonly file: number;
  private text: string;

  constructor(path: string, titles: readonly string[]) {
    this.file = openSync(path, 'w');
    this.text = delimited(titles, ',');
  }

  add(cells: readonly string[]): void {
    this.text += delimited(cells, ',');
    if (this.text.length >= CHUNK) this.flush();
  }

  close(): void {
    this.flush();
    closeSync(this.file);
  }

  private flush(): void {
    writeSync(this.file, this.text);
    this.text = '';
  }
}
