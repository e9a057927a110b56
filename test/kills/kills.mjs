// Kills every command that writes, at random moments, and looks at what is left: under a final name stands the old file or the
// whole new one, and after the next start nothing else. `npm run kills -- --times 200 --seed 1`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { times: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
});
const SIGNALS = ['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGHUP'];
const top = mkdtempSync(join(tmpdir(), 'relief-kills-'));
const temporary = join(top, 'temporary');
mkdirSync(temporary);

let state = Number(values.seed);
/** A number below 1 (mulberry32). */
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

/** Somebody's valid number under area 990000, where nobody is registered (GB 11643). */
function numberOf(serial) {
  const first = `99000019${String(30 + (serial % 60))}0101${String(serial % 1000).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return first + '10X98765432'[weights.reduce((sum, weight, at) => sum + weight * Number(first[at]), 0) % 11];
}

const rowsOf = (count, row) => Array.from({ length: count }, (_, at) => `${row(at)}\n`).join('');
const payout = (at) => `王${'伟芳娜敏静'[at % 5]},${numberOf(at % 250)},民政局,春节慰问,${at % 9 === 0 ? '待定' : 500}`;
/** Writes what the commands read. */
const input = (name, text) => {
  writeFileSync(join(top, name), text);
  return join(top, name);
};
input('list.csv', `姓名,身份证号,部门,项目,金额\n${rowsOf(300, payout)}`);
input('roster.csv', `姓名,身份证号,居委\n${rowsOf(300, (at) => `王芳,${numberOf(at)},第${at % 4}居委`)}`);
input('bank.csv', `姓名,身份证号,金额,交易结果\n${rowsOf(200, (at) => `王芳,${numberOf(at)},500,成功`)}`);
const campaign = input(
  'campaign.yaml',
  `relief: 1
id: kills
title: 春节慰问
departments: [{name: 民政局, measures: [{id: a, name: 春节慰问, form: cash, standard: 500元/人}]}]
lists: [{file: list.csv}]
rosters: [{file: roster.csv, id: r, name: 低保}]
returns: [{file: bank.csv}]
`,
);
/** A bank card with its check digit (Luhn). */
function account(at) {
  const digits = `622848${1_000_000_000 + at}`;
  const sum = [...digits].reverse().reduce((all, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return all + (value > 9 ? value - 9 : value);
  }, 0);
  return digits + ((10 - (sum % 10)) % 10);
}
input(
  'pay.csv',
  `姓名,身份证号,部门,项目,金额,开户行,银行账号\n${rowsOf(200, (at) => `王芳,${numberOf(at)},民政局,春节慰问,500,农业银行,${account(at)}`)}`,
);
const paid = input(
  'pay.yaml',
  `relief: 1
id: pays
title: 春节慰问
departments: [{name: 民政局, measures: [{id: a, name: 春节慰问, form: cash, standard: 500元/人}]}]
lists: [{file: pay.csv}]
`,
);
const notice = input('notice.txt', '春节慰问\n\n区民政局对低保家庭每户发放慰问金500元，共120户，计6万元。\n');
const plans = ['putuo-2008', 'putuo-2017', 'ganquan-2024'].map((id) => `campaigns/${id}.yaml`);
const out = (...names) => names.map((name) => join(top, 'out', name));
const [file, folder, clean, removed, held, who, pairs, summary] = out(
  'o',
  'f/',
  'c',
  'r',
  'h',
  'who',
  'pairs',
  's.json',
);
const COMMANDS = [
  ['budget', campaign, '-f', 'xlsx', '-o', file],
  ['budget', ...plans, '-o', folder, '--summary', summary],
  ['check', campaign, '-f', 'csv', '-o', file],
  ['dedupe', campaign, '-f', 'xlsx', '-o', file, '--identities', who, '--pairs', pairs],
  ['dedupe', campaign, '--clean', clean, '--removed', removed, '--strict', '--held', held, '-f', 'csv', '-o', file],
  ['cover', campaign, '-f', 'csv', '-o', folder],
  ['reconcile', campaign, '-f', 'xlsx', '-o', file],
  ['export', campaign, '-f', 'xlsx', '-o', file],
  ['export', ...plans, '-o', folder, '--all-or-nothing'],
  ['report', campaign, '-o', file],
  ['status', campaign, '-f', 'json', '-o', file],
  ['compare', ...plans.slice(0, 2), '-f', 'xlsx', '-o', file],
  ['schema', '-o', file],
  ['init', join(top, 'out')],
  ['run', campaign, '-o', folder],
  ['cases', 'send', campaign, '-o', folder],
  ['forms', campaign, '-o', folder],
  ['pay', paid, '-o', folder],
  ['publish', campaign, '-o', folder],
  ['draft', notice, '-o', file],
];
/** What grows beside a campaign from run to run: the register, and the ledger of payments. */
const GROWS = ['cases.csv', 'payments.csv'].map((name) => join(top, name));
/** Keeps what stands in its folder and is not of its own making. */
const KEEPS = ['init', 'run', 'pay'];

function afresh() {
  rmSync(join(top, 'out'), { recursive: true, force: true });
  for (const path of GROWS) rmSync(path, { force: true });
}

const start = (args) =>
  spawn(process.execPath, ['bin/relief.js', ...args], { stdio: 'ignore', env: { ...process.env, TMPDIR: temporary } });

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
const left = () => [...readdirSync(temporary), ...readdirSync(top, { recursive: true })].filter(isPassing);

/** What a command writes, and how long it takes. */
async function undisturbed(args) {
  afresh();
  const begin = performance.now();
  await once(start(args), 'exit');
  return { args, files: filesIn(join(top, 'out')), milliseconds: performance.now() - begin };
}

const counts = { kills: 0, ended: 0, old: 0, new: 0, absent: 0, leftByKill: 0 };
const faults = [];
const known = [];
for (const args of COMMANDS) known.push(await undisturbed(args));

for (let round = 0; counts.kills < Number(values.times); round += 1) {
  const { args, files, milliseconds } = known[round % known.length];
  afresh();
  const hasOld = !KEEPS.includes(args[0]) && random() < 0.5;
  if (hasOld) {
    for (const path of files.keys()) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, 'old');
    }
  }
  const signal = SIGNALS[Math.floor(random() * SIGNALS.length)];
  const running = start(args);
  const exit = once(running, 'exit');
  // More often near the end, where files are put in their places.
  const at = random() < 0.5 ? random() : 0.8 + random() * 0.4;
  await Promise.race([exit, new Promise((resolve) => setTimeout(resolve, at * milliseconds))]);
  running.kill(signal);
  const [, by] = await exit;
  if (by === null) counts.ended += 1;
  else counts.kills += 1;
  const said = `${args[0]} ${signal} after ${Math.round(at * milliseconds)} ms`;
  for (const [path, bytes] of filesIn(join(top, 'out'))) {
    if (isPassing(path)) continue;
    // A summary and a page name what this run did, and when.
    const isNew = bytes === files.get(path) || (path === summary && bytes.endsWith('}\n'));
    if (isNew) counts.new += 1;
    else if (bytes === 'old') counts.old += 1;
    else faults.push(`${said}: ${path} is neither the old nor the new file`);
  }
  for (const path of files.keys()) if (!existsSync(path)) counts.absent += 1;
  if (by !== 'SIGKILL' && left().length > 0) faults.push(`${said}: left ${left().join(', ')}`);
  if (left().length > 0) counts.leftByKill += 1;
  await once(start(args), 'exit');
  if (left().length > 0) faults.push(`${said}: after the next start there is ${left().join(', ')}`);
}

rmSync(top, { recursive: true });
console.log(JSON.stringify({ ...counts, faults }, null, 2));
process.exitCode = faults.length > 0 ? 1 : 0;
