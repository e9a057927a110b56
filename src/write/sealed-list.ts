import { createHash } from 'node:crypto';
import { END, SEALED_COLUMNS, type SealedRow } from '../read/sealed/sealed-columns.ts';
import { printHead, type SealedHead } from '../read/sealed/sealed-head.ts';
import type { SealingKey } from '../read/sealed/sealing-key.ts';

/** A sealed list as text, in pieces; the last line proves those above, by their digest to everybody and by the key to whoever has it. */
export async function* printSealed(
  head: SealedHead,
  rows: AsyncIterable<readonly SealedRow[]>,
  key: SealingKey,
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const told = (text: string) => {
    hash.update(text);
    return text;
  };
  yield told(`${printHead(head)}\n${SEALED_COLUMNS.join(',')}\n`);
  for await (const batch of rows) yield told(batch.map((row) => `${line(row)}\n`).join(''));
  const digest = hash.digest('hex');
  yield `${[END, digest, key.seal(digest)].join(',')}${','.repeat(SEALED_COLUMNS.length - 3)}\n`;
}

const line = (row: SealedRow) => SEALED_COLUMNS.map((column) => cell(row[column])).join(',');

const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
