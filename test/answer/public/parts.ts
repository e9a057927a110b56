import { writeFileSync } from 'node:fs';
import { zipped } from '../../../src/workbook/zip.ts';

/** What an archive holds, by the names of its parts. */
export type Parts = Readonly<Record<string, string | Uint8Array>>;

/** Writes parts as an archive. */
export async function writeParts(path: string, parts: Parts): Promise<void> {
  const all: Uint8Array[] = [];
  for await (const piece of zipped(
    Object.entries(parts).map(([name, content]) => ({ name, content: () => [content] })),
  ))
    all.push(piece);
  writeFileSync(path, Buffer.concat(all));
}
