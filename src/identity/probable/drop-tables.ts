import type { Database } from '../../engine/database.ts';

/** Drops tables that nothing asks any more: of a million rows each takes tens or hundreds of MB beside what is made next. */
export async function dropTables(database: Database, ...tables: readonly string[]): Promise<void> {
  for (const table of tables) await database.run(`drop table if exists ${table}`);
}
