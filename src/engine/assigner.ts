import type { Campaign } from '../domain/campaign/campaign.ts';
import { assign } from '../domain/row/assignment.ts';
import { isDitto } from '../domain/row/list-ditto.ts';
import { asideReason } from '../domain/row/list-row.ts';
import { sampledCells } from '../read/list/body-records.ts';
import type { ListHead } from '../read/list/list-head.ts';
import type { ListSource, PromisedBody } from '../read/list/list-source.ts';
import type { AssignedTo, Assignments, RowAssigner, WordAssigner } from './assignments.ts';
import type { Database } from './database.ts';
import type { PlainRows } from './plain-rows.ts';
import { columnOf, ownCells, rolesOf, titlesOf } from './row-roles.ts';

/** Stands for an index that is not known in a list that is looked up; null would be looked up more slowly. */
const UNASSIGNED = -1;

/** Of so many departments and so many measures SQL knows the assignment: no campaign has more. */
const MOST_WORDS = 64;

/**
 * Departments and measures are few, so each pair of words is resolved once: the pairs of a sample beforehand, which SQL then
 * finds by the words' numbers in enumerations, any other when its row comes.
 */
export async function assignerOf(
  database: Database,
  { input, head }: ListSource,
  body: PromisedBody,
  campaign: Campaign | null,
  assignments: Assignments,
): Promise<RowAssigner> {
  const { of, hasDitto } = assignerByWords({ input, head }, campaign, assignments);
  const [department, measure] = (['department', 'measure'] as const).map((field) => {
    const index = head.columns.find((column) => column.field === field)?.index;
    return new Words(field, index);
  }) as [Words, Words];
  const grid: (AssignedTo | undefined)[] = [];
  const pairs = new Map<string, readonly [string, string]>();
  if (department.index === undefined && measure.index === undefined) pairs.set('', ['', '']);
  else {
    for (const cells of sampledCells(body)) {
      const pair = [department.in(cells), measure.in(cells)] as const;
      const key = keyOf(...pair);
      if (pairs.has(key) || !isPayout(cells, head)) continue;
      if (department.take(pair[0]) && measure.take(pair[1])) pairs.set(key, pair);
    }
  }
  const width = measure.size + 1;
  for (const pair of pairs.values()) grid[department.number(pair[0]) * width + measure.number(pair[1])] = of(...pair);
  await department.enumerate(database);
  await measure.enumerate(database);
  const list = (at: 0 | 1) =>
    `[${Array.from({ length: (department.size + 1) * width }, (_, index) => grid[index]?.[at] ?? UNASSIGNED)}]::integer[]`;
  return {
    of,
    hasDitto,
    parts: [
      { assigned: `${department.sql} * ${width} + ${measure.sql} + 1` },
      {
        assigned_department: `nullif((${list(0)})[assigned], ${UNASSIGNED})`,
        assigned_measure: `nullif((${list(1)})[assigned], ${UNASSIGNED})`,
      },
      {
        said_department: department.saidWhere('assigned_measure is null'),
        said_measure: measure.saidWhere('assigned_measure is null'),
      },
    ],
  };
}

/** The same of a list that SQL does not read. Each pair of words is resolved once. */
export function assignerByWords(
  { input, head }: Pick<ListSource, 'input' | 'head'>,
  campaign: Campaign | null,
  assignments: Assignments,
): WordAssigner {
  const known = new Map<string, AssignedTo>();
  const said = (field: 'department' | 'measure') =>
    input[field] ?? (columnOf(head, field) === undefined ? input[`${field}Else`] : undefined);
  const [ofDepartment, ofMeasure] = [said('department'), said('measure')];
  let hasDitto = false;
  const of = (department: string, measure: string): AssignedTo => {
    const pair = keyOf(department, measure);
    hasDitto ||= isDitto(department) || isDitto(measure);
    const assigned =
      known.get(pair) ?? assignments.add(assign(ofDepartment ?? department, ofMeasure ?? measure, campaign));
    known.set(pair, assigned);
    return assigned;
  };
  return { of, hasDitto: () => hasDitto };
}

/** Assigns the plain rows whose words were in no sample. */
export async function assignOthers(
  database: Database,
  { table, isBody }: PlainRows,
  { of }: RowAssigner,
): Promise<void> {
  const unassigned = `not odd and ${isBody} and p.measure is null`;
  const pairs = await database.all<{ department: string; measure: string }>(
    `select distinct said_department as department, said_measure as measure from ${table} p where ${unassigned}`,
  );
  if (pairs.length === 0) return;
  await database.run(
    'create or replace temp table other_assignment (said_department varchar, said_measure varchar, department integer, measure integer)',
  );
  await database.append(
    'other_assignment',
    pairs.map(({ department, measure }) => [department, measure, ...of(department, measure)]),
  );
  await database.run(`update ${table} as p set department = other.department, measure = other.measure from other_assignment other
    where ${unassigned} and p.said_department = other.said_department and p.said_measure = other.said_measure`);
  await database.run('drop table other_assignment');
}

/** Different for every pair of words, whatever is in them. */
const keyOf = (department: string, measure: string) => `${department.length} ${department}${measure}`;

/** Only payouts belong anywhere: the words of a header or a total name nothing. */
function isPayout(cells: readonly string[], head: ListHead): boolean {
  return asideReason(ownCells(head)(cells), rolesOf(head), titlesOf(head)) === null;
}

/** The words of one column, numbered as they come; the blank has the number after the last. */
class Words {
  readonly index: number | undefined;
  readonly #field: 'department' | 'measure';
  readonly #numbers = new Map<string, number>();

  constructor(field: 'department' | 'measure', index: number | undefined) {
    this.#field = field;
    this.index = index;
  }

  get size(): number {
    return this.#numbers.size;
  }

  in(cells: readonly string[]): string {
    return this.index === undefined ? '' : (cells[this.index] ?? '');
  }

  /** False for a word that is one too many. */
  take(word: string): boolean {
    if (word === '' || this.#numbers.has(word)) return true;
    if (this.size === MOST_WORDS) return false;
    this.#numbers.set(word, this.size);
    return true;
  }

  number(word: string): number {
    return word === '' ? this.size : (this.#numbers.get(word) ?? this.size);
  }

  /** Makes the enumeration that `sql` asks, in place of one for a list before. */
  async enumerate(database: Database): Promise<void> {
    await database.run(`drop type if exists ${this.#field}_word`);
    if (this.size === 0) return;
    await database.run(`create or replace temp table ${this.#field}_words (number integer, word varchar)`);
    await database.append(
      `${this.#field}_words`,
      [...this.#numbers].map(([word, number]) => [number, word]),
    );
    await database.run(
      `create type ${this.#field}_word as enum (select word from ${this.#field}_words order by number)`,
    );
  }

  /** SQL: a row's word, where something holds; else null. */
  saidWhere(condition: string): string {
    return `case when ${condition} then ${this.index === undefined ? "''" : `coalesce(${this.#field}, '')`} end`;
  }

  /** SQL: the number of a row's word, null for one that is not known. */
  get sql(): string {
    if (this.index === undefined) return String(this.size);
    const number = this.size === 0 ? 'null' : `enum_code(try_cast(${this.#field} as ${this.#field}_word))::integer`;
    return `case when ${this.#field} is null then ${this.size} else ${number} end`;
  }
}
