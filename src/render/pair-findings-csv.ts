import type { ExaminedPairs } from '../report/examined-pairs.ts';
import type { Shown } from '../report/pair-row.ts';
import type { Catalogue } from '../text/zh.ts';
import { renderFindingsCsv } from './findings-csv.ts';

/** STUB. */
export function renderPairFindingsCsv(
  examined: ExaminedPairs,
  catalogue: Catalogue,
  { bom }: Shown & { readonly bom: boolean },
): AsyncGenerator<string> {
  return renderFindingsCsv([], examined, catalogue, { bom });
}
