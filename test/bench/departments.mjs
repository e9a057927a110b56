// What a list of a hundred thousand departments costs each command, each with one to three rows, whose people are few and repeat:
// everybody is on the lists of several departments, and of the measure that the campaign knows nearly every row is off. Processor
// seconds and MB at the peak, and how many times what the same rows take when ten departments give them.
// Usage: node test/bench/departments.mjs [DEPARTMENTS] [PEOPLE] [COMMAND …]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node, run, scratch } from './measure.mjs';

const departments = Number(process.argv[2] ?? 100_000);
const people = Number(process.argv[3] ?? 60_000);
const asked = process.argv.slice(4);
const LIMITS = { processor: 10, peak: 1024 };

let seed = 7;
/** A whole number below a limit, the same ones in every run. */
function below(limit) {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * limit);
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const two = (number) => String(number).padStart(2, '0');
function person() {
  const name =
    '王李张刘陈杨赵黄周吴'[below(10)] + '建国秀英玉兰桂珍志强'[below(10)] + '海燕丽华春梅明芳淑红'[below(10)];
  const digits = `9900${two(1 + below(20))}19${35 + below(55)}${two(1 + below(12))}${two(1 + below(28))}${String(1 + below(998)).padStart(3, '0')}`;
  const sum = WEIGHTS.reduce((all, weight, place) => all + weight * Number(digits[place]), 0);
  return `${name},${digits}${'10X98765432'[sum % 11]}`;
}

const everybody = Array.from({ length: people }, person);
const rows = [];
for (let department = 0; department < departments; department += 1) {
  for (let row = below(3); row >= 0; row -= 1) {
    const who = everybody[below(people)];
    rows.push([
      department,
      `${who},帮困${1 + below(3)},${[300, 500, 1000][below(3)]},第${below(12)}街道,第${below(99)}居委`,
    ]);
  }
}
const CAMPAIGN =
  'relief: 1\nid: many\ntitle: 很多部门\nyear: 2026\ndepartments:\n  - name: 民政局\n    measures:\n      - {id: a, name: 帮困1, standard: 500元/人}\n';

/** A folder with the rows as a list of so many departments, by itself and of a campaign. */
function lists(count) {
  const folder = scratch(`departments-${count}`);
  const list = rows.map(([department, row]) => `第${department % count}办事处,${row}\n`);
  writeFileSync(join(folder, 'list.csv'), `部门,姓名,身份证号,项目,金额,街道,居委\n${list.join('')}`);
  writeFileSync(join(folder, 'campaign.yaml'), `${CAMPAIGN}lists: [{file: list.csv}]\n`);
  return folder;
}

const COMMANDS = [
  ['check', 'list.csv'],
  ['check', 'list.csv', '-o', 'check.json'],
  ['dedupe', 'list.csv'],
  ['dedupe', 'list.csv', '-o', 'dedupe.json'],
  ['dedupe', 'list.csv', '-o', 'dedupe.xlsx'],
  ['budget', 'campaign.yaml'],
  ['check', 'campaign.yaml', '-o', 'check.json'],
  ['dedupe', 'campaign.yaml', '-o', 'dedupe.json'],
  ['cover', 'campaign.yaml', '--roster', 'list.csv', '-o', 'cover.json'],
  ['reconcile', 'campaign.yaml', '--returns', 'list.csv', '-o', 'reconcile.json'],
  ['export', 'campaign.yaml', '-o', 'export.xlsx'],
  ['report', 'campaign.yaml', '-o', 'report.html'],
  ['status', 'campaign.yaml'],
  ['cases', 'campaign.yaml'],
].filter(([command]) => asked.length === 0 || asked.includes(command));

const [many, few] = [lists(departments), lists(10)];
console.log(`${rows.length} rows, ${departments} departments, ${people} people`);
for (const [command, ...args] of COMMANDS) {
  const cost = (folder) => {
    mkdirSync(join(folder, 'out'), { recursive: true });
    const at = (arg) => (arg.includes('.') ? join(folder, /^(list|campaign)\./.test(arg) ? arg : `out/${arg}`) : arg);
    const leave = command === 'status' || command === 'cases' ? [] : ['--fail-on', 'never'];
    return run(node('bin/relief.js', command, ...args.map(at), '--quiet', ...leave));
  };
  const [work, yardstick] = [cost(many), cost(few)];
  const name = [command, ...args].join(' ');
  const ratio = (work.processor / yardstick.processor).toFixed(2);
  const over = work.processor > LIMITS.processor || work.peak > LIMITS.peak ? '  OVER' : '';
  const times = `${work.processor.toFixed(1)} s of processor time (≤ ${LIMITS.processor}), ${ratio} × ten departments`;
  console.log(`${name.padEnd(52)} ${times}  peak ${work.peak.toFixed(0)} MB (≤ ${LIMITS.peak})${over}`);
}
