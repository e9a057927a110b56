// The program as users run it, and what it takes.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

/** Has a Node process write its processor seconds and its peak memory in MB to the fourth channel. */
const USAGE = `data:text/javascript,${encodeURIComponent(
  `import { writeSync } from 'node:fs';
   process.on('exit', () => {
     const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
     writeSync(3, JSON.stringify({ seconds: (userCPUTime + systemCPUTime) / 1e6, peak: maxRSS / 1024 }));
   });`,
)}`;

function run(program, args) {
  const { status, output } = spawnSync(process.execPath, ['--import', USAGE, program, ...args], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { status, complaint: output[2].trim(), ...(output[3] && JSON.parse(output[3])) };
}

/** Whether the program can say of pairs how probable they are. */
export function knowsPairs(program) {
  const { stdout } = spawnSync(process.execPath, [program, 'dedupe', '--help'], { encoding: 'utf8' });
  return stdout.includes('--pairs');
}

/** Files with who is who, and the pairs that were asked about where the program tells them; else what it complained of. */
export function dedupe(program, folder, args, withPairs) {
  const identities = join(folder, 'identities.csv');
  const pairs = withPairs ? join(folder, 'pairs.csv') : undefined;
  for (const file of [identities, pairs]) if (file) rmSync(file, { force: true });
  const asked = ['--identities', identities, ...(pairs ? ['--pairs', pairs] : [])];
  const { status, complaint, seconds, peak } = run(program, [
    'dedupe',
    ...args,
    ...asked,
    '--fail-on',
    'never',
    '--quiet',
  ]);
  return status === 0 ? { identities, pairs, seconds, peak } : { complaint: complaint || `exit ${status}` };
}
