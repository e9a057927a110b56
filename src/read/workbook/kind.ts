/** What a workbook is by its first bytes; endings lie (an .xls is often an .xlsx, or a page of HTML). */
export function workbookKind(head: Uint8Array): 'xlsx' | 'xls' | null {
  if (startsWith(head, ZIP)) return 'xlsx';
  return startsWith(head, COMPOUND_FILE) ? 'xls' : null;
}

/**
 * The archive that stands in place of a list, or null. A zip counts as one when the first thing in it is itself a list
 * or when it is empty; any other zip may be a workbook. Needs the first few hundred bytes.
 */
export function archiveKind(head: Uint8Array): string | null {
  if (startsWith(head, ZIP)) return LIST.test(firstName(head)) ? 'zip' : null;
  return ARCHIVES.find(([, magic]) => startsWith(head, magic))?.[0] ?? null;
}

const ZIP = [0x50, 0x4b, 3, 4];
/** [MS-CFB] 2.2: what .xls and encrypted .xlsx are wrapped in. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ARCHIVES: ReadonlyArray<readonly [kind: string, magic: readonly number[]]> = [
  ['zip', [0x50, 0x4b, 5, 6]],
  ['gzip', [0x1f, 0x8b]],
  ['rar', [0x52, 0x61, 0x72, 0x21, 0x1a, 7]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
];

const LIST = /\.(?:csv|tsv|txt|xlsx?|xlsm|et|parquet)$/i;

/** The name in the first local header of a zip (APPNOTE 4.3.7); its ending is ASCII in every encoding in use. */
function firstName(head: Uint8Array): string {
  const length = (head[26] ?? 0) + (head[27] ?? 0) * 256;
  return String.fromCharCode(...head.subarray(30, 30 + Math.min(length, 1024)));
}

function startsWith(head: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => head[index] === byte);
}
