// Reading, normalising, checking and adding up lists, as ratios to what such work takes at least, measured in turn in one
// run; peak memory of each process. Lists are made first, by the seeded generator, in a temporary folder (about 1 GB).
// Usage: node test/bench/lists.mjs [ROUNDS] [10m]   (10m: ten million rows as well, 2 GB and some minutes more)
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const rounds = Number(process.argv[2] ?? 3);
const folder = mkdtempSync(join(tmpdir(), 'relief-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const PEAK = `data:text/javascript,${encodeURIComponent(
  "import { writeSync } from 'node:fs'; process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));",
)}`;

/** Seconds, and MB at the peak. Exit 1 only says that there are findings. */
function run(args) {
  const start = process.hrtime.bigint();
  const { status, output } = spawnSync(process.execPath, ['--import', PEAK, ...args], {
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0 && status !== 1) throw new Error(`node ${args.join(' ')}: exit ${status}`);
  return { seconds: Number(process.hrtime.bigint() - start) / 1e9, peak: Number(output[3]) / 1024 };
}

function sample(rows, format, ...more) {
  const out = join(folder, `${rows}-${format}`);
  const args = [
    'run',
    '--silent',
    'sample',
    '--',
    '--rows',
    String(rows),
    '--regular',
    '--format',
    format,
    '--out',
    out,
    ...more,
  ];
  const { status } = spawnSync('npm', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ${args.join(' ')}: exit ${status}`);
  return join(out, format === 'xlsx' ? 'recipients.xlsx' : 'recipients.csv');
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
const check = (file) => ['bin/relief.js', 'check', file];

/** Both in turn, round by round: the ratio is that of one round, which the machine's mood touches least. */
function compare(name, work, yardstick, { reach, memory }) {
  const pairs = Array.from({ length: rounds }, () => [run(work), run(yardstick)]);
  const ratio = median(pairs.map(([a, b]) => a.seconds / b.seconds));
  const peak = Math.max(...pairs.map(([a]) => a.peak));
  const seconds = pairs.map(([a, b]) => `${a.seconds.toFixed(1)}/${b.seconds.toFixed(1)}`).join(' ');
  const over = ratio > reach || peak > (memory ?? Number.POSITIVE_INFINITY);
  console.log(
    `${name.padEnd(44)} ${ratio.toFixed(2)} × (≤ ${reach})  peak ${peak.toFixed(0)} MB  s ${seconds}${over ? '  OVER' : ''}`,
  );
}

const million = sample(1_000_000, 'csv');
compare('1M rows, read to totals, against plain DuckDB', check(million), ['test/bench/plain-duckdb.mjs', million], {
  reach: 2,
  memory: 1229,
});
const gbk = sample(1_000_000, 'gbk');
compare('1M rows, GB18030 against UTF-8', check(gbk), check(million), { reach: 1.6 });
const workbook = sample(200_000, 'xlsx');
compare('200k rows of xlsx, against bare exceljs', check(workbook), ['test/bench/bare-exceljs.mjs', workbook], {
  reach: 1.5,
});
if (process.argv[3] === '10m') {
  const ten = sample(10_000_000, 'csv');
  compare('10M rows, against 1M', check(ten), check(million), { reach: 11, memory: 6144 });
}
