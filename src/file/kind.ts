import type { ForeignKind } from '../domain/problem.ts';

/**
 * What a file is by its first bytes; endings lie (an .xls is often an .xlsx, or a page of HTML). A zip and a compound file may hold
 * anything: only what is in them tells. Null for what begins like none of them: text, or nobody's business.
 */
export type FileKind = 'zip' | 'compound' | 'biff' | 'parquet' | 'archive' | ForeignKind;

/** How many bytes are needed to tell. */
export const MAGIC_BYTES = 2048;

export function fileKind(head: Uint8Array): FileKind | null {
  if (isBiff(head)) return 'biff';
  if (archiveName(head) !== null) return 'archive';
  const found = MAGIC.find(([, magic, at = 0]) => startsWith(head, magic, at))?.[0];
  return found ?? (isDbf(head) ? 'dbf' : null);
}

/** The archive that is no zip with anything in it, by the ending that it usually has. */
export function archiveName(head: Uint8Array): string | null {
  return ARCHIVES.find(([, magic, at = 0]) => startsWith(head, latin1(magic), at))?.[0] ?? null;
}

/**
 * The stream of an old workbook without the compound file around it: of Excel 2 to 4, and of programs on web servers
 * ([MS-XLS] 2.4.21: a record BOF, of 4, 6, 8 or 16 bytes).
 */
export function isBiff(head: Uint8Array): boolean {
  const [type, version, length, rest] = head;
  return type === 9 && [0, 2, 4, 8].includes(version ?? -1) && [4, 6, 8, 16].includes(length ?? 0) && rest === 0;
}

const latin1 = (text: string) => [...text].map((character) => character.charCodeAt(0));

const MAGIC: ReadonlyArray<readonly [kind: FileKind, magic: readonly number[], at?: number]> = [
  ['zip', latin1('PK\x03\x04')],
  /** [MS-CFB] 2.2: what .xls, .doc and encrypted .xlsx are wrapped in. */
  ['compound', latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')],
  ['parquet', latin1('PAR1')],
  ['pdf', latin1('%PDF-')],
  ['document', latin1('{\\rtf')],
  ['document', latin1('\xdb\xa5-\x00')],
  ['image', latin1('\x89PNG\r\n\x1a\n')],
  ['image', latin1('\xff\xd8\xff')],
  ['image', latin1('GIF8')],
  ['image', latin1('II*\x00')],
  ['image', latin1('MM\x00*')],
  ['image', latin1('WEBP'), 8],
  ['image', latin1('ftyphei'), 4],
  ['image', latin1('ftypmif1'), 4],
  ['image', latin1('AT&TFORM')],
  ['database', latin1('SQLite format 3\x00')],
  ['database', latin1('\x00\x01\x00\x00Standard ')],
  ['shortcut', latin1('L\x00\x00\x00\x01\x14\x02\x00')],
  ['program', latin1('\x7fELF')],
  ['program', latin1('MZ\x90\x00\x03\x00')],
];
const ARCHIVES: ReadonlyArray<readonly [name: string, magic: string, at?: number]> = [
  ['zip', 'PK\x05\x06'],
  ['zip', 'PK\x07\x08PK'],
  ['gzip', '\x1f\x8b'],
  ['rar', 'Rar!\x1a\x07'],
  ['7z', '7z\xbc\xaf\x27\x1c'],
  ['xz', '\xfd7zXZ\x00'],
  ['bzip2', 'BZh'],
  ['zstd', '\x28\xb5\x2f\xfd'],
  ['cab', 'MSCF\x00'],
  ['tar', 'ustar', 257],
];

/** A table of dBASE or FoxPro: its version, a day, and how long its head is, which ends the list of columns of 32 bytes each. */
function isDbf(head: Uint8Array): boolean {
  const [version = 0, , month = 0, day = 0] = head;
  const length = (head[8] ?? 0) + (head[9] ?? 0) * 256;
  const row = (head[10] ?? 0) + (head[11] ?? 0) * 256;
  const isVersion = [0x02, 0x03, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8b, 0x8c, 0xcb, 0xf5, 0xfb].includes(version);
  return isVersion && month <= 12 && day <= 31 && length > 32 && row > 0 && head[12] === 0 && head[13] === 0;
}

function startsWith(head: Uint8Array, magic: readonly number[], at: number): boolean {
  return magic.every((byte, index) => head[at + index] === byte);
}
