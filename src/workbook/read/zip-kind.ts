import type { ForeignKind } from '../../domain/problem.ts';
import type { Archive } from './archive.ts';

/** What a zip is, by what is in it. */
export async function zipKind(archive: Archive): Promise<'xlsx' | 'ods' | 'archive' | ForeignKind> {
  const { parts } = archive;
  const has = (pattern: RegExp) => parts.some((part) => pattern.test(part));
  const type = archive.has('mimetype') ? await textOf(archive, 'mimetype') : '';
  const declared = DECLARED.find(([pattern]) => pattern.test(type))?.[1];
  if (declared) return declared;
  if (has(/^xl\/workbook\.bin$/i)) return 'xlsb';
  if (has(/^xl\//i)) return 'xlsx';
  return HELD.find(([pattern]) => has(pattern))?.[1] ?? 'archive';
}

const DECLARED: ReadonlyArray<readonly [type: RegExp, kind: 'ods' | ForeignKind]> = [
  [/opendocument\.spreadsheet/, 'ods'],
  [/opendocument\.text|epub/, 'document'],
  [/opendocument\.presentation/, 'slides'],
];
const HELD: ReadonlyArray<readonly [part: RegExp, kind: ForeignKind]> = [
  [/^word\//i, 'document'],
  [/^ppt\//i, 'slides'],
  [/^OFD\.xml$/i, 'ofd'],
  [/^Index(?:\.zip$|\/.*\.iwa$)/, 'iwork'],
];

/** A part that says in a few words what the whole is. */
async function textOf(archive: Archive, part: string): Promise<string> {
  let text = '';
  for await (const bytes of archive.bytes(part, LONGEST_TYPE)) text += Buffer.from(bytes).toString('latin1');
  return text;
}
const LONGEST_TYPE = 1024;
