import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileFault, invalidFile } from '../../file/fault.ts';
import { cellsIn } from './line-cells.ts';

/** What is wrong with a line: somebody changed it, or one before it is gone; it is no event; it ends in the middle. */
type LineFault = 'changed' | 'unreadable' | 'half';

export interface FaultyLine {
  /** 1-based, as a spreadsheet counts. */
  readonly line: number;
  readonly fault: LineFault;
}

/** How the events of one kind of file are lines in it: a file that is only ever added to, and each line sealed with the one before. */
export interface LineForm<E> {
  /** The headings. They are Chinese in every language: one file serves everybody. */
  readonly columns: readonly string[];
  /** An event of a campaign as the cells of a line, but for its seal. No cell may hold the end of a line. */
  readonly cellsOf: (event: E, campaign: string) => readonly string[];
  /** The event that a line's cells are, and the campaign it is of; null where they are none. */
  readonly eventIn: (cells: readonly string[]) => { readonly event: E; readonly campaign: string } | null;
}

/** Such a file as it stands. */
export interface SealedFile<E> {
  readonly path: string;
  /** Those of one campaign, in their order. */
  readonly events: readonly E[];
  readonly faults: readonly FaultyLine[];
  /** The seal that the next line goes on from. */
  readonly seal: string;
  /** So many bytes are whole lines; what stands behind them is half a line. */
  readonly whole: number;
  /** Whether the last line lacks its end. */
  readonly isOpen: boolean;
}

/** What stands over the last column: the seal of a line, which holds that of the line before. */
const SEAL = '校验';
const WHOLE_SEAL = /^[0-9a-f]{32}$/;

const headingsOf = <E>({ columns }: LineForm<E>) => [...columns, SEAL];

/** How such a file begins. */
export const headOf = <E>(form: LineForm<E>): Buffer => Buffer.from(`\ufeff${headingsOf(form).join(',')}\r\n`);

/** What seals a line: what it says, and the seal of the line before. Cells are masked, so that it is no digest of a hidden number. */
export function sealOf(before: string, cells: readonly string[]): string {
  return createHash('sha256')
    .update([before, ...cells].join('\u001f'))
    .digest('hex')
    .slice(0, 32);
}

/**
 * The file at `path`, with the events of `campaign`; one that is not there has none.
 * @throws InvalidInput where it can't be read, or is something else.
 */
export function readSealed<E>(path: string, campaign: string, form: LineForm<E>): SealedFile<E> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return emptyFile(path, form);
    throw fileFault(path, error);
  }
  return sealedOf(path, bytes, campaign, form);
}

const emptyFile = <E>(path: string, form: LineForm<E>): SealedFile<E> => ({
  path,
  events: [],
  faults: [],
  seal: sealOf('', headingsOf(form)),
  whole: 0,
  isOpen: false,
});

function sealedOf<E>(path: string, bytes: Buffer, campaign: string, form: LineForm<E>): SealedFile<E> {
  const [head, headings] = [headOf(form), headingsOf(form)];
  const empty = emptyFile(path, form);
  // Killed while it was made: there is nothing in it yet.
  if (bytes.length < head.length && head.subarray(0, bytes.length).equals(bytes)) return empty;
  if (!isUtf8(bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1)))
    throw invalidFile(path, 'file-encoding', { looksLike: 'GB18030 (GBK)' });
  const text = new TextDecoder('utf-8').decode(bytes);
  const lines = text.split(/\r?\n/);
  const last = lines.pop() ?? '';
  const heading = cellsIn(lines.shift() ?? last);
  if (headings.some((title, at) => heading[at] !== title)) throw invalidFile(path, 'register-foreign', {});
  const events: E[] = [];
  const faults: FaultyLine[] = [];
  let { seal } = empty;
  const take = (line: string, number: number, isLast: boolean): boolean => {
    const cells = cellsIn(line);
    const own = cells.slice(0, form.columns.length);
    const said = cells[form.columns.length] ?? '';
    const isSealed = cells.length === headings.length && said === sealOf(seal, own);
    if (isLast && !WHOLE_SEAL.test(said)) return false; // the seal is written last
    const read = form.eventIn(own);
    if (!isSealed) faults.push({ line: number, fault: 'changed' });
    if (!read) faults.push({ line: number, fault: 'unreadable' });
    else if (read.campaign === campaign) events.push(read.event);
    if (WHOLE_SEAL.test(said)) seal = said;
    return true;
  };
  for (const [index, line] of lines.entries()) if (line !== '') take(line, index + 2, false);
  const isOpen = last !== '' && take(last, lines.length + 2, true);
  if (last !== '' && !isOpen) faults.push({ line: lines.length + 2, fault: 'half' });
  const whole = isOpen ? bytes.length : bytes.lastIndexOf(0x0a) + 1;
  return { path, events, faults, seal, whole, isOpen };
}
