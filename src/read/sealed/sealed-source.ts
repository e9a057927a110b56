import type { Problem } from '../../domain/problem.ts';
import { invalidFile } from '../../file/fault.ts';
import type { ListSource } from '../list/list-source.ts';
import type { SealedHead } from './sealed-head.ts';

/** A list that was sealed: its rows are to be loaded as they stand. */
export interface SealedSource extends ListSource {
  readonly sealed: SealedFile;
}

/** What stands around the rows of a sealed list. */
export interface SealedFile {
  readonly head: SealedHead;
  /** SHA-256 of all that stands above the last line, and what the key made of it. */
  readonly digest: string;
  readonly seal: string;
}

/** Was a list sealed? */
export const isSealedSource = (source: ListSource): source is SealedSource => 'sealed' in source;

/** Why lists can't be compared: sealed ones only with each other, and only where one key and one algorithm made all tokens. */
export function sealedDifferently(sources: readonly ListSource[]): Problem[] {
  const sealed = sources.filter(isSealedSource);
  const [first] = sealed;
  if (!first) return [];
  const other = first.input.file;
  return sources.flatMap((source): readonly Problem[] => {
    const { file } = source.input;
    if (!isSealedSource(source)) return invalidFile(file, 'sealed-mixed', { other }).problems;
    const [one, its] = [first.sealed.head, source.sealed.head];
    const what = its.algorithm !== one.algorithm ? 'algorithm' : its.key !== one.key ? 'key' : null;
    return what === null ? [] : invalidFile(file, 'sealed-other', { other, what }).problems;
  });
}
