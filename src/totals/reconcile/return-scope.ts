import { assign } from '../../domain/row/assignment.ts';
import type { Lists } from '../../engine/lists.ts';
import { batchesOf } from '../lists/batches.ts';

/** Which payouts a bank return is of, where its entry says so. */
export interface ReturnScope {
  readonly department?: string;
  readonly measure?: string;
  readonly batch?: string;
}

/** SQL on the columns of a slot: is a return of it? Null where its entry does not say of what it is. */
export function scopeSql({ department, measure, batch }: ReturnScope, lists: Lists): string | null {
  const { assignments, campaign } = lists;
  const wanted = campaign && assign(department ?? '', measure ?? '', campaign);
  const [whose, which] = [wanted?.department.is, wanted?.measure.is];
  const measures = assignments.measures.flatMap(({ department: at, measure: { is } }, index) => {
    const isOfDepartment = assignments.departments[at]?.is === whose || (is && whose?.measures.includes(is));
    return (department === undefined || isOfDepartment) && (measure === undefined || is === which) ? [index] : [];
  });
  const conditions = [
    ...(department === undefined && measure === undefined ? [] : [`measure in (${[...measures, -1].join(', ')})`]),
    ...(batch === undefined ? [] : [`batch = ${batchesOf(lists).indexOf(batch) + 1}`]),
  ];
  return conditions.length > 0 ? conditions.join(' and ') : null;
}

/** Bank returns that follow each other and are of the same payouts: SQL on their payments, and on those payouts. */
export interface Run {
  readonly payments: string;
  readonly slots: string;
}

/** Bank returns in their order, those together that are of the same; where none says of what it is, they are one. */
export function runsOf(lists: Lists, entries: readonly ReturnScope[]): Run[] {
  const first = lists.lists.length + lists.earlier.length + lists.rosters.length;
  const runs: { scope: string | null; lists: number[] }[] = [];
  for (const [index, { source }] of lists.returns.entries()) {
    const scope = scopeSql(entries[source.input.entry ?? 0] ?? {}, lists);
    const last = runs.at(-1);
    if (last && last.scope === scope) last.lists.push(first + index);
    else runs.push({ scope, lists: [first + index] });
  }
  const isOne = runs.length <= 1;
  return runs.map(({ scope, lists: own }) => ({
    payments: isOne ? 'true' : `list in (${own.join(', ')})`,
    slots: scope ?? 'true',
  }));
}
