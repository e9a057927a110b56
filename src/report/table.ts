import { type Cell, type Column, type Level, type Row, text } from './sheet.ts';

/** A column with its cell in each kind of row; where it has none nothing stands. */
export interface TableColumn<Kinds> {
  readonly column: Column;
  readonly of: { readonly [Kind in keyof Kinds]?: (row: Kinds[Kind]) => Cell };
}

/** What makes columns for such rows. */
export const columnsOf =
  <Kinds>() =>
  (title: string, shape: Column['kind'] | Omit<Column, 'title'>, of: TableColumn<Kinds>['of']): TableColumn<Kinds> => ({
    column: { title, ...(typeof shape === 'string' ? { kind: shape } : shape) },
    of,
  });

/** Columns, and the rows that are made by them; `levels` says what each kind of row is. */
export class Table<Kinds extends object> {
  readonly #levels: Readonly<Record<keyof Kinds, Level>>;
  readonly #columns: readonly TableColumn<Kinds>[];

  constructor(levels: Readonly<Record<keyof Kinds, Level>>, columns: readonly TableColumn<Kinds>[]) {
    this.#levels = levels;
    this.#columns = columns;
  }

  get columns(): Column[] {
    return this.#columns.map(({ column }) => column);
  }

  row<Kind extends keyof Kinds>(kind: Kind, row: Kinds[Kind]): Row {
    return { level: this.#levels[kind], cells: this.#columns.map(({ of }) => of[kind]?.(row) ?? text('')) };
  }
}
