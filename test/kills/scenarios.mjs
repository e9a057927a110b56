// The command lines that are killed, as seen from a folder: what each needs beforehand, what is typed, and what grows by it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import exceljs from 'exceljs';

const plans = ['putuo-2008', 'putuo-2017', 'ganquan-2024'].map((id) => join(process.cwd(), `campaigns/${id}.yaml`));
const SUMMARY = ['--summary', 'out/s.json'];

/** Fills in the state of every case on the sheets that went out. */
async function answered(folder) {
  for (const name of readdirSync(join(folder, 'sent')).filter((each) => each.endsWith('.xlsx'))) {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(join(folder, 'sent', name));
    const doubts = workbook.getWorksheet('疑点');
    let column = 0;
    doubts.eachRow((row) => {
      const at = row.values.indexOf('核实结果');
      if (at > 0) column = at;
      else if (column > 0 && /^[A-Z0-9-]{6,}$/.test(String(row.getCell(1).value ?? '')))
        row.getCell(column).value = '不属实';
    });
    await workbook.xlsx.writeFile(join(folder, 'sent', name));
  }
}

/** What the bank says of the first batch: every fourth payment failed, for a reason that passes. */
function returned(folder) {
  const [head = '', ...lines] = readFileSync(join(folder, 'payments.csv'), 'utf8').trim().split(/\r?\n/);
  const column = head.split(',').indexOf('代发编号');
  const references = lines.map((line) => line.split(',')[column]).filter(Boolean);
  const rows = references.map(
    (reference, at) => `王芳,500.00,${at % 4 === 0 ? '失败,系统超时' : '成功,'},${reference}`,
  );
  writeFileSync(join(folder, 'back.csv'), `户名,交易金额,交易状态,失败原因,客户流水号\n${rows.join('\n')}\n`);
}

const of = (args, more = {}) => ({ args, ...more });
/** Stands beside a campaign's file, and is only ever added to. */
const CASES = { grows: 'cases.csv' };
const PAYMENTS = { grows: 'payments.csv' };
const LEAVE = ['--fail-on', 'never'];

/** `keeps`: what stands in its folder, and is not of its own making, stays, so that nothing is put there first. */
export const SCENARIOS = [
  of(['budget', 'campaign.yaml', '-f', 'xlsx', '-o', 'out/o']),
  of(['budget', ...plans, '-o', 'out/f/', ...SUMMARY]),
  of(['check', 'campaign.yaml', '-f', 'csv', '-o', 'out/o']),
  of(['dedupe', 'campaign.yaml', '-f', 'xlsx', '-o', 'out/o', '--identities', 'out/who', '--pairs', 'out/pairs']),
  of([
    ...['dedupe', 'campaign.yaml', '--clean', 'out/c', '--removed', 'out/r', '--strict', '--held', 'out/h'],
    ...['-f', 'csv', '-o', 'out/o'],
  ]),
  of(['cover', 'campaign.yaml', '-f', 'csv', '-o', 'out/f/']),
  of(['reconcile', 'campaign.yaml', '-f', 'xlsx', '-o', 'out/o']),
  of(['export', 'campaign.yaml', '-f', 'xlsx', '-o', 'out/o']),
  of(['export', ...plans, '-o', 'out/f/', '--all-or-nothing']),
  of(['report', 'campaign.yaml', '-o', 'out/o']),
  of(['status', 'campaign.yaml', '-f', 'json', '-o', 'out/o']),
  of(['compare', ...plans.slice(0, 2), '-f', 'xlsx', '-o', 'out/o']),
  of(['schema', '-o', 'out/o']),
  of(['init', 'out'], { keeps: true }),
  of(['run', 'campaign.yaml', '-o', 'out/f/'], { ...CASES, keeps: true }),
  of(['cases', 'campaign.yaml', '-f', 'csv', '-o', 'out/o']),
  of(['cases', 'send', 'campaign.yaml', '-o', 'out/f/'], CASES),
  of(['cases', 'read', 'campaign.yaml', 'sent', '-f', 'json', '-o', 'out/o'], {
    ...CASES,
    before: [of(['cases', 'send', 'campaign.yaml', '-o', 'sent/']), answered],
    again: true,
  }),
  of(['review', 'district/campaign.yaml', '--by', '王科长'], { grows: 'district/cases.csv', typed: 'y\ny\ny\n' }),
  of(['forms', 'campaign.yaml', '-o', 'out/f/']),
  of(['pay', 'pay.yaml', '-o', 'out/f/', ...LEAVE], { ...PAYMENTS, keeps: true }),
  of(['pay', 'pay.yaml', '--retry', '--returns', 'back.csv', '-o', 'out/f/', ...LEAVE], {
    ...PAYMENTS,
    keeps: true,
    before: [of(['pay', 'pay.yaml', '-o', 'paid/', ...LEAVE]), returned],
  }),
  of(['publish', 'campaign.yaml', '-o', 'out/f/']),
  of(['seal', '--new-key', 'out/key'], { byChance: true, keeps: true }),
  of(['seal', 'campaign.yaml', '--key-file', 'seal.key', '-o', 'out/f/', ...LEAVE], {
    before: [of(['seal', '--new-key', 'seal.key'])],
  }),
  of(['draft', 'notice.txt', '-o', 'out/o']),
];
