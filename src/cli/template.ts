import { readFileSync } from 'node:fs';
import { nearest } from '../domain/nearest.ts';
import { allowanceFor, type Rates } from '../file/apart/allowance.ts';
import { apart } from '../file/apart/apart.ts';
import type { TemplateInput } from '../render/template-process.ts';
import type { Filled } from '../render/template-xlsx.ts';
import type { Exported } from '../report/export-report.ts';
import { templateValues } from '../report/template-values.ts';
import type { Context } from './context.ts';
import { UsageError } from './errors.ts';

/** A form takes a second and 150 MB, but ten and 2 GB where cells are merged, or values checked, down whole columns. */
const RATES: Rates = {
  least: { seconds: 60, megabytes: 4096 },
  perMegabyte: { seconds: 20, megabytes: 0 },
};

/**
 * A bureau's own form, filled. exceljs does that in a process of its own: it makes an object for each cell of a range, and a name
 * for all cells of a sheet ends the process.
 * @throws UsageError when it can't be read, holds nothing to fill, or asks for what there is not.
 */
export async function fillTemplate(path: string, exported: Exported, { catalogue }: Context): Promise<Uint8Array> {
  const { cli } = catalogue;
  const values = templateValues(exported, catalogue);
  const template = bytesOf(path, (why) => new UsageError(cli.templateUnreadable(path, why)));
  const input: TemplateInput = { template, values };
  const done = await apart<Filled>('template', input, allowanceFor(template.length, RATES));
  if (!done) throw new UsageError(cli.templateUnreadable(path, 'xlsx'));
  if (done.unknown.length > 0) {
    throw new UsageError(
      cli.templateUnknown(
        path,
        done.unknown.map((key) => [key, nearest(key, values.keys())] as const),
      ),
    );
  }
  if (done.filled === 0) throw new UsageError(cli.templateEmpty(path));
  return done.data;
}

function bytesOf(path: string, refusal: (why: string) => UsageError): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw refusal((error as NodeJS.ErrnoException).code ?? String(error));
  }
}
