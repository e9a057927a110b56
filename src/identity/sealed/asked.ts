import type { Database, Value } from '../../engine/database.ts';

let asked = 0;

/**
 * What a query gives of values that it finds in a table of its own: who is who is asked for in several ways at once, and no two may
 * have one table.
 */
export async function whileAsked<T>(
  database: Database,
  columns: string,
  values: Iterable<readonly Value[]>,
  query: (table: string) => Promise<T>,
): Promise<T> {
  asked += 1;
  const table = `asked_${asked}`;
  await database.run(`create temp table ${table} (${columns})`);
  await database.append(table, values);
  try {
    return await query(table);
  } finally {
    await database.run(`drop table ${table}`);
  }
}

export function* each<T extends Value>(values: Iterable<T>): Generator<[T]> {
  for (const value of new Set(values)) yield [value];
}
