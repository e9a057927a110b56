import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { allowanceFor, type Rates } from '../../file/apart/allowance.ts';
import { apart } from '../../file/apart/apart.ts';
import { invalidFile } from '../../file/fault.ts';
import type { Piece } from './piece.ts';

export interface TextsInput {
  readonly path: string;
  readonly kind: 'pdf' | 'compound';
  /** Where the character maps stand that Chinese texts of a PDF without maps of their own need. */
  readonly characterMaps: string;
}

/** What was read of a file, and what is embedded in it; or why nothing was. */
export type ForeignTexts =
  | {
      readonly pieces: readonly Piece[];
      readonly embedded: readonly { readonly name: string; readonly bytes: Uint8Array }[];
    }
  | 'damaged'
  | 'encrypted';

/** A public notice takes a second and 200 MB; a file made to take more is given up. */
const RATES: Rates = {
  least: { seconds: 20, megabytes: 768 },
  perMegabyte: { seconds: 4, megabytes: 128 },
  mostMegabytes: 4096,
};

/**
 * The texts of a PDF, or of an old file of Office or WPS (.xls, .doc, .et, .wps), read in a process of its own.
 * @throws InvalidInput when it is damaged or encrypted.
 */
export async function foreignTexts(
  path: string,
  stored: string,
  kind: TextsInput['kind'],
): Promise<Exclude<ForeignTexts, string>> {
  const script = createRequire(import.meta.url).resolve('#process/texts');
  const input: TextsInput = { path: stored, kind, characterMaps: join(dirname(script), 'cmaps') + sep };
  const read = (await apart<ForeignTexts>('texts', input, allowanceFor(statSync(stored).size, RATES))) ?? 'damaged';
  if (read === 'encrypted') throw invalidFile(path, 'public-unread', { why: 'encrypted' });
  if (read === 'damaged') throw invalidFile(path, 'public-unread', { why: 'damaged' });
  return read;
}
