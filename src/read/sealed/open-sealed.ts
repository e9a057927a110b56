import { createHash } from 'node:crypto';
import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import type { OpenField } from '../../domain/sealed/open-field.ts';
import { fileFault, invalidFile } from '../../file/fault.ts';
import type { ListHead } from '../list/list-head.ts';
import type { ListInput } from '../list/list-input.ts';
import type { OpenedList } from '../list/list-source.ts';
import { END, SEALED_COLUMNS } from './sealed-columns.ts';
import { parseHead, SEAL_VERSION, type SealedHead } from './sealed-head.ts';
import type { SealedFile, SealedSource } from './sealed-source.ts';
import { versionOf } from './sealed-start.ts';

/** More than any first or last line has. */
const LINE = 64 << 10;
const FIELD_OF: Readonly<Record<OpenField, 'department' | 'measure' | 'amount' | 'paid_on'>> = {
  department: 'department',
  measure: 'measure',
  amount: 'amount',
  date: 'paid_on',
};

/**
 * Opens a sealed list, all of whose bytes are looked at first.
 * @throws InvalidInput where it is of another version, cut off, or changed.
 */
export async function openSealed(input: ListInput, path: string): Promise<OpenedList> {
  const sealed = await readSealed(input.file, path);
  const source: SealedSource = {
    input,
    sealed,
    origin: { file: input.file, sha256: await sha256(path), encoding: 'utf-8' },
    bytes: { path, delimiter: ',' },
    size: null,
    isCutOff: false,
    sheet: null,
    head: listHead(sealed.head),
    promised: null,
    survey: async () => null,
    rewrite: async () => {
      throw new Error('the rows of a sealed list are loaded as they stand');
    },
  };
  return { sources: [source], skipped: [], close: async () => {} };
}

/**
 * What stands around the rows of the sealed list at `path`, which is called `file`, once its bytes were found to be what was written.
 * @throws InvalidInput as above.
 */
export async function readSealed(file: string, path: string): Promise<SealedFile> {
  try {
    return await provenIn(file, path);
  } catch (error) {
    throw fileFault(file, error);
  }
}

async function provenIn(file: string, path: string): Promise<SealedFile> {
  const { first, second, last, lastAt } = linesOf(path);
  const version = versionOf(first);
  if (version !== null && version !== SEAL_VERSION) {
    throw invalidFile(file, 'sealed-version', { version, known: SEAL_VERSION });
  }
  const head = parseHead(first);
  if (head === null || second !== SEALED_COLUMNS.join(',')) throw invalidFile(file, 'sealed-changed', { why: 'head' });
  const [, digest, seal] = new RegExp(`^${END},([0-9a-f]{64}),([0-9a-f]{64}),*\n$`).exec(last) ?? [];
  if (digest === undefined || seal === undefined) throw invalidFile(file, 'sealed-changed', { why: 'cut' });
  if ((await sha256(path, lastAt)) !== digest) throw invalidFile(file, 'sealed-changed', { why: 'rows' });
  return { head, digest, seal };
}

/** The first two lines, the last with its end, and where it begins. */
function linesOf(path: string) {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const [start, end] = [0, Math.max(0, size - LINE)].map((from) => {
      const bytes = Buffer.alloc(Math.min(LINE, size));
      readSync(file, bytes, 0, bytes.length, from);
      return bytes;
    }) as [Buffer, Buffer];
    const [first = '', second = ''] = start.toString('utf8').split('\n', 2);
    const before = end.lastIndexOf(0x0a, end.length - 2);
    return { first, second, last: end.toString('utf8', before + 1), lastAt: size - end.length + before + 1 };
  } finally {
    closeSync(file);
  }
}

async function sha256(path: string, length = Number.POSITIVE_INFINITY): Promise<string> {
  const hash = createHash('sha256');
  if (length > 0) for await (const piece of createReadStream(path, { end: length - 1 })) hash.update(piece);
  return hash.digest('hex');
}

/** What the list had columns for, as far as anything of it was sealed or left open. */
function listHead({ sealed, open }: SealedHead): ListHead {
  const fields = [...sealed, ...open.map((field) => FIELD_OF[field])];
  return {
    titles: 1,
    header: 1,
    columns: fields.map((field, index) => ({ index, title: field, field, how: 'exact' })),
    joined: new Map(),
    members: [],
    paidHeads: null,
    unplaced: new Map(),
    unit: 100n,
    unitFrom: null,
  };
}
