import type { Problem } from '../domain/problem.ts';
import { maskText } from '../domain/shown/masking.ts';
import type { ListInput } from '../read/list/list-input.ts';
import type { ListSource } from '../read/list/list-source.ts';
import { isOfOne, nearestNamed } from '../read/list/said-columns.ts';

/** What was said of columns of whichever lists have them, where none has: by a misspelt title nothing would be read, in silence. */
export function unknownColumns(
  inputs: readonly ListInput[],
  lists: readonly { readonly source: ListSource }[],
): Problem[] {
  const said = new Set(inputs.flatMap(({ anywhere = new Map() }) => [...anywhere.keys()]));
  const asked = lists.filter(({ source: { input } }) => (input.anywhere?.size ?? 0) > 0);
  return [...said].flatMap((title): Problem[] => {
    if (isOfOne(title, inputs) || !asked.every(({ source }) => source.head.unplaced.has(title))) return [];
    const near = asked.find(({ source }) => source.head.unplaced.get(title) !== null) ?? asked[0];
    if (!near) return [];
    const { input, sheet, head } = near.source;
    const place = { file: input.file, sheet, row: null, column: null };
    const nearest = nearestNamed(title, inputs) ?? head.unplaced.get(title) ?? null;
    const titles = head.columns.map((column) => maskText(column.title)).filter((text) => text !== '');
    const data = { title: maskText(title), nearest: nearest && maskText(nearest), titles, lists: asked.length };
    return [{ code: 'list-given-column-unknown', data, place, excerpt: null }];
  });
}
