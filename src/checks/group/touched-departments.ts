import type { Row } from '../../engine/database.ts';
import type { Lists } from '../../engine/lists.ts';
import type { RanQuery } from './found-groups.ts';
import { rowsOfGroups } from './store-groups.ts';

/** Whose the table is that stands in a database: of several that ask there in turn, each makes it anew. */
const holder = new WeakMap<Lists['database'], TouchedDepartments>();

/** Which departments (indexes) have rows in which findings: looked up once, when it is first asked for. */
export class TouchedDepartments {
  readonly #lists: Lists;
  readonly #ran: readonly RanQuery[];
  #made: Promise<void> | null = null;

  constructor(lists: Lists, ran: readonly RanQuery[]) {
    this.#lists = lists;
    this.#ran = ran;
  }

  async all(): Promise<ReadonlySet<number>> {
    await this.#make();
    const rows = await this.#lists.database.all<Row & { department: number }>(
      'select distinct department from touched_department',
    );
    return new Set(rows.map(({ department }) => department));
  }

  /** SQL: the findings `f` that have a row of this department. */
  async having(department: number): Promise<string> {
    await this.#make();
    return `f.rowid in (select finding from touched_department where department = ${department})`;
  }

  #make(): Promise<void> {
    const { database } = this.#lists;
    if (holder.get(database) !== this) this.#made = null;
    holder.set(database, this);
    this.#made ??= database.run(`create or replace temp table touched_department as
      select distinct g.finding, p.department from (${rowsOfGroups(this.#ran, 'select *, rowid as finding from found_group')}) g
      join any_row p on p.list = g.list and p.row = g.row`);
    return this.#made;
  }
}
