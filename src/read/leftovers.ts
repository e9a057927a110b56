import { lstatSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '../file/bytes.ts';

/** Files and folders of this run that are not to outlive it. */
const passing = new Set<string>();

/**
 * Has a path removed at the latest when the process ends, also on Ctrl-C, SIGTERM or SIGHUP. To be said before it is there: a signal
 * in between would leave it.
 */
export function removeAtEnd(path: string): void {
  if (passing.size === 0 && whenEnded === null) watchEnd();
  passing.add(path);
}

/** Removes it now. Where `keep` says so it is something else by now, or nothing, and is only not looked after any longer. */
export function removeNow(path: string, { keep = false }: { readonly keep?: boolean } = {}): void {
  if (!keep) rmSync(path, { recursive: true, force: true, maxRetries: 3 }); // a process apart may be writing there yet
  passing.delete(path);
  if (passing.size === 0 && whenEnded === null) unwatchEnd();
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** One that can't be removed is no reason to leave the others. */
function removeAll(): void {
  for (const path of [...passing]) {
    try {
      removeNow(path);
    } catch {}
  }
}

/** Is told when somebody ends the process, after it was cleaned up. */
let whenEnded: (() => void) | null = null;

/** Has `tell` called when somebody ends the process, with Ctrl-C or from outside. */
export function atSignal(tell: () => void): void {
  if (whenEnded === null && passing.size === 0) watchEnd();
  whenEnded = tell;
}

/** Cleans up, then lets the signal end the process as it would have. */
function onSignal(signal: NodeJS.Signals): void {
  removeAll();
  whenEnded?.();
  unwatchEnd();
  process.kill(process.pid, signal);
}

function watchEnd(): void {
  process.on('exit', removeAll);
  for (const signal of SIGNALS) process.on(signal, onSignal);
}

function unwatchEnd(): void {
  process.off('exit', removeAll);
  for (const signal of SIGNALS) process.off(signal, onSignal);
}

/** How whatever is named by `passingName` begins. */
const NAME = /^\.?relief-([0-9a-f]{8})-(\d+)-(\d+)-/;
let names = 0;

/** A name that says whose it is, so that a later run can tell whether that one has died: short, for names have a longest length. */
export function passingName(): string {
  names += 1;
  return `relief-${machine()}-${process.pid}-${startOf(process.pid) ?? 0}-${names}`;
}

/** Removes from a folder what runs that died there left behind: those that were killed, or whose machine was. */
export function sweep(folder: string): void {
  for (const name of namesIn(folder)) {
    const [, where, pid = '', start = ''] = NAME.exec(name) ?? [];
    if (where !== machine() || isRunning(Number(pid), start)) continue;
    const path = join(folder, name);
    try {
      if (lstatSync(path).uid === (process.getuid?.() ?? 0)) rmSync(path, { recursive: true, force: true });
    } catch {} // somebody else is sweeping too, or may and we may not
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => NAME.test(name));
  } catch {
    return []; // whoever writes there says what is wrong with it
  }
}

/** What numbers of processes are of: folders may be shared by machines, and machines by containers. */
function machine(): string {
  known ??= sha256(`${hostname()} ${namespace()}`).slice(0, 8);
  return known;
}
let known: string | undefined;

function namespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return ''; // only Linux has any
  }
}

/** Does a process run yet that began at `start`? A number is given again to others. */
function isRunning(pid: number, start: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
  return start === '0' || startOf(pid) === start;
}

/** When a process began, in ticks since the machine did; null where nobody tells. Its name, in brackets, may hold anything. */
function startOf(pid: number): string | null {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
