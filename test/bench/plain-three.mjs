// The least that any DuckDB program on payouts, bank returns and a roster must do, as a yardstick: read every column of the
// three as text into tables, and join them by ID number. No checks, no normalising, no output.
// Usage: node plain-three.mjs LIST.csv RETURN.csv ROSTER.csv (column 身份证号 in each)
import { DuckDBInstance } from '@duckdb/node-api';

const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
for (const [table, file] of [
  ['p', process.argv[2]],
  ['b', process.argv[3]],
  ['r', process.argv[4]],
]) {
  await connection.run(`create table ${table} as select * from read_csv('${file}', all_varchar=true, header=true)`);
}
await connection.runAndReadAll('select count(*), sum(b.金额::decimal(18, 2)) from p join b using (身份证号)');
await connection.runAndReadAll(
  'select count(*) from r where 身份证号 not in (select 身份证号 from p where 身份证号 is not null)',
);
