import { closeSync, openSync, readSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Where the register of a campaign stands: beside its file. */
export const registerBeside = (campaign: string): string => join(dirname(campaign), NAME);
const NAME = 'cases.csv';

/** How the first line of a register begins. */
const BEGINNING = '\ufeff时间,活动,疑点编号,';

/** Is a file a register? It lies where lists may lie, and is none of them. */
export function isRegister(path: string): boolean {
  if (basename(path) !== NAME) return false;
  const beginning = Buffer.from(BEGINNING);
  const read = Buffer.alloc(beginning.length);
  try {
    const file = openSync(path, 'r');
    try {
      return readSync(file, read, 0, read.length, 0) === read.length && read.equals(beginning);
    } finally {
      closeSync(file);
    }
  } catch {
    return false; // whoever reads it says why it can't be read
  }
}
