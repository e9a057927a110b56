import { Shortage, SystemFault } from '../domain/problem.ts';

/** DuckDB contradicted itself: nothing that was in the database can be had any more. */
export class BrokenDatabase extends Error {}

const NO_MEMORY = /Out of Memory Error|failed to (?:allocate|pin)|could not allocate|bad_alloc/i;
const NO_ROOM = /No space left|ENOSPC|disk space|max_temp_directory_size/i;
/** Reasons as systems word them, and the names that they have. */
const REASONS: ReadonlyArray<readonly [reason: RegExp, code: string]> = [
  [/Too many open files/i, 'EMFILE'],
  [/No such file|does not exist|No files found/i, 'ENOENT'],
  [/Permission denied/i, 'EACCES'],
  [/Stale file handle/i, 'ESTALE'],
];

/** What DuckDB threw as what it is: a lack of something, a refusal of the system, a broken database, or else a bug of ours. */
export function databaseFault(error: unknown): unknown {
  const message = error instanceof Error ? error.message : String(error);
  if (NO_ROOM.test(message)) return new Shortage('disk', error);
  if (NO_MEMORY.test(message)) return new Shortage('memory', error);
  if (/^IO Error/.test(message)) {
    const code = REASONS.find(([reason]) => reason.test(message))?.[1] ?? 'EIO';
    return new SystemFault(code, /"([^"]+)"/.exec(message)?.[1] ?? '', error);
  }
  return /^(?:INTERNAL|FATAL) Error/.test(message) ? new BrokenDatabase(message, { cause: error }) : error;
}
