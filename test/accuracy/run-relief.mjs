// The program as users run it, and what it takes.
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readSync, rmSync } from 'node:fs';
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

/** What the program can say: of pairs how probable they are, and who is who by what is certain alone. */
export function abilities(program) {
  const { stdout } = spawnSync(process.execPath, [program, 'dedupe', '--help'], { encoding: 'utf8' });
  return { pairs: /^ +--pairs /m.test(stdout), certain: /^ +--certain /m.test(stdout) };
}

/** Files with who is who and, where the program tells them, the pairs that it asks about; else what it complained of. */
export function dedupe(program, folder, args, can) {
  const identities = join(folder, 'identities.csv');
  const pairs = can.pairs ? join(folder, 'pairs.csv') : undefined;
  const { complaint, ...usage } = answered(program, args, { '--identities': identities, '--pairs': pairs });
  if (complaint) return { complaint };
  const isTold = columnsOf(identities).includes('certain');
  const certain = can.certain && !isTold ? join(folder, 'certain.csv') : undefined;
  if (certain) answered(program, [...args, '--certain'], { '--identities': certain });
  return { identities, certain, pairs, ...usage };
}

function columnsOf(path) {
  const file = openSync(path);
  const head = Buffer.alloc(1024);
  const length = readSync(file, head);
  closeSync(file);
  const [titles = ''] = head.toString('utf8', 0, length).split(/\r?\n/);
  return titles.split(',');
}

function answered(program, args, files) {
  const asked = Object.entries(files).filter(([, file]) => file);
  for (const [, file] of asked) rmSync(file, { force: true });
  const { status, complaint, ...usage } = run(program, [
    'dedupe',
    ...args,
    ...asked.flat(),
    '--fail-on',
    'never',
    '--quiet',
  ]);
  return status === 0 ? usage : { complaint: complaint || `exit ${status}` };
}
