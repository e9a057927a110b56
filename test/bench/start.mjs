// Whole-process times as ratios to an empty Node process, measured in turn in one run: machines differ and are shared, so
// only the ratios mean something. Usage: node test/bench/start.mjs [ROUNDS]
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';

const rounds = Number(process.argv[2] ?? 31);
const COMMANDS = [
  { name: 'node, empty', args: ['-e', '0'] },
  { name: 'relief --version', args: ['bin/relief.js', '--version'] },
  { name: 'relief budget putuo-2017', args: ['bin/relief.js', 'budget', 'campaigns/putuo-2017.yaml'], reach: 2.5 },
];

function milliseconds(args) {
  const start = process.hrtime.bigint();
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
  if (status !== 0) throw new Error(`node ${args.join(' ')}: exit ${status}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
}

for (const { args } of COMMANDS) milliseconds(args); // once for the disk
const times = COMMANDS.map(() => []);
for (let round = 0; round < rounds; round += 1) {
  for (const [index, { args }] of COMMANDS.entries()) times[index].push(milliseconds(args));
}
console.log(`${rounds} rounds, node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`);
for (const [index, { name, reach }] of COMMANDS.entries()) {
  const ratio = median(times[index].map((time, round) => time / times[0][round]));
  const spread = [Math.min(...times[index]), median(times[index]), Math.max(...times[index])].map((time) =>
    time.toFixed(0),
  );
  const verdict = reach === undefined ? '' : ratio <= reach ? `  within ${reach}` : `  OVER ${reach}`;
  console.log(`${name.padEnd(26)} ${ratio.toFixed(2)} ×  (${spread.join(' / ')} ms least / median / most)${verdict}`);
}
