// What the benches of lists share: lists made by the seeded generator in a temporary folder, and two programs run in turn.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'relief-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** A folder in it, for what a bench makes itself. */
export function scratch(name) {
  const path = join(folder, name);
  mkdirSync(path);
  return path;
}

/** Has a Node process write what it took to the fourth channel: microseconds of the processor, and KB at the peak. */
const COST = `data:text/javascript,${encodeURIComponent(
  "import { writeSync } from 'node:fs'; process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage(); writeSync(3, JSON.stringify([userCPUTime + systemCPUTime, maxRSS])); });",
)}`;

/** Seconds on the clock and, of a Node program, seconds of the processor and MB at the peak. Exit 1 only says that there are findings. */
export function run({ command = process.execPath, args }) {
  const start = process.hrtime.bigint();
  const isNode = command === process.execPath;
  const { status, output } = spawnSync(command, isNode ? ['--import', COST, ...args] : args, {
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0 && status !== 1) throw new Error(`${command} ${args.join(' ')}: exit ${status}`);
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const [microseconds, kilobytes] = isNode ? JSON.parse(output[3]) : [Number.NaN, Number.NaN];
  return { seconds, processor: microseconds / 1e6, peak: kilobytes / 1024 };
}

/** A program of Node's. */
export const node = (...args) => ({ args });

/** A list of so many rows, of which nothing is wrong that a plain CSV reader could not take. */
export function sample(rows, format) {
  const out = join(folder, `${rows}-${format}`);
  const own = ['--rows', String(rows), '--regular', '--format', format, '--out', out];
  const args = ['run', '--silent', 'sample', '--', ...own];
  const { status } = spawnSync('npm', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ${args.join(' ')}: exit ${status}`);
  return join(out, format === 'xlsx' ? 'recipients.xlsx' : 'recipients.csv');
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

/** Both in turn, round by round: the ratio is that of one round, which the machine's mood touches least. */
export function compare(rounds, name, work, yardstick, limits) {
  report(
    name,
    Array.from({ length: rounds }, () => [run(work), run(yardstick)]),
    limits,
  );
}

/**
 * Says what pairs of runs (of the work, and of the yardstick) come to: the ratio on the clock, which others on the machine touch, and,
 * where both were taken, that of processor time.
 */
export function report(name, pairs, { reach, memory = Number.POSITIVE_INFINITY }) {
  const ratio = median(pairs.map(([a, b]) => a.seconds / b.seconds));
  const ofProcessor = median(pairs.map(([a, b]) => a.processor / b.processor));
  const peak = Math.max(...pairs.map(([a]) => a.peak));
  const seconds = pairs.map(([a, b]) => `${a.seconds.toFixed(1)}/${b.seconds.toFixed(1)}`).join(' ');
  const processor = Number.isNaN(ofProcessor) ? '' : `, of processor time ${ofProcessor.toFixed(2)} ×`;
  const over = ratio > reach || peak > memory ? '  OVER' : '';
  const head = `${name.padEnd(44)} ${ratio.toFixed(2)} × (≤ ${reach})${processor}`;
  console.log(`${head}  peak ${peak.toFixed(0)} MB  s ${seconds}${over}`);
}
