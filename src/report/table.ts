import { type Cell, type Column, type Level, type Row, type Sheet, type Style, text } from './sheet.ts';

/** What a column has in a row; words alone are plain text. */
type CellOf<T> = (row: T) => Cell | string;

type Shape = Column['kind'] | Omit<Column, 'title'>;

/** A column with its cell in each kind of row; where it has none nothing stands. */
export interface TableColumn<Kinds> {
  readonly column: Column;
  readonly of: { readonly [Kind in keyof Kinds]?: CellOf<Kinds[Kind]> };
}

/** What makes columns for such rows. */
export const columnsOf =
  <Kinds>() =>
  (title: string, shape: Shape, of: TableColumn<Kinds>['of']): TableColumn<Kinds> => ({
    column: columnOf(title, shape),
    of,
  });

const columnOf = (title: string, shape: Shape): Column =>
  typeof shape === 'string' ? { title, kind: shape } : { title, ...shape };

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
    return { level: this.#levels[kind], cells: this.#columns.map(({ of }) => cellOf(of[kind]?.(row) ?? '')) };
  }
}

const cellOf = (cell: Cell | string): Cell => (typeof cell === 'string' ? text(cell) : cell);

/** A column with its cell in the one kind of row that there is. */
export type ItemColumn<T> = readonly [title: string, shape: Shape, cell: CellOf<T>];

interface ItemRows<T> {
  readonly level?: (item: T) => Level;
  /** What items have in common that stand below one heading. */
  readonly under?: { readonly key: (item: T) => unknown; readonly heading: (item: T) => string };
}

/** Columns, each with its cell, and a row for each item. */
export function tableOf<T>(
  items: readonly T[],
  columns: readonly ItemColumn<T>[],
  { level = () => 'item', under }: ItemRows<T> = {},
): Pick<Sheet, 'columns' | 'rows'> {
  const rows = items.flatMap((item, at): Row[] => {
    const before = items[at - 1];
    const isFirst = under && (at === 0 || under.key(before as T) !== under.key(item));
    return [
      ...(isFirst ? [band(columns.length, under.heading(item))] : []),
      { level: level(item), cells: columns.map(([, , cell]) => cellOf(cell(item))) },
    ];
  });
  return { columns: columns.map(([title, shape]) => columnOf(title, shape)), rows };
}

/** A heading over the rows below it, which have so many columns. */
export function band(columns: number, words: string, style: Style = 'strong'): Row {
  return {
    level: 'band',
    cells: Array.from({ length: columns }, (_, at) => (at === 0 ? text(words, style) : text(''))),
  };
}
