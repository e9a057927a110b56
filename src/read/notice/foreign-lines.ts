import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { NoticeText } from '../../domain/notice/notice-line.ts';
import { allowanceFor, type Rates } from '../../file/apart/allowance.ts';
import { apart } from '../../file/apart/apart.ts';
import { invalidFile } from '../../file/fault.ts';
import { bytesOf } from '../pipes.ts';
import type { Foreign, ForeignInput } from './foreign.ts';

/** A notice of ten pages takes one second and 150 MB; a file made to take more is given up. */
const RATES: Rates = {
  least: { seconds: 8, megabytes: 512 },
  perMegabyte: { seconds: 1, megabytes: 64 },
  mostMegabytes: 2048,
};

/**
 * The lines of a PDF or of a .doc, read in a process of its own.
 * @throws InvalidInput when it is damaged, encrypted, too long, or a picture of a text and no text.
 */
export async function foreignLines(path: string, kind: 'pdf' | 'doc'): Promise<NoticeText> {
  const stored = bytesOf(path);
  const script = createRequire(import.meta.url).resolve('#process/notice');
  const input: ForeignInput = { path: stored, kind, characterMaps: join(dirname(script), 'cmaps') + sep };
  const read = (await apart<Foreign>('notice', input, allowanceFor(statSync(stored).size, RATES))) ?? 'damaged';
  if (read === 'encrypted') throw invalidFile(path, 'notice-encrypted', {});
  if (read === 'too-long') throw invalidFile(path, 'notice-too-long', {});
  if (read === 'damaged') throw invalidFile(path, 'notice-damaged', { kind });
  const isEmpty = read.lines.every(({ text }) => text.trim() === '');
  if (isEmpty && kind === 'pdf') throw invalidFile(path, 'notice-is-picture', { pages: read.pages });
  const unit = kind === 'pdf' ? 'page' : 'paragraph';
  const lines = read.lines.map(
    ({ text, at, width }) => ({ text, spot: { unit, at }, ...(width !== undefined && { width }) }) as const,
  );
  return { lines, pictures: read.pictures };
}
