// Kills every command that writes, at random moments, and looks at what is left: under a final name stands the old file or the
// whole new one, what was read is as it was, a register is whole, and after the next start nothing else is there and the register
// says what it says of a run that nobody disturbs. `npm run kills -- --times 200 --seed 1 --only "cases read,seal"`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeInputs } from './inputs.mjs';
import { faultsOfPayments, saysAgain, wholeLines } from './registers.mjs';
import { SCENARIOS } from './scenarios.mjs';

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
  },
});
const SIGNALS = ['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGHUP'];
const top = mkdtempSync(join(tmpdir(), 'relief-kills-'));
const [temporary, work] = ['temporary', 'work'].map((name) => join(top, name));
mkdirSync(temporary);

let state = Number(values.seed);
/** A number below 1 (mulberry32). */
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

const program = resolve('bin/relief.js');
function start({ args, typed = '' }) {
  const running = spawn(process.execPath, [program, ...args], {
    stdio: ['pipe', 'ignore', 'ignore'],
    cwd: work,
    env: { ...process.env, TMPDIR: temporary },
  });
  running.stdin.on('error', () => {}); // it was killed before it read all
  running.stdin.end(typed);
  return running;
}

/** All files below a folder and what is in them. */
function filesIn(at) {
  if (!existsSync(at)) return new Map();
  const entries = readdirSync(at, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path, readFileSync(path, 'latin1')];
    }),
  );
}

const isPassing = (name) => /(^|\/)\.?relief-[0-9a-f]{8}-/.test(name);
const left = () => [...readdirSync(temporary), ...readdirSync(work, { recursive: true })].filter(isPassing);
const registerOf = ({ grows }) =>
  grows !== undefined && existsSync(join(work, grows)) ? readFileSync(join(work, grows), 'utf8') : '';

function afresh({ ready }) {
  rmSync(work, { recursive: true, force: true });
  cpSync(ready, work, { recursive: true });
}

/** What a command reads, what it writes, what its register says then, and how long it takes. */
async function undisturbed(scenario, at) {
  rmSync(work, { recursive: true, force: true });
  writeInputs(work);
  for (const step of scenario.before ?? []) {
    if (typeof step === 'function') await step(work);
    else await once(start(step), 'exit');
  }
  const ready = join(top, `ready-${at}`);
  cpSync(work, ready, { recursive: true });
  const [inputs, before] = [filesIn(work), registerOf(scenario)];
  const begin = performance.now();
  const [code] = await once(start(scenario), 'exit');
  if (code > 1) throw new Error(`${scenario.args.join(' ')}: exit ${code}`);
  const milliseconds = performance.now() - begin;
  const [files, register] = [filesIn(join(work, 'out')), registerOf(scenario)];
  if (scenario.grows !== undefined && scenario.grows !== 'cases.csv' && register === before)
    throw new Error(`${scenario.args.join(' ')}: added nothing`);
  return { ...scenario, ready, inputs, before, files, register, milliseconds };
}

const counts = { kills: 0, ended: 0, old: 0, new: 0, absent: 0, leftByKill: 0, byCommand: {} };
const faults = [];

/** What a killed run has left under final names. */
function lookAtFiles({ args, files, inputs, grows, byChance = false }, said) {
  for (const [path, bytes] of filesIn(work)) {
    if (isPassing(path)) continue;
    const name = path.slice(work.length + 1);
    const read = inputs.get(path);
    if (read !== undefined) {
      if (bytes !== read && name !== grows) faults.push(`${said}: ${name}, which was read, is another`);
    } else if (name.startsWith('out/')) {
      // A summary and a page name what this run did, and when; a key is another each time.
      const isNew =
        bytes === files.get(path) ||
        (args.includes('--summary') && name === 'out/s.json' && bytes.endsWith('}\n')) ||
        (byChance && bytes.length === files.get(path)?.length);
      if (isNew) counts.new += 1;
      else if (bytes === 'old') counts.old += 1;
      else faults.push(`${said}: ${name} is neither the old nor the new file`);
    }
  }
  for (const path of files.keys()) if (!existsSync(path)) counts.absent += 1;
  for (const path of inputs.keys()) if (!existsSync(path)) faults.push(`${said}: ${path} is gone`);
}

async function killed(scenario) {
  const { args, files, milliseconds, keeps = false } = scenario;
  afresh(scenario);
  const hasOld = !keeps && random() < 0.5;
  if (hasOld) {
    for (const path of files.keys()) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, 'old');
    }
  }
  const signal = SIGNALS[Math.floor(random() * SIGNALS.length)];
  const running = start(scenario);
  const exit = once(running, 'exit');
  // More often near the end, where files are put in their places.
  const at = random() < 0.5 ? random() : 0.8 + random() * 0.4;
  await Promise.race([exit, new Promise((done) => setTimeout(done, at * milliseconds))]);
  running.kill(signal);
  const [, by] = await exit;
  const name =
    args
      .slice(0, 2)
      .filter((word) => /^[a-z]+$/.test(word))
      .join(' ') + (args.includes('--retry') ? ' --retry' : '');
  if (by === null) counts.ended += 1;
  else {
    counts.kills += 1;
    counts.byCommand[name] = (counts.byCommand[name] ?? 0) + 1;
  }
  const said = `${name} ${signal} after ${Math.round(at * milliseconds)} ms`;
  lookAtFiles(scenario, said);
  if (by !== 'SIGKILL' && left().length > 0) faults.push(`${said}: left ${left().join(', ')}`);
  if (left().length > 0) counts.leftByKill += 1;
  faults.push(...wholeLines(scenario.before, registerOf(scenario)).map((fault) => `${said}: ${fault}`));
  const [code] = await once(start(scenario), 'exit');
  if (code > 1 && !(scenario.byChance && existsSync(join(work, 'out/key'))))
    faults.push(`${said}: and then exit ${code}`);
  if (left().length > 0) faults.push(`${said}: after the next start there is ${left().join(', ')}`);
  faults.push(...saysAgain(scenario.register, registerOf(scenario)).map((fault) => `${said}: ${fault}`));
  if (scenario.grows === 'payments.csv')
    faults.push(...faultsOfPayments(program, work).map((fault) => `${said}: ${fault}`));
}

const only = values.only.split(',').filter(Boolean);
const asked = SCENARIOS.filter(
  ({ args }) => only.length === 0 || only.some((words) => args.join(' ').startsWith(words)),
);
const known = [];
for (const [at, scenario] of asked.entries()) known.push(await undisturbed(scenario, at));
for (let round = 0; counts.kills < Number(values.times); round += 1) await killed(known[round % known.length]);

rmSync(top, { recursive: true });
console.log(JSON.stringify({ ...counts, faults }, null, 2));
process.exitCode = faults.length > 0 ? 1 : 0;
