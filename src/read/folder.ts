import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type InputKind, inputKind } from './input-kind.ts';
import { isRegister } from './register/beside.ts';

/** Why a file in a folder is none of the lists in it. */
type LeftOutReason = 'hidden' | 'lock' | 'folder' | 'register' | Exclude<InputKind, 'list'>;

export interface LeftOut {
  readonly name: string;
  readonly why: LeftOutReason;
}

/** The lists in a folder, in the order of their names, and whatever else is there. Folders in it are not looked into. */
export function listsIn(folder: string): { readonly files: readonly string[]; readonly leftOut: readonly LeftOut[] } {
  const names = readdirSync(folder).sort();
  const reasons = names.map((name) => ({ name, why: reasonOf(join(folder, name)) }));
  return {
    files: reasons.flatMap(({ name, why }) => (why === null ? [join(folder, name)] : [])),
    leftOut: reasons.flatMap(({ name, why }) => (why === null ? [] : [{ name, why }])),
  };
}

function reasonOf(path: string): LeftOutReason | null {
  if (isLockFile(path)) return 'lock';
  if (basename(path).startsWith('.')) return 'hidden';
  const status = statSync(path, { throwIfNoEntry: false });
  if (status?.isDirectory()) return 'folder';
  if (isRegister(path)) return 'register';
  const kind = status?.isFile() && status.size > 0 ? inputKind(path) : 'list'; // what can't be read has to be told
  if (kind !== 'list') return kind;
  return isOfficeDocument(path) ? 'other' : null;
}

/** What Excel, WPS and LibreOffice leave beside a file while somebody has it open: a few bytes that say who. */
export function isLockFile(path: string): boolean {
  if (!/^(?:~\$|\.~(?:lock\.)?)/.test(basename(path))) return false;
  return (statSync(path, { throwIfNoEntry: false })?.size ?? LARGEST_LOCK) < LARGEST_LOCK;
}
const LARGEST_LOCK = 1024;

/** A zip has the names of all its parts at its end; a compound file those of its streams in UTF-16, wherever it wants. */
function isOfficeDocument(path: string): boolean {
  const { size } = statSync(path);
  const end = latin1Of(path, Math.max(0, size - MOST_LOOKED_AT), Math.min(size, MOST_LOOKED_AT));
  const has = (text: string) => end.includes(text) || end.includes([...text].join('\0'));
  const isTable = ['xl/', 'spreadsheet', 'Workbook', 'B\0o\0o\0k\0'].some(has);
  return !isTable && ['word/', 'ppt/', 'OFD.xml', 'WordDocument', 'PowerPoint Document'].some(has) && isPacked(path);
}
const MOST_LOOKED_AT = 8 << 20;

const isPacked = (path: string) => ['PK\x03\x04', '\xd0\xcf\x11\xe0'].includes(latin1Of(path, 0, 4));

function latin1Of(path: string, from: number, length: number): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(length);
    return bytes.toString('latin1', 0, readSync(file, bytes, 0, length, from));
  } finally {
    closeSync(file);
  }
}
