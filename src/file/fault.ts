import { InvalidInput, type ProblemCode, type ProblemData, Shortage } from '../domain/problem.ts';

/** A file that can't be used, for one reason; `sheet` and `row` where it has them. */
export function invalidFile<C extends ProblemCode>(
  file: string,
  code: C,
  data: ProblemData[C],
  at: { sheet?: string | null; row?: number } = {},
): InvalidInput {
  const place = { file, sheet: at.sheet ?? null, row: at.row ?? null, column: null };
  return new InvalidInput([{ code, data, place, excerpt: null } as InvalidInput['problems'][number]]);
}

/** The reason behind an operating system's error; anything else is thrown on as it is. */
export function fileFault(path: string, error: unknown): unknown {
  if (error instanceof InvalidInput) return error;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return invalidFile(path, 'file-missing', {});
  if (code === 'EISDIR') return invalidFile(path, 'file-is-folder', {});
  if (code === 'ENOSPC' || code === 'EDQUOT') return new Shortage('disk', error); // of the temporary folder
  if (code === 'EMFILE' || code === 'ENFILE') return new Shortage('open-files', error);
  if (code) return invalidFile(path, 'file-unreadable', { reason: code });
  return error;
}
