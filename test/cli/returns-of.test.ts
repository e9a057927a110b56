import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Desk, idNumber } from './people.ts';
import { relief } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'relief-returns-of-'));
afterAll(() => rmSync(folder, { recursive: true }));
const desk = new Desk(folder);

const NAMES = [...'甲乙丙丁戊己庚辛壬癸'].map((name) => `钱${name}`);
const account = (serial: number) => `62280000000000${String(serial).padStart(2, '0')}`;
const LISTED = ['姓名', '身份证号', '金额', '银行账号'];
const listed = (serial: number, amount = '500') => [NAMES[serial] ?? '', idNumber(serial), amount, account(serial)];
const RETURNED = ['账号', '户名', '金额', '交易结果', '失败原因'];
const returned = (serial: number, amount = '500', result = '成功') => [
  account(serial),
  NAMES[serial] ?? '',
  amount,
  result,
  '',
];

/** Measures are named so that the one that the bank pays comes last by name. */
const CAMPAIGN = `relief: 1
id: returns-of
title: 回盘管什么
issued: 2026-01-07
deadlines:
  - {name: 发放到位, until: 2026-01-20, kind: payout}
departments:
  - name: 民政局
    measures:
      - {id: z, name: 走访慰问, form: cash}
  - name: 残联
    measures:
      - {id: a, name: 阿姨补助, form: cash}
lists:
  - {file: own-z.csv, department: 民政局, batch: 第一批}
  - {file: own-a.csv, department: 残联}
`;
desk.list(
  'own-z.csv',
  [0, 1, 2, 3].map((serial) => listed(serial)),
  LISTED,
);
desk.list(
  'own-a.csv',
  [3, 4, 5].map((serial) => listed(serial)),
  LISTED,
);

const campaign = (returns: string) => desk.write('campaign.yaml', `${CAMPAIGN}returns:\n${returns}`);

// biome-ignore lint/suspicious/noExplicitAny: what commands print as JSON
type Json = any;
async function reconcile(returns: string, ...flags: readonly string[]): Promise<Json> {
  const args = ['reconcile', campaign(returns), '--fail-on', 'never', '--format', 'json', ...flags];
  const { stdout, stderr } = await relief(args, { today: '2026-01-30' });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}
const toldOf = ({ findings }: Json) =>
  findings
    .filter(({ rule }: Json) => rule !== 'planned-not-listed')
    .map(({ rule, severity, people }: Json) => [rule, severity, ...people.map((each: string) => each.split(' ')[0])]);

describe('a return', () => {
  it('speaks of the measures that it pays those of who have only one, and of no other', async () => {
    // 钱丁 has 500 yuan of both: by name it would be 阿姨补助, and two others of that would seem not to be paid.
    desk.list(
      'bank.csv',
      [0, 1, 3].map((serial) => returned(serial)),
      RETURNED,
    );
    const record = await reconcile('  - {file: bank.csv}\n');
    expect(toldOf(record)).toEqual([
      ['no-return-yet', 'warning'],
      ['listed-not-paid', 'error', '钱丙'],
    ]);
    expect(record.total.unmentioned).toEqual({ count: 3, amount: '1500.00' });
    expect(record.byMeasure.map(({ id, paid }: Json) => [id, paid.count])).toEqual([
      ['z', 3],
      ['a', 0],
    ]);
  });

  it('speaks of no measure by a payment of another amount, where it speaks of others', async () => {
    desk.list('bank.csv', [returned(0), returned(1), returned(2), returned(3), returned(5, '900')], RETURNED);
    expect(toldOf(await reconcile('  - {file: bank.csv}\n'))).toEqual([
      ['no-return-yet', 'warning'],
      ['paid-amount-differs', 'error', '钱己'],
    ]);
  });

  it('tells a wrong amount of the measure that it is of, and not of another that comes first', async () => {
    desk.list('both.csv', [listed(5, '300'), listed(6, '800')], LISTED);
    desk.list('other.csv', [listed(5, '800'), listed(7, '800')], LISTED);
    desk.list('bank.csv', [returned(7, '800'), returned(5, '900')], RETURNED);
    const path = desk.write(
      'two.yaml',
      CAMPAIGN.replace('own-z.csv', 'both.csv')
        .replace('own-a.csv', 'other.csv')
        .concat('returns:\n  - {file: bank.csv}\n'),
    );
    const { stdout } = await relief(['reconcile', path, '-f', 'json', '--fail-on', 'never'], { today: '2026-01-30' });
    const differs = JSON.parse(stdout).findings.find(({ rule }: Json) => rule === 'paid-amount-differs');
    expect(differs.message).toBe('名单800.00元，银行付了900.00元');
  });

  it('whose entry names a measure is matched with that alone', async () => {
    desk.list('bank.csv', [returned(3), returned(4)], RETURNED);
    expect(toldOf(await reconcile('  - {file: bank.csv, measure: a}\n'))).toEqual([
      ['no-return-yet', 'warning'],
      ['listed-not-paid', 'error', '钱己'],
    ]);
    // Of the other measure 钱戊 is on no list.
    expect(toldOf(await reconcile('  - {file: bank.csv, department: 民政局}\n'))).toEqual([
      ['no-return-yet', 'warning'],
      ['paid-not-listed', 'error', '钱戊'],
      ['listed-not-paid', 'error', '钱甲'],
      ['listed-not-paid', 'error', '钱乙'],
      ['listed-not-paid', 'error', '钱丙'],
    ]);
  });

  it('whose entry names a batch is of that batch', async () => {
    desk.list('bank.csv', [returned(0)], RETURNED);
    const record = await reconcile('  - {file: bank.csv, batch: 第一批}\n');
    expect(record.byMeasure.map(({ unmentionedBy }: Json) => unmentionedBy)).toEqual([
      [],
      [{ batch: null, count: 3, amount: '1500.00' }],
    ]);
  });

  it('that is given is of the batch that --batch says', async () => {
    const bank = desk.list('given.csv', [returned(0)], RETURNED);
    const path = desk.write('batch.yaml', CAMPAIGN);
    const args = ['reconcile', path, '--returns', bank, '--fail-on', 'never', '--format', 'json'];
    const { stdout } = await relief([...args, '--batch', '第一批', '--complete'], { today: '2026-01-10' });
    expect(toldOf(JSON.parse(stdout))).toEqual([
      ['listed-not-paid', 'error', '钱乙'],
      ['listed-not-paid', 'error', '钱丙'],
      ['listed-not-paid', 'error', '钱丁'],
    ]);
    expect((await relief([...args, '--batch', '第一匹'])).stderr).toContain('是不是“第一批”');
    expect((await relief(['reconcile', path, '--batch', '第一批'])).code).toBe(2);
  });

  it('that is all of one measure says nothing of others, before the deadline', async () => {
    desk.list('bank.csv', [returned(4)], RETURNED);
    const complete = '  - {file: bank.csv, measure: a, complete: true}\n';
    expect(toldOf(await reconcile(complete, '--as-of', '2026-01-10'))).toEqual([
      ['listed-not-paid', 'error', '钱丁'],
      ['listed-not-paid', 'error', '钱己'],
    ]);
    expect(toldOf(await reconcile('  - {file: bank.csv}\n', '--as-of', '2026-01-10'))).toEqual([]);
    expect(toldOf(await reconcile('  - {file: bank.csv}\n', '--as-of', '2026-01-10', '--complete'))).toEqual([
      ['no-return-yet', 'error'],
      ['listed-not-paid', 'error', '钱丁'],
      ['listed-not-paid', 'error', '钱己'],
    ]);
  });

  it('of two returns each pays its own, whichever comes first', async () => {
    desk.list(
      'bank-a.csv',
      [3, 4, 5].map((serial) => returned(serial)),
      RETURNED,
    );
    desk.list('bank-z.csv', [0, 1, 2].map((serial) => returned(serial)).concat([returned(3, '500', '失败')]), RETURNED);
    const [a, z] = ['  - {file: bank-a.csv, measure: a}\n', '  - {file: bank-z.csv, measure: z}\n'];
    for (const returns of [a + z, z + a]) {
      const record = await reconcile(returns);
      expect(toldOf(record)).toEqual([['payment-failed', 'error', '钱丁']]);
      expect(record.byMeasure.map(({ id, failed }: Json) => [id, failed.count])).toEqual([
        ['z', 1],
        ['a', 0],
      ]);
    }
  });

  it('of what the campaign does not have is refused, with the nearest word', async () => {
    for (const [entry, near] of [
      ['measure: 走访慰门', '走访慰问'],
      ['department: 残连', '残联'],
      ['batch: 第一匹', '第一批'],
    ] as const) {
      const { code, stderr } = await relief(['reconcile', campaign(`  - {file: bank.csv, ${entry}}\n`)]);
      expect([code, stderr]).toEqual([2, expect.stringContaining(near)]);
    }
  });
});

describe('the verdict on payouts that no return speaks of', () => {
  it('is one line and one sum: after the deadline a warning, where returns are all an error', async () => {
    desk.list(
      'bank.csv',
      [0, 1, 2, 3].map((serial) => returned(serial)),
      RETURNED,
    );
    const args = ['reconcile', campaign('  - {file: bank.csv}\n'), '--width', '120'];
    const [before, after, all] = [
      await relief([...args, '--as-of', '2026-01-10']),
      await relief([...args, '--as-of', '2026-01-30']),
      await relief([...args, '--as-of', '2026-01-10', '--complete']),
    ];
    expect([before.code, after.code, all.code]).toEqual([0, 0, 1]);
    const lines = (stdout: string) => stdout.trimEnd().split('\n');
    expect(lines(before.stdout)[0]).toContain('3笔0.15万元还没有任何回盘提到');
    expect(lines(after.stdout)[0]).toContain('3笔0.15万元没有任何回盘提到，期限已过');
    expect(lines(after.stdout).at(-1)).toBe('3笔0.15万元没有任何回盘提到，期限已过');
    expect(all.stdout).toContain('而回盘已经全部在这里');
    for (const { stdout } of [before, after, all]) expect(stdout).not.toContain('账都对上了');
  });
});
