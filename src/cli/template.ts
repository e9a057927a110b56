import { nearest } from '../domain/nearest.ts';
import { InvalidInput } from '../domain/problem.ts';
import { chunksOf } from '../file/bytes.ts';
import { fileKind } from '../file/kind.ts';
import { bytesOf } from '../read/pipes.ts';
import { fillWorkbook } from '../render/xlsx/template.ts';
import type { Exported } from '../report/export/export-report.ts';
import { templateValues } from '../report/export/template-values.ts';
import { wordsFor } from '../text/words.ts';
import type { Context } from './context.ts';
import { UsageError } from './errors.ts';
import type { Output } from './io.ts';

/**
 * A bureau's own form, filled.
 * @throws UsageError when it can't be read, holds nothing to fill, or asks for what there is not.
 */
export async function fillTemplate(path: string, exported: Exported, { catalogue }: Context): Promise<Output> {
  const { cli, language } = catalogue;
  const values = templateValues(exported, catalogue);
  const { filled, unknown, bytes, close } = await fillWorkbook(bytesOf(path), values).catch(async (error) => {
    if (!(error instanceof InvalidInput)) throw error;
    if (isForeign(path, error)) throw new UsageError(cli.templateForeign(path));
    const words = await wordsFor('problems', language);
    const why = error.problems.map(
      ({ code, data }) => (words.describe[code] as (data: unknown) => readonly string[])(data)[0],
    );
    throw new UsageError(cli.templateUnreadable(path, why.join()));
  });
  if (unknown.size === 0 && filled > 0) return bytes();
  await close();
  if (unknown.size === 0) throw new UsageError(cli.templateEmpty(path));
  throw new UsageError(
    cli.templateUnknown(
      path,
      [...unknown].map((key) => [key, nearest(key, values.keys())] as const),
    ),
  );
}

/** Is it something else than an .xlsx, rather than a damaged one? */
function isForeign(path: string, { problems }: InvalidInput): boolean {
  const is = (code: string) => problems.some((problem) => problem.code === code);
  if (is('workbook-not-a-workbook')) return true;
  if (!is('workbook-damaged')) return false;
  const [head = new Uint8Array()] = chunksOf(bytesOf(path));
  return fileKind(head) !== 'zip';
}
