// Every command of the program, with each call for a network written down by strace (which is on the path): none asks for one.
// Usage: node .ci/no-network.mjs
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'relief-no-network-'));
const program = resolve('bin/relief.js');
const trace = join(folder, 'trace');

/** The calls for a network that a process and all that it starts made; what it says on its streams is not looked at. */
function calls(...args) {
  const strace = ['-f', '-qq', '--seccomp-bpf', '-e', 'trace=socket,connect,bind,sendto', '-o', trace];
  const { status, error } = spawnSync('strace', [...strace, process.execPath, ...args], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  if (error) throw error;
  const lines = readFileSync(trace, 'utf8').split('\n');
  return { status, network: lines.filter((line) => /AF_INET|AF_NETLINK|sun_path/.test(line)) };
}

const problems = [];
if (calls('-e', "require('node:net').connect(9, '127.0.0.1').on('error', () => {})").network.length === 0)
  problems.push('a program that asks for a network is not noticed');

cpSync('samples/notices/putuo-2017.docx', join(folder, '通知.docx'));
cpSync('samples/district/lists/民政局.xlsx', join(folder, '民政局.xlsx'));
writeFileSync(
  join(folder, 'campaign.yaml'),
  `relief: 1
id: here
title: 春节帮困
year: 2026
departments:
  - name: 民政局
    measures: [{id: low, name: 低保补助, form: cash, standard: 500元/人}]
lists: [{file: list.csv}]
rosters: [{id: all, file: roster.csv, measures: [low]}]
returns: [{file: return.csv}]
`,
);
const id = '990000195001010113';
writeFileSync(
  join(folder, 'list.csv'),
  `姓名,身份证号,部门,项目,金额,银行账号,居委\n${[1, 2].map((at) => `安一,${id},民政局,低保补助,500,622200000000000000${at},一居\n`).join('')}`,
);
writeFileSync(join(folder, 'roster.csv'), `姓名,身份证号,居委\n安一,${id},一居\n`);
writeFileSync(join(folder, 'return.csv'), `姓名,账号,金额,结果\n安一,6222000000000000001,500,成功\n`);

const COMMANDS = [
  'run campaign.yaml -o run/',
  'budget campaign.yaml',
  'check campaign.yaml',
  'check 民政局.xlsx',
  'dedupe campaign.yaml -o doubles.xlsx --audit journal.csv',
  'dedupe list.csv --clean clean.csv --removed removed.csv',
  'cover campaign.yaml',
  'reconcile campaign.yaml',
  'pay campaign.yaml -o pay/',
  'cases send campaign.yaml -o out/',
  'cases read campaign.yaml out/',
  'cases campaign.yaml',
  'review campaign.yaml',
  'forms campaign.yaml -o forms/',
  'publish campaign.yaml -o notices/',
  'check --public notices/',
  'export campaign.yaml -o table.xlsx',
  'report campaign.yaml -o report.html',
  'status campaign.yaml',
  'compare list.csv clean.csv',
  'draft 通知.docx -o draft.yaml',
  'explain paid-twice',
  'init new/',
  'audit verify journal.csv',
  'seal --new-key seal.key',
  'seal list.csv --key-file seal.key -o sealed/',
  'seal sealed/list.csv --key-file seal.key --verify',
  'dedupe sealed/list.csv',
  'schema campaign',
  'completion bash',
  'help',
];
const help = spawnSync(process.execPath, [program, '--help', '--lang', 'en'], { encoding: 'utf8' }).stdout;
const known = [...help.slice(help.indexOf('Commands:')).matchAll(/^ {2}([a-z]+(?: [a-z]+)?) (?=[[<])/gm)].map(
  ([, name]) => name,
);
for (const name of known)
  if (!COMMANDS.some((command) => command === name || command.startsWith(`${name} `)))
    problems.push(`${name} is not run`);

for (const command of COMMANDS) {
  const { status, network } = calls(program, ...command.split(' '));
  if (![0, 1].includes(status)) problems.push(`${command}: exit ${status}`);
  for (const line of network) problems.push(`${command}: ${line}`);
}
rmSync(folder, { recursive: true });
for (const problem of problems) console.error(problem);
console.log(
  problems.length === 0
    ? `${COMMANDS.length} commands of ${known.length} kinds asked for no network`
    : `${problems.length} problems`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
