import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Desk, idNumber, payout } from '../cli/people.ts';
import { relief } from '../cli/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'relief-outliers-'));
afterAll(() => rmSync(folder, { recursive: true }));
const desk = new Desk(folder);

// biome-ignore lint/suspicious/noExplicitAny: what commands print as JSON
type Json = any;

/** Six people, of whom one is paid 5,000,000 for 500, and another 700; three have one account, the first among them; two have mistyped numbers. */
const NAMES = [...'甲乙丙丁戊己'].map((name) => `孙${name}`);
const ACCOUNTS = ['9928000000000001', '9928000000000001', '9928000000000001', '', '9928000000000002', ''];
const idOf = (serial: number) =>
  idNumber(serial).replace(/.$/, (digit) => (serial % 4 > 0 ? digit : digit === '1' ? '2' : '1'));
const AMOUNTS = ['5000000', '500', '500', '700', '500', '500'];
desk.list(
  'list.csv',
  NAMES.map((name, serial) => [
    ...payout(serial, { 姓名: name, 身份证号: idOf(serial), 金额: AMOUNTS[serial] ?? '' }),
    ACCOUNTS[serial] ?? '',
    '',
  ]),
  ['姓名', '身份证号', '部门', '项目', '金额', '街道', '银行账号'],
);

async function dedupe(more = '', ...args: readonly string[]): Promise<Json> {
  const path = desk.campaign(`c${more.length}.yaml`, `  - {file: list.csv}\n${more}`);
  const { stdout } = await relief(['dedupe', path, '--format', 'json', '--fail-on', 'never', ...args]);
  return JSON.parse(stdout);
}
const of = ({ findings }: Json, rule: string) => findings.filter((finding: Json) => finding.rule === rule);
const rowsOf = (record: Json, rule: string) => of(record, rule).map(({ places }: Json) => places[0].row);

describe('an amount out of all proportion', () => {
  it('is one error, and what is merely off its standard another', async () => {
    const record = await dedupe();
    expect(rowsOf(record, 'amount-outlier')).toEqual([2]);
    expect(rowsOf(record, 'amount-off-standard')).toEqual([5]);
  });

  it.each([
    ['turned off', 'rules: {amount-outlier: off}\n', []],
    ['not asked for', '', ['--rule', 'amount-off-standard']],
  ])('is off its standard where its own rule is %s', async (_how, more, args) => {
    expect(rowsOf(await dedupe(more, ...args), 'amount-off-standard')).toEqual([2, 5]);
  });

  it('is no part of the money at stake elsewhere', async () => {
    const record = await dedupe();
    expect(of(record, 'shared-account').map(({ amount, rows }: Json) => [amount, rows.length])).toEqual([
      ['1000.00', 3],
    ]);
    const { stdout } = await relief(['dedupe', desk.at('c0.yaml'), '--width', '200', '--fail-on', 'never']);
    const lineOf = (rule: string) =>
      stdout
        .split('\n')
        .find((line) => line.includes(` ${rule} `))
        ?.trim()
        .split(/\s{2,}/);
    expect(lineOf('shared-account')?.at(-1)).toBe('0.10');
    expect(lineOf('amount-outlier')?.at(-1)).toBe('500.00');
    expect(lineOf('id-checksum')?.slice(-2)).toEqual(['2', '0.05']);
  });
});
