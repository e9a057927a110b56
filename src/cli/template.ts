import { readFileSync } from 'node:fs';
import { nearest } from '../domain/nearest.ts';
import { fillWorkbook } from '../render/template-xlsx.ts';
import type { Exported } from '../report/export-report.ts';
import { templateValues } from '../report/template-values.ts';
import type { Context } from './context.ts';
import { UsageError } from './errors.ts';

/**
 * A bureau's own form, filled.
 * @throws UsageError when it can't be read, holds nothing to fill, or asks for what there is not.
 */
export async function fillTemplate(path: string, exported: Exported, { catalogue }: Context): Promise<Uint8Array> {
  const { cli } = catalogue;
  const values = templateValues(exported, catalogue);
  const { data, unknown, filled } = await filledFrom(path, values, (message) => {
    throw new UsageError(cli.templateUnreadable(path, message));
  });
  if (unknown.length > 0) {
    throw new UsageError(
      cli.templateUnknown(
        path,
        unknown.map((key) => [key, nearest(key, values.keys())] as const),
      ),
    );
  }
  if (filled === 0) throw new UsageError(cli.templateEmpty(path));
  return data;
}

async function filledFrom(
  path: string,
  values: Parameters<typeof fillWorkbook>[1],
  refuse: (message: string) => never,
) {
  try {
    return await fillWorkbook(readFileSync(path), values);
  } catch (error) {
    return refuse(error instanceof Error && 'code' in error ? String(error.code) : 'xlsx');
  }
}
