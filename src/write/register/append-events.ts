import { closeSync, existsSync, fstatSync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { CaseEvent } from '../../domain/cases/event.ts';
import { CASE_LINES } from '../../read/register/case-line.ts';
import { headOf, type LineForm, readSealed, type SealedFile, sealOf } from '../../read/register/sealed-lines.ts';
import { whileLocked } from './locked.ts';

/** What came of it: the register as it was found, and what was added. */
export interface Appended<E> {
  readonly register: SealedFile<E>;
  readonly events: readonly E[];
}

/** The same of the register of cases. */
export const appendEvents = (
  path: string,
  campaign: string,
  eventsFrom: (register: SealedFile<CaseEvent>) => readonly CaseEvent[],
): Appended<CaseEvent> => appendLines(path, campaign, CASE_LINES, eventsFrom);

/**
 * Adds to the file of sealed lines at `path` the events that follow from it, while nobody else writes there: they are made from what stands there
 * then. They are one write, and stand on the disk when this returns; where that is cut short, whole lines are whole events, and half a
 * line is taken away by whoever writes next.
 * @throws InvalidInput where it is something else; what the operating system says.
 */
export function appendLines<E>(
  path: string,
  campaign: string,
  form: LineForm<E>,
  eventsFrom: (register: SealedFile<E>) => readonly E[],
): Appended<E> {
  return whileLocked(path, () => {
    const register = readSealed(path, campaign, form);
    const events = eventsFrom(register);
    if (events.length > 0) write(register, form, events, campaign);
    return { register, events };
  });
}

function write<E>(
  { path, seal, whole, isOpen }: SealedFile<E>,
  form: LineForm<E>,
  events: readonly E[],
  campaign: string,
): void {
  let last = seal;
  const lines = events.map((event) => {
    const cells = form.cellsOf(event, campaign);
    last = sealOf(last, cells);
    return [...cells, last];
  });
  const head = whole === 0 ? headOf(form) : Buffer.from(isOpen ? '\r\n' : '');
  const bytes = Buffer.concat([head, Buffer.from(stringify(lines, { record_delimiter: '\r\n' }))]);
  const isThere = existsSync(path);
  const file = openSync(path, isThere ? 'r+' : 'wx', 0o600);
  try {
    if (fstatSync(file).size > whole) ftruncateSync(file, whole); // half a line
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at, whole + at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  if (!isThere) syncFolder(dirname(path));
}

/** A new file is there after the power fails only when its folder has been written too; Windows does that by itself. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  try {
    const file = openSync(folder, 'r');
    fsyncSync(file);
    closeSync(file);
  } catch {} // some file systems don't, and none needs it to go on
}
