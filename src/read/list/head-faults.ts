import { InvalidInput, type Problem } from '../../domain/problem.ts';
import type { HeadFault, ListHead } from '../list-head.ts';
import type { ListInput } from './list-source.ts';

/**
 * The head, where it was understood.
 * @throws InvalidInput with all that is wrong with it.
 */
export function headOrFaults(
  head: ListHead | { readonly faults: readonly HeadFault[] },
  { file }: ListInput,
  sheet: string | null,
): ListHead {
  if (!('faults' in head)) return head;
  throw new InvalidInput(
    head.faults.map(({ code, row, ...data }) => {
      const place = { file, sheet, row: row ?? null, column: null };
      return { code, data, place, excerpt: null } as Problem;
    }),
  );
}
