import { InvalidInput, type Problem } from '../../domain/problem.ts';
import { maskText } from '../../domain/shown/masking.ts';
import type { HeadFault, ListHead } from './list-head.ts';
import type { ListInput } from './list-input.ts';

/**
 * The heads, where they were understood. What stands on the list is masked in what is said of it.
 * @throws InvalidInput with all that is wrong with it.
 */
export function headsOrFaults(
  head: { readonly heads: readonly ListHead[] } | { readonly faults: readonly HeadFault[] },
  { file }: ListInput,
  sheet: string | null,
): readonly ListHead[] {
  if (!('faults' in head)) return head.heads;
  throw new InvalidInput(
    head.faults.map(({ code, row, ...data }) => {
      const place = { file, sheet, row: row ?? null, column: null };
      return { code, data: masked(data), place, excerpt: null } as Problem;
    }),
  );
}

function masked(value: unknown): unknown {
  if (typeof value === 'string') return maskText(value);
  if (Array.isArray(value)) return value.map(masked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, masked(inner)]));
}
