import type { Assignment } from '../domain/row/assignment.ts';

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
  add({ department, measure }: Assignment): AssignedTo {
    const at = indexOf(this.#ofDepartment, department.name, () => this.departments.push(department));
    const key = `${at} ${measure.is?.id ?? ''} ${measure.name}`;
    return [at, indexOf(this.#ofMeasure, key, () => this.measures.push({ department: at, measure }))];
  }
}

/** The indexes of a payout's department and measure. */
export type AssignedTo = readonly [department: number, measure: number];

/** Where rows belong by what they say. */
export interface WordAssigner {
  /** By the words that a row says; empty where it says none. */
  readonly of: (department: string, measure: string) => AssignedTo;
  /** Was any of the words that were asked only a mark for the one above it? */
  readonly hasDitto: () => boolean;
}

/** Where the rows of a list belong. */
export interface RowAssigner extends WordAssigner {
  /**
   * SQL by name, in steps: `assigned_department` and `assigned_measure` are those indexes; where `of` has to be asked they are null, and
   * `said_department` and `said_measure` what it is to be asked, which else are null.
   */
  readonly parts: readonly Readonly<Record<string, string>>[];
}

/** The index of what has this key; `push` adds what is new and gives the new length. */
function indexOf(indexes: Map<string, number>, key: string, push: () => number): number {
  const known = indexes.get(key);
  if (known !== undefined) return known;
  const index = push() - 1;
  indexes.set(key, index);
  return index;
}
