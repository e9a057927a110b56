import { existsSync } from 'node:fs';
import { invalidFile } from '../file/fault.ts';
import { AUDIT_LINES } from '../read/register/audit-line.ts';
import { type FaultyLine, readSealed } from '../read/register/sealed-lines.ts';

/** Whether a journal of runs is as it was written. */
export interface AuditAnswer {
  readonly file: string;
  /** How many runs it tells of. */
  readonly runs: number;
  /** The first and the last, by their time; null where there is none. */
  readonly first: string | null;
  readonly last: string | null;
  readonly faults: readonly FaultyLine[];
  /** The seal of the last line: kept elsewhere, it shows whether lines were taken away at the end. */
  readonly seal: string;
}

/**
 * Was any line of the journal changed, removed or moved since it was written?
 * @throws InvalidInput where it is not there, can't be read, or is something else.
 */
export function auditAnswer(file: string): AuditAnswer {
  if (!existsSync(file)) throw invalidFile(file, 'file-missing', {});
  const { events, faults, seal } = readSealed(file, '', AUDIT_LINES);
  return { file, runs: events.length, first: events[0]?.time ?? null, last: events.at(-1)?.time ?? null, faults, seal };
}
