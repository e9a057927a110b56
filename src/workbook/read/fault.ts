import { InvalidInput, type WorkbookDamage } from '../../domain/problem.ts';
import { fileFault, invalidFile } from '../../file/fault.ts';

export function damaged(file: string, detail: WorkbookDamage): InvalidInput {
  return invalidFile(file, 'workbook-damaged', { detail });
}

/** What the operating system or a library threw: the file can't be opened or read, or else it is damaged in this way. */
export function unreadable(file: string, error: unknown, detail: WorkbookDamage): unknown {
  const fromSystem = error instanceof InvalidInput || (error as NodeJS.ErrnoException).syscall !== undefined;
  return fromSystem ? fileFault(file, error) : damaged(file, detail);
}

/** The same problems, said of a sheet. */
export function inSheet(error: unknown, sheet: string): unknown {
  if (!(error instanceof InvalidInput)) return error;
  return new InvalidInput(error.problems.map((problem) => ({ ...problem, place: { ...problem.place, sheet } })));
}
