import type { Assignment } from '../domain/assignment.ts';

/** Departments and measures as the lists name them; a payout holds the index of each. */
export class Assignments {
  readonly departments: Assignment['department'][] = [];
  readonly measures: { readonly department: number; readonly measure: Assignment['measure'] }[] = [];
  readonly #ofDepartment = new Map<string, number>();
  readonly #ofMeasure = new Map<string, number>();

  /** Forgets what was added since there were so many departments and measures. */
  keep(departments: number, measures: number): void {
    for (const [known, most] of [
      [this.#ofDepartment, departments],
      [this.#ofMeasure, measures],
    ] as const) {
      for (const [key, index] of known) if (index >= most) known.delete(key);
    }
    this.departments.length = departments;
    this.measures.length = measures;
  }

  /** The indexes of a payout's department and measure. */
  add({ department, measure }: Assignment): Place {
    const at = indexOf(this.#ofDepartment, department.name, () => this.departments.push(department));
    const key = `${at} ${measure.is?.id ?? ''} ${measure.name}`;
    return [at, indexOf(this.#ofMeasure, key, () => this.measures.push({ department: at, measure }))];
  }
}

/** The indexes of a payout's department and measure. */
export type Place = readonly [department: number, measure: number];

/** The index of what has this key; `push` adds what is new and gives the new length. */
function indexOf(indexes: Map<string, number>, key: string, push: () => number): number {
  const known = indexes.get(key);
  if (known !== undefined) return known;
  const index = push() - 1;
  indexes.set(key, index);
  return index;
}
