import { contextFor } from '../../src/cli/context.ts';
import { dedupePresentation, examinedForDedupe } from '../../src/cli/deduped.ts';
import { pieces } from '../../src/cli/io.ts';
import type { Format } from '../../src/cli/output.ts';
import { present } from '../../src/cli/present.ts';
import dedupeEn from '../../src/text/en/dedupe.ts';
import listsEn from '../../src/text/en/lists.ts';
import dedupeZh from '../../src/text/zh/dedupe.ts';
import listsZh from '../../src/text/zh/lists.ts';

type Flags = Parameters<typeof examinedForDedupe>[1] & Parameters<typeof dedupePresentation>[1];

const LANGUAGES = { zh: { say: dedupeZh, words: listsZh }, en: { say: dedupeEn, words: listsEn } };
type Language = keyof typeof LANGUAGES;

/** What `relief dedupe` says in several languages and formats (`json zh`) of lists that are examined but once, and on stderr. */
export async function deduped(
  files: readonly string[],
  flags: Flags,
  wanted: Readonly<Partial<Record<Language, readonly Format[]>>>,
): Promise<{ shown: ReadonlyMap<`${Format} ${Language}`, Buffer>; stderr: string }> {
  const told: string[] = [];
  const stderr = { write: (data: string) => told.push(data) };
  const io = { env: {}, stdout: { write: () => {} }, stderr, today: () => '2017-01-01' };
  const examined = await examinedForDedupe(files, flags, await contextFor({ lang: 'zh' }, io));
  const shown = new Map<`${Format} ${Language}`, Buffer>();
  try {
    for (const lang of ['zh', 'en'] as const) {
      const context = await contextFor({ lang }, io);
      for (const format of wanted[lang] ?? []) {
        const answer = dedupePresentation({ ...examined, ...LANGUAGES[lang] }, flags, context);
        const data = await present(answer, format, flags, context);
        const parts: Buffer[] = [];
        for await (const piece of pieces(data)) parts.push(Buffer.from(piece));
        shown.set(`${format} ${lang}`, Buffer.concat(parts));
      }
    }
  } finally {
    examined.lists.database.close();
  }
  return { shown, stderr: told.join('') };
}
