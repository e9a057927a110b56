// `relief dedupe` (certain identity and all rules) on lists where every fifth row is a further payout to somebody already on
// the list and 2 % have faults: against plain DuckDB, and against what people write instead, which only flag exact duplicate
// ID numbers: a csv-parse script and, where a Python with pandas is found ($PYTHON, else python3), a pandas script.
// Usage: node test/bench/dedupe.mjs [ROUNDS] [10m]   (10m: ten million rows as well, 2 GB and some minutes more)
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { compare, node, sample } from './measure.mjs';

const rounds = Number(process.argv[2] ?? 3);
const dedupe = (file) => node('bin/relief.js', 'dedupe', file);
const plain = (file) => node('test/bench/plain-duckdb.mjs', file);
const map = (file) => node('test/bench/map-duplicates.mjs', file);
const python = process.env.PYTHON ?? 'python3';
const pandas = (file) => ({ command: python, args: ['test/bench/pandas-duplicates.py', file] });
const hasPandas = spawnSync(python, ['-c', 'import pandas'], { stdio: 'ignore' }).status === 0;
if (!hasPandas) console.log(`no pandas under ${python}: its rows are left out`);

const hundred = sample(100_000, 'csv');
const million = sample(1_000_000, 'csv');
for (const [name, file] of [
  ['100k rows', hundred],
  ['1M rows', million],
]) {
  const reach = file === million ? 2.5 : Number.POSITIVE_INFINITY;
  compare(rounds, `${name}, against plain DuckDB`, dedupe(file), plain(file), { reach, memory: 1536 });
  compare(rounds, `${name}, against csv-parse and a Map`, dedupe(file), map(file), { reach: 1 });
  if (hasPandas) compare(rounds, `${name}, against pandas`, dedupe(file), pandas(file), { reach: 1 });
}
// A campaign's overview reads the same rows, and asks less of them.
const campaign = join(dirname(million), 'campaign.yaml');
for (const command of ['budget', 'status']) {
  const overview = node('bin/relief.js', command, campaign);
  compare(rounds, `${command} of 1M listed rows, against dedupe`, overview, dedupe(campaign), { reach: 1.1 });
}
if (process.argv[3] === '10m') {
  const ten = sample(10_000_000, 'csv');
  compare(rounds, '10M rows, against 1M', dedupe(ten), dedupe(million), { reach: 11, memory: 6144 });
}
