import { readDatePhrase, readDay } from '../date-phrase.ts';
import { readCount } from '../quantity.ts';
import { readRate } from '../rate.ts';
import type { FieldKind, FieldProblem } from '../row/fields.ts';
import { seasonOf } from './campaign.ts';

/** A fault that lies between the parts of a file rather than in one of them. */
export interface FaultAcross {
  readonly problem: FieldProblem;
  readonly kind: FieldKind;
  readonly path: readonly PropertyKey[];
}

type Path = readonly PropertyKey[];
type Found = readonly [path: Path, value: unknown];

/**
 * Repeated ids, dates without a year to be in, and counts without a unit, in a file that need not be valid otherwise: the
 * schema only gets to them when all else is right, and everything wrong is to be told at once.
 */
export function faultsAcross(file: unknown): FaultAcross[] {
  const departments = items(file, 'departments', []);
  const measures = departments.flatMap(([path, department]) => items(department, 'measures', path));
  const identified = [measures, items(file, 'funds', []), items(file, 'rosters', [])];
  return [
    ...identified.flatMap(repeatedIds).map((path): FaultAcross => ({ problem: 'repeated-id', kind: 'id', path })),
    ...(hasYear(file) ? [] : yearlessDates(file)).map(
      (path): FaultAcross => ({ problem: 'year-missing', kind: 'year', path }),
    ),
    ...measures
      .flatMap(unitlessCounts)
      .map((path): FaultAcross => ({ problem: 'reach-unit-missing', kind: 'count', path })),
  ];
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

/** The members of a list, or the one thing that stands in its place. */
function items(holder: unknown, key: string, path: Path): Found[] {
  const list = at(holder, key);
  if (Array.isArray(list)) return list.map((item, index) => [[...path, key, index], item]);
  return [];
}

/** Where an id stands for the second time. */
function repeatedIds(holders: readonly Found[]): Path[] {
  const seen = new Set<unknown>();
  return holders.flatMap(([path, holder]) => {
    const id = at(holder, 'id');
    if (id === undefined || id === null) return [];
    if (seen.has(id)) return [[...path, 'id']];
    seen.add(id);
    return [];
  });
}

/** A wrong year is a fault of its own; then no date is blamed for it. */
function hasYear(file: unknown): boolean {
  const issued = at(file, 'issued');
  return (
    at(file, 'year') !== undefined || (typeof issued === 'string' && seasonOf(readDay(issued) ?? issued) !== undefined)
  );
}

function yearlessDates(file: unknown): Path[] {
  const stages = items(file, 'stages', []);
  const tasks = stages.flatMap(([path, stage]) => items(stage, 'tasks', path));
  return [...items(file, 'deadlines', []), ...stages, ...tasks].flatMap(([path, holder]) =>
    ['on', 'when', 'from', 'until'].flatMap((key) => {
      const printed = at(holder, key);
      return typeof printed === 'string' && readDatePhrase(printed)?.needsYear ? [[...path, key]] : [];
    }),
  );
}

/** Bare counts of a measure whose standard is one phrase, or none, that names no single unit. */
function unitlessCounts([path, measure]: Found): Path[] {
  const standard = at(measure, 'standard');
  if (typeof standard === 'object' && standard !== null) return [];
  const rate = standard === undefined ? undefined : readRate(String(standard));
  if (rate && 'ok' in rate && rate.ok.per.length === 1) return [];
  const reach = at(measure, 'reach');
  const counts: Found[] = Array.isArray(reach) ? items(measure, 'reach', path) : [[[...path, 'reach', 0], reach]];
  return counts.flatMap(([place, count]) => {
    if (typeof count !== 'string' && typeof count !== 'number') return [];
    const read = readCount(String(count));
    return 'ok' in read && read.ok.unit === 'none' ? [place] : [];
  });
}
