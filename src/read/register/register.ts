import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { CaseEvent } from '../../domain/cases/event.ts';
import { fileFault, invalidFile } from '../../file/fault.ts';
import { cellsIn, eventIn, REGISTER_COLUMNS, SEAL } from './register-line.ts';

/** What is wrong with a line: somebody changed it, or one before it is gone; it is no event; it ends in the middle. */
type LineFault = 'changed' | 'unreadable' | 'half';

export interface FaultyLine {
  /** 1-based, as a spreadsheet counts. */
  readonly line: number;
  readonly fault: LineFault;
}

/** A register as it stands. */
export interface Register {
  readonly path: string;
  /** Those of one campaign, in their order. */
  readonly events: readonly CaseEvent[];
  readonly faults: readonly FaultyLine[];
  /** The seal that the next line goes on from. */
  readonly seal: string;
  /** So many bytes are whole lines; what stands behind them is half a line. */
  readonly whole: number;
  /** Whether the last line lacks its end. */
  readonly isOpen: boolean;
}

const HEADINGS = [...REGISTER_COLUMNS, SEAL];
/** How a register begins. */
export const HEAD = Buffer.from(`\ufeff${HEADINGS.join(',')}\r\n`);
const WHOLE_SEAL = /^[0-9a-f]{32}$/;
const FIRST_SEAL = sealOf('', HEADINGS);

/** What seals a line: what it says, and the seal of the line before. Cells are masked, so that it is no digest of a hidden number. */
export function sealOf(before: string, cells: readonly string[]): string {
  return createHash('sha256')
    .update([before, ...cells].join('\u001f'))
    .digest('hex')
    .slice(0, 32);
}

/**
 * The register at `path`, with the events of `campaign`; one that is not there has none.
 * @throws InvalidInput where it can't be read, or is something else.
 */
export function readRegister(path: string, campaign: string): Register {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      return { path, events: [], faults: [], seal: FIRST_SEAL, whole: 0, isOpen: false };
    throw fileFault(path, error);
  }
  return registerOf(path, bytes, campaign);
}

function registerOf(path: string, bytes: Buffer, campaign: string): Register {
  // Killed while it was made: there is nothing in it yet.
  if (bytes.length < HEAD.length && HEAD.subarray(0, bytes.length).equals(bytes))
    return { path, events: [], faults: [], seal: FIRST_SEAL, whole: 0, isOpen: false };
  if (!isUtf8(bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1)))
    throw invalidFile(path, 'file-encoding', { looksLike: 'GB18030 (GBK)' });
  const text = new TextDecoder('utf-8').decode(bytes);
  const lines = text.split(/\r?\n/);
  const last = lines.pop() ?? '';
  const heading = cellsIn(lines.shift() ?? last);
  if (HEADINGS.some((title, at) => heading[at] !== title)) throw invalidFile(path, 'register-foreign', {});
  const events: CaseEvent[] = [];
  const faults: FaultyLine[] = [];
  let seal = FIRST_SEAL;
  const take = (line: string, number: number, isLast: boolean): boolean => {
    const cells = cellsIn(line);
    const own = cells.slice(0, REGISTER_COLUMNS.length);
    const said = cells[REGISTER_COLUMNS.length] ?? '';
    const isSealed = cells.length === HEADINGS.length && said === sealOf(seal, own);
    if (isLast && !WHOLE_SEAL.test(said)) return false; // the seal is written last
    const read = eventIn(own);
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
