import type { Measure } from '../../domain/campaign/measure.ts';
import { isAmong } from '../../engine/among.ts';
import type { Assignments } from '../../engine/assignments.ts';
import type { GroupQuery } from './group-rule.ts';

/** Indexes under which one measure of the campaign stands, where they are several: a list that names no department has another. */
function sameMeasures({ measures }: Assignments): number[][] {
  const indexes = new Map<Measure, number[]>();
  for (const [index, { measure }] of measures.entries()) {
    if (!measure.is) continue;
    const known = indexes.get(measure.is);
    if (known) known.push(index);
    else indexes.set(measure.is, [index]);
  }
  return [...indexes.values()].filter(({ length }) => length > 1);
}

/** SQL: a column's measure, by the first index under which it stands. */
export function firstOfSame(assignments: Assignments, column: string): string {
  const firsts = sameMeasures(assignments).map((same) => `when ${isAmong(column, same)} then ${same[0]}`);
  return firsts.length > 0 ? `case ${firsts.join(' ')} else ${column} end` : column;
}

/** A query that groups by measure, in as many as it takes to group by what measure of the campaign that is. */
export function byMeasure(assignments: Assignments, query: GroupQuery): GroupQuery[] {
  const several = sameMeasures(assignments);
  if (several.length === 0) return [query];
  const by = query.by.filter((column) => column !== 'measure');
  return [
    { ...query, where: `${query.where} and not ${isAmong('r.measure', several.flat())}` },
    ...several.map((same) => ({ ...query, by, where: `${query.where} and ${isAmong('r.measure', same)}` })),
  ];
}
