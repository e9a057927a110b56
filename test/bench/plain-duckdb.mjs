// The least that any DuckDB program on a list must do, as a yardstick: read every column as text into a table, total it by
// department, count distinct people, and group by ID number. No checks, no normalising, no output.
// Usage: node plain-duckdb.mjs LIST.csv (columns 部门, 身份证号, 金额)
import { DuckDBInstance } from '@duckdb/node-api';

const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
await connection.run(`create table p as select * from read_csv('${process.argv[2]}', all_varchar=true, header=true)`);
await connection.runAndReadAll(
  'select 部门, count(*), count(distinct 身份证号), sum(金额::decimal(18, 2)) from p group by 1',
);
await connection.runAndReadAll('select 身份证号, count(*) from p group by 1 having count(*) > 1');
