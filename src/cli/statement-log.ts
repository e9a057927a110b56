import type { StatementLog } from '../engine/database.ts';
import type { Io } from './io.ts';

/** Tells of each statement of the engine on stderr: milliseconds, rows, what it makes or asks, and what that is for. For whoever works on relief. */
export async function statementLog({ stderr }: Io): Promise<StatementLog> {
  const { stepOf } = await import('../engine/step.ts');
  return (sql, rows, milliseconds) => {
    const { name, why } = stepOf(sql);
    const line = [milliseconds.toFixed(1).padStart(9), String(rows).padStart(9), name.padEnd(28), why];
    stderr.write(`${line.join('  ').trimEnd()}\n`);
  };
}
