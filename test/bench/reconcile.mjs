// `relief reconcile` (payouts and bank returns) and `relief cover` (payouts and a roster) against a plain DuckDB script that
// only loads all three and joins them by ID number. The returns and the roster are made from the list: one in a hundred
// failed, every fourth person of the first is on the roster.
// Usage: node test/bench/reconcile.mjs [ROUNDS] [ROWS]
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { compare, node, sample } from './measure.mjs';

const rounds = Number(process.argv[2] ?? 3);
const rows = Number(process.argv[3] ?? 1_000_000);
const list = sample(rows, 'csv');
const [bank, roster] = ['bank.csv', 'roster.csv'].map((name) => join(dirname(list), name));
const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
await connection.run(
  `create table p as select *, row_number() over () as n from read_csv('${list}', all_varchar=true, header=true)`,
);
await connection.run(`copy (select n as 序号, 身份证号, 银行账号 as 账号, 姓名 as 户名, 金额, case when n % 100 = 0 then '失败' else '成功' end as 交易结果,
  case when n % 100 = 0 then '账户冻结' end as 失败原因, '20260120' || lpad(n::varchar, 8, '0') as 流水号 from p order by n) to '${bank}' (header true)`);
await connection.run(
  `copy (select 姓名, 身份证号, 街道, 居委会, 项目 as 对象类别 from p where n % 10 < 3 order by n) to '${roster}' (header true)`,
);
connection.closeSync();
instance.closeSync();

const plain = node('test/bench/plain-three.mjs', list, bank, roster);
const limits = { reach: 3, memory: 2048 };
const name = `${rows / 1e6}M payouts`;
compare(
  rounds,
  `${name} × returns, reconcile`,
  node('bin/relief.js', 'reconcile', list, '--returns', bank),
  plain,
  limits,
);
compare(rounds, `${name} × a roster, cover`, node('bin/relief.js', 'cover', list, '--roster', roster), plain, limits);
