import { contextFor } from '../../src/cli/context.ts';
import { examinedForDedupe, renderDedupe } from '../../src/cli/deduped.ts';
import { pieces } from '../../src/cli/io.ts';
import { FORMATS, type Format } from '../../src/cli/output.ts';

type Flags = Parameters<typeof examinedForDedupe>[1] & Parameters<typeof renderDedupe>[2];

interface Deduped {
  /** The bytes of each format. */
  readonly shown: ReadonlyMap<Format, Buffer>;
  readonly stderr: string;
}

/** What `relief dedupe` says in several formats of lists that are examined but once. */
export async function deduped(
  files: readonly string[],
  flags: Flags,
  lang: 'zh' | 'en' = 'zh',
  formats: readonly Format[] = FORMATS,
): Promise<Deduped> {
  const told: string[] = [];
  const stderr = { write: (data: string) => told.push(data) };
  const io = { env: {}, stdout: { write: () => {} }, stderr, today: () => '2017-01-01' };
  const context = await contextFor({ lang }, io);
  const examined = await examinedForDedupe(files, flags, context);
  const shown = new Map<Format, Buffer>();
  try {
    for (const format of formats) {
      const { data } = await renderDedupe(examined, format, flags, context);
      const parts: Buffer[] = [];
      for await (const piece of pieces(data)) parts.push(Buffer.from(piece));
      shown.set(format, Buffer.concat(parts));
    }
  } finally {
    examined.lists.database.close();
  }
  return { shown, stderr: told.join('') };
}
