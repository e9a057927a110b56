import { createReadStream, createWriteStream, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Spill } from './spill.ts';

/** What gives its bytes but once, by its name, and where they are kept until the process ends. */
const kept = new Map<string, string>();
let spill: Spill | undefined;

/**
 * Keeps the bytes of standard input (`-`) and of pipes that are among some inputs: they are known by their bytes like any file,
 * and have to be read more than once for that.
 */
export async function keepPipes(inputs: readonly string[]): Promise<void> {
  for (const input of new Set(inputs)) {
    if (kept.has(input) || !isPipe(input)) continue;
    spill ??= new Spill();
    kept.set(input, await saved(input, spill.file('.pipe')));
  }
}

/** Where the bytes of an input are; those of one that gives them but once, and was not kept, are in `folder` from now on. */
export async function storedIn(folder: Spill, input: string): Promise<string> {
  if (kept.has(input) || !isPipe(input)) return bytesOf(input);
  const path = join(folder.folder, input === '-' ? 'stdin' : `pipe-${Buffer.from(input).toString('hex').slice(-100)}`);
  return existsSync(path) ? path : saved(input, path);
}

async function saved(input: string, path: string): Promise<string> {
  const { pipeline } = await import('node:stream/promises'); // which nobody else needs at the start
  const from = input === '-' ? process.stdin : createReadStream(input);
  await pipeline(from, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  return path;
}

export function isPipe(input: string): boolean {
  if (input === '-') return true;
  const status = statSync(input, { throwIfNoEntry: false });
  return status?.isFIFO() === true || status?.isSocket() === true || status?.isCharacterDevice() === true;
}

/** What somebody called the input whose bytes are at `path`. */
export function givenName(path: string): string {
  for (const [input, stored] of kept) if (stored === path) return input;
  return path;
}

/** Where the bytes of an input are: where it says, or where those of a pipe were kept. */
export const bytesOf = (input: string): string => kept.get(input) ?? input;
