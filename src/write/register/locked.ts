import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { SystemFault } from '../../domain/problem.ts';
import { passingName, sweep } from '../../read/leftovers.ts';
import { isPlaced } from './placed.ts';

/** A lock is held for as long as a write takes. One of another machine that is older than this is nobody's. */
const STALE = 120_000;
/** So long is waited for others, in milliseconds. */
const PATIENCE = 60_000;

/** Who holds a lock; `token` tells two of one process apart. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly token: string;
}

/**
 * Does work while no other process does the like with the file at `path`. The lock is a file beside it; that of a process which was
 * killed is taken over.
 * @throws SystemFault where others hold it for too long.
 */
export function whileLocked<T>(path: string, work: () => T): T {
  const lock = `${path}.lock`;
  const token = randomUUID();
  const until = Date.now() + PATIENCE;
  sweep(dirname(path));
  while (!isTaken(lock, token)) {
    if (Date.now() > until) throw new SystemFault('ELOCKED', lock, undefined);
    if (!breakStale(lock)) pause(5 + Math.random() * 20);
  }
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Takes the lock where nobody has it. */
const isTaken = (lock: string, token: string): boolean =>
  isPlaced(lock, JSON.stringify({ pid: process.pid, host: hostname(), token } satisfies Holder));

/** Takes away a lock whose holder is no more; what turns out to be another's by then is put back. */
function breakStale(lock: string): boolean {
  const seen = holderOf(lock);
  if (seen === null || !isDead(seen.holder, seen.age)) return false;
  const aside = join(dirname(lock), `.${passingName()}-`);
  try {
    renameSync(lock, aside);
  } catch {
    return true; // somebody else did
  }
  if (holderOf(aside)?.text !== seen.text) {
    try {
      linkSync(aside, lock);
    } catch {}
  }
  rmSync(aside, { force: true });
  return true;
}

function holderOf(
  lock: string,
): { readonly text: string; readonly holder: Holder | null; readonly age: number } | null {
  try {
    const text = readFileSync(lock, 'utf8');
    return { text, holder: parsed(text), age: Date.now() - statSync(lock).mtimeMs };
  } catch {
    return null;
  }
}

function parsed(text: string): Holder | null {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return null;
  }
}

/** Is whoever holds it no more? Of another machine nobody knows, but that no write takes so long. */
function isDead(holder: Holder | null, age: number): boolean {
  if (holder === null || holder.host !== hostname()) return age > STALE;
  try {
    process.kill(holder.pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

const pause = (milliseconds: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
};
