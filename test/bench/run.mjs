// `relief run` on a list of a million rows with fifty thousand cases, against `relief dedupe` and `relief export` one after the other:
// everything in one folder, of one reading, and of no more memory. With workbooks, whose writing is dear, and without.
// Usage: node test/bench/run.mjs [ROUNDS] [ROWS]
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node, report, run, scratch } from './measure.mjs';

const rounds = Number(process.argv[2] ?? 1);
const rows = Number(process.argv[3] ?? 1_000_000);
const cases = rows / 20;
const folder = scratch('run');

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** A valid number of somebody born on one of many days. */
function idNumber(serial) {
  const day = new Date(Date.UTC(1930, 0, 1 + (serial % 25_000))).toISOString().slice(0, 10).replaceAll('-', '');
  const first17 = `990000${day}${String(Math.floor(serial / 25_000)).padStart(3, '0')}`;
  const sum = [...first17].reduce((all, digit, at) => all + Number(digit) * WEIGHTS[at], 0);
  return first17 + '10X98765432'[sum % 11];
}
const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜';
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国志文';
const nameOf = (serial) =>
  SURNAMES[serial % 32] + GIVEN[Math.floor(serial / 32) % 31] + GIVEN[Math.floor(serial / 992) % 31];

/** Half of the cases are people who are paid twice, half numbers with a wrong check digit. */
function* lines() {
  yield '姓名,身份证号,部门,项目,金额,街道,居委\n';
  for (let row = 0; row < rows; row += 1) {
    const serial = row >= rows - cases / 2 ? row - (rows - cases / 2) : row;
    const id = idNumber(serial);
    const isWrong = row >= rows - cases && row < rows - cases / 2;
    const number = isWrong ? id.slice(0, 17) + (id[17] === '1' ? '2' : '1') : id;
    yield `${nameOf(serial)},${number},${['民政局', '残联', '总工会', '妇联'][serial % 4]},节日补助,500,长风街道,第${serial % 40}居委\n`;
  }
}
writeFileSync(join(folder, 'list.csv'), [...lines()].join(''));
const measures = ['民政局', '残联', '总工会', '妇联'].map(
  (name, at) => `  - {name: ${name}, measures: [{id: m${at}, name: 节日补助, form: cash, standard: 500元/人}]}\n`,
);
const campaign = join(folder, 'campaign.yaml');
writeFileSync(
  campaign,
  `relief: 1\nid: bench\ntitle: 测速\nyear: 2026\ndepartments:\n${measures.join('')}lists: [{file: list.csv}]\n`,
);

for (const [name, format] of [
  ['workbooks off', 'csv'],
  ['workbooks on', 'xlsx'],
]) {
  const out = join(folder, format);
  const pairs = Array.from({ length: rounds }, () => {
    rmSync(out, { recursive: true, force: true });
    const all = run(node('bin/relief.js', 'run', campaign, '-q', '-f', format, '-o', `${out}/`));
    const [dedupe, statistics] = ['dedupe', 'export'].map((command) =>
      run(node('bin/relief.js', command, campaign, '-q', '-o', join(folder, `${command}.${format}`))),
    );
    return [all, { seconds: dedupe.seconds + statistics.seconds, peak: Math.max(dedupe.peak, statistics.peak) }];
  });
  report(`${rows} rows, ${cases} cases, ${name}: run, against dedupe + export`, pairs, { reach: 1.6, memory: 2048 });
}
