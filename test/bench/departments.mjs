// What a list of so many departments costs, each with one to three rows, whose people are few and repeat: everybody is on the lists of
// several departments, and of a measure that the campaign knows nearly every row is off. Processor seconds and MB at the peak.
// Usage: node test/bench/departments.mjs [DEPARTMENTS] [PEOPLE]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const departments = Number(process.argv[2] ?? 100_000);
const people = Number(process.argv[3] ?? 60_000);
const folder = mkdtempSync(join(tmpdir(), 'relief-departments-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const at = (name) => join(folder, name);

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
const rows = ['部门,姓名,身份证号,项目,金额'];
for (let department = 0; department < departments; department += 1) {
  for (let row = below(3); row >= 0; row -= 1) {
    rows.push(`第${department}办事处,${everybody[below(people)]},帮困${1 + below(3)},${[300, 500, 1000][below(3)]}`);
  }
}
writeFileSync(at('list.csv'), `${rows.join('\n')}\n`);
writeFileSync(
  at('campaign.yaml'),
  'relief: 1\nid: many\ntitle: 很多部门\ndepartments:\n  - name: 民政局\n    measures:\n      - {id: a, name: 帮困1, standard: 500元/人}\n',
);

const COST = `data:text/javascript,${encodeURIComponent(
  "import { writeSync } from 'node:fs'; process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage(); writeSync(3, JSON.stringify([(userCPUTime + systemCPUTime) / 1e6, maxRSS / 1024])); });",
)}`;
for (const args of [
  ['check', at('list.csv')],
  ['dedupe', at('list.csv')],
  ['check', at('list.csv'), '-o', at('check.json')],
  ['dedupe', at('list.csv'), '-o', at('dedupe.json')],
  ['export', at('campaign.yaml'), at('list.csv'), '-o', at('export.xlsx')],
  ['report', at('campaign.yaml'), at('list.csv'), '-o', at('report.html')],
]) {
  const { status, output } = spawnSync(
    process.execPath,
    ['--import', COST, 'bin/relief.js', ...args, '--quiet', '--fail-on', 'never'],
    { stdio: ['ignore', 'ignore', 'inherit', 'pipe'], encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${args.join(' ')}: exit ${status}`);
  const [seconds, peak] = JSON.parse(output[3]);
  const name = args.map((arg) => arg.replace(`${folder}/`, '')).join(' ');
  console.log(`${name.padEnd(52)} ${seconds.toFixed(1)} s of processor time  peak ${peak.toFixed(0)} MB`);
}
