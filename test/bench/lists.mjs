// Reading, normalising, checking and adding up lists, as ratios to what such work takes at least, measured in turn in one
// run; peak memory of each process. Lists are made first (about 1 GB).
// Usage: node test/bench/lists.mjs [ROUNDS] [10m]   (10m: ten million rows as well, 2 GB and some minutes more)
import { compare, node, sample } from './measure.mjs';

const rounds = Number(process.argv[2] ?? 3);
const check = (file) => node('bin/relief.js', 'check', file);
const plain = (file) => node('test/bench/plain-duckdb.mjs', file);

const million = sample(1_000_000, 'csv');
compare(rounds, '1M rows, read to totals, against plain DuckDB', check(million), plain(million), {
  reach: 2,
  memory: 1229,
});
const gbk = sample(1_000_000, 'gbk');
compare(rounds, '1M rows, GB18030 against UTF-8', check(gbk), check(million), { reach: 1.6 });
const workbook = sample(200_000, 'xlsx');
compare(
  rounds,
  '200k rows of xlsx, against bare exceljs',
  check(workbook),
  node('test/bench/bare-exceljs.mjs', workbook),
  {
    reach: 1.5,
  },
);
if (process.argv[3] === '10m') {
  const ten = sample(10_000_000, 'csv');
  compare(rounds, '10M rows, against 1M', check(ten), check(million), { reach: 11, memory: 6144 });
}
