import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Desk, idNumber } from './people.ts';
import { relief } from './run.ts';
import { cellsOf } from './workbooks.ts';

const desk = new Desk(mkdtempSync(join(tmpdir(), 'relief-reconcile-')));
afterAll(() => rmSync(desk.folder, { recursive: true }));

const LISTED = ['姓名', '身份证号', '部门', '项目', '金额', '银行账号'];
const RETURNED = ['账号', '户名', '金额', '交易结果', '失败原因', '流水号'];
const ACCOUNT = (serial: number) => `62280000000${String(serial).padStart(5, '0')}`;

const listed = (name: string, serial: number, amount = '500', account = ACCOUNT(serial), measure = '低保补助') => [
  name,
  idNumber(serial),
  '民政局',
  measure,
  amount,
  account,
];
let serials = 0;
/** A row of a return, under a serial of its own. */
const told = (name: string, account: string | number, amount: string, result: string, reason = '', serial?: string) => {
  serials += 1;
  return [
    typeof account === 'number' ? ACCOUNT(account) : account,
    name,
    amount,
    result,
    reason,
    serial ?? `20260120${String(serials).padStart(8, '0')}`,
  ];
};

interface Case {
  readonly what: string;
  readonly list: readonly (readonly string[])[];
  /** Files, in their order. */
  readonly returns: readonly (readonly (readonly string[])[])[];
  readonly titles?: readonly string[];
  readonly options?: readonly string[];
  readonly found: readonly string[];
  /** Counts of payouts, and of rows of returns. */
  readonly payouts: Readonly<Record<string, number>>;
  readonly rows: Readonly<Record<string, number>>;
}

const same = told('安一', 1, '500', '成功');
const CASES: readonly Case[] = [
  {
    what: 'everything arrived',
    list: [listed('安一', 1), listed('白二', 2)],
    returns: [[told('安一', 1, '500', '成功'), told('白二', 2, '500.00', '交易成功')]],
    found: [],
    payouts: { paid: 2 },
    rows: { paid: 2 },
  },
  {
    what: 'one fen is missing',
    list: [listed('安一', 1)],
    returns: [[told('安一', 1, '499.99', '成功')]],
    found: ['error paid-amount-differs list:2 return1:2 0.01'],
    payouts: { paid: 1 },
    rows: { differs: 1 },
  },
  {
    what: 'one failed, and the bank says why',
    list: [listed('安一', 1)],
    returns: [[told('安一', 1, '500', '失败', '账户冻结')]],
    found: ['error payment-failed list:2 return1:2 500.00'],
    payouts: { failed: 1 },
    rows: { failed: 1 },
  },
  {
    what: 'one failed and was issued again',
    list: [listed('安一', 1)],
    returns: [[told('安一', 1, '500', '户名不符')], [told('安一', 1, '500', '成功')]],
    found: [],
    payouts: { paid: 1 },
    rows: { paid: 1, replaced: 1 },
  },
  {
    what: 'one failed and was issued again to another account of the same name',
    list: [listed('安一', 1)],
    returns: [[told('安一', 1, '500', '已销户')], [told('安一', 77, '500', '成功')]],
    found: [],
    payouts: { paid: 1 },
    rows: { paid: 1, replaced: 1 },
  },
  {
    what: 'one failed twice',
    list: [listed('安一', 1)],
    returns: [[told('安一', 1, '500', '失败')], [told('安一', 1, '500', '失败', '账户销户')]],
    found: ['error payment-failed list:2 return2:2 500.00'],
    payouts: { failed: 1 },
    rows: { failed: 1, replaced: 1 },
  },
  {
    what: 'one arrived and was taken back',
    list: [listed('安一', 1)],
    returns: [[told('安一', 1, '500', '成功')], [told('安一', 1, '500', '冲正')]],
    found: ['warning payment-reversed list:2 return2:2 500.00'],
    payouts: { reversed: 1 },
    rows: { reversed: 1, replaced: 1 },
  },
  {
    what: 'one was taken back as a negative amount, and paid again',
    list: [listed('安一', 1)],
    returns: [[told('安一', 1, '500', '成功'), told('安一', 1, '-500', '成功')], [told('安一', 1, '500', '成功')]],
    found: [],
    payouts: { paid: 1 },
    rows: { paid: 1, replaced: 2 },
  },
  {
    what: 'one was paid twice',
    list: [listed('安一', 1)],
    returns: [[told('安一', 1, '500', '成功')], [told('安一', 1, '500', '成功')]],
    found: ['error paid-repeatedly list:2 return1:2 return2:2 500.00'],
    payouts: { paid: 1 },
    rows: { paid: 1, repeated: 1 },
  },
  {
    what: 'one transaction is told twice',
    list: [listed('安一', 1)],
    returns: [[same], [same, told('白二', 2, '1', '失败')]],
    found: [],
    payouts: { paid: 1 },
    rows: { paid: 1, superseded: 1, 'unpaid-not-listed': 1 },
  },
  {
    what: 'a return is given twice',
    list: [listed('安一', 1)],
    returns: [[same], [same]],
    found: [],
    payouts: { paid: 1 },
    rows: { paid: 1, 'same-file': 1 },
  },
  {
    what: 'returns are cumulative',
    list: [listed('安一', 1), listed('白二', 2)],
    returns: [
      [told('安一', 1, '500', '处理中', '', 'A1'), told('白二', 2, '500', '成功', '', 'A2')],
      [told('安一', 1, '500', '成功', '', 'B1'), told('白二', 2, '500', '成功', '', 'B2')],
    ],
    options: ['--cumulative'],
    found: [],
    payouts: { paid: 2 },
    rows: { paid: 2, superseded: 2 },
  },
  {
    what: 'one person has two payouts of one amount, and one of them failed',
    list: [listed('安一', 1), listed('安一', 1, '500', ACCOUNT(1), '慰问')],
    returns: [[told('安一', 1, '500', '成功'), told('安一', 1, '500', '失败')]],
    found: ['error payment-failed list:3 return1:3 500.00'],
    payouts: { paid: 1, failed: 1 },
    rows: { paid: 1, failed: 1 },
  },
  {
    what: 'a couple has one account, whose holder is told for both',
    list: [listed('安一', 1), listed('白二', 2, '500', ACCOUNT(1))],
    returns: [[told('安一', 1, '500', '成功'), told('安一', 1, '500', '成功')]],
    found: [],
    payouts: { paid: 2 },
    rows: { paid: 2 },
  },
  {
    what: 'one transfer pays several payouts',
    list: [listed('安一', 1), listed('安一', 1, '700', ACCOUNT(1), '慰问')],
    returns: [[told('安一', 1, '1200', '成功')]],
    found: [],
    payouts: { paid: 2 },
    rows: { paid: 1 },
  },
  {
    what: 'somebody is on no list',
    list: [listed('安一', 1)],
    returns: [[told('安一', 1, '500', '成功'), told('无名', 99, '300', '成功'), told('某人', 98, '300', '失败')]],
    found: ['error paid-not-listed return1:3 300.00'],
    payouts: { paid: 1 },
    rows: { paid: 1, 'not-listed': 1, 'unpaid-not-listed': 1 },
  },
  {
    what: 'a status is not understood',
    list: [listed('安一', 1)],
    returns: [[told('安一', 1, '500', '他行')]],
    found: ['warning payment-unclear return1:2 500.00'],
    payouts: { open: 1 },
    rows: { unclear: 1 },
  },
  {
    what: 'one is in no return, and those are said to be all',
    list: [listed('安一', 1), listed('白二', 2)],
    returns: [[told('安一', 1, '500', '成功')]],
    options: ['--complete'],
    found: ['error listed-not-paid list:3 500.00'],
    payouts: { paid: 1, open: 1 },
    rows: { paid: 1 },
  },
  {
    what: 'one is in no return, and there may be others',
    list: [listed('安一', 1), listed('白二', 2)],
    returns: [[told('安一', 1, '500', '成功')]],
    found: [],
    payouts: { paid: 1, open: 1 },
    rows: { paid: 1 },
  },
  {
    what: 'a return has accounts and amounts alone: all of it was paid',
    list: [listed('安一', 1), listed('白二', 2)],
    titles: ['账号', '金额'],
    returns: [
      [
        [ACCOUNT(1), '500'],
        [ACCOUNT(2), '500'],
      ],
    ],
    found: [],
    payouts: { paid: 2 },
    rows: { paid: 2 },
  },
  {
    what: 'a return has a column of reasons alone',
    list: [listed('安一', 1), listed('白二', 2)],
    titles: ['账号', '户名', '金额', '失败原因'],
    returns: [
      [
        [ACCOUNT(1), '安一', '500', ''],
        [ACCOUNT(2), '白二', '500', '账户挂失'],
      ],
    ],
    found: ['error payment-failed list:3 return1:3 500.00'],
    payouts: { paid: 1, failed: 1 },
    rows: { paid: 1, failed: 1 },
  },
  {
    what: 'a return has ID numbers, and an account that the list does not',
    list: [listed('安一', 1)],
    titles: ['身份证号', '账号', '金额', '交易结果'],
    returns: [[[idNumber(1), ACCOUNT(55), '500', '成功']]],
    found: [],
    payouts: { paid: 1 },
    rows: { paid: 1 },
  },
  {
    what: 'goods and whoever has no account are not for the bank',
    list: [listed('安一', 1), listed('白二', 2, '', ''), listed('程三', 3, '500', '')],
    returns: [[told('安一', 1, '500', '成功')]],
    options: ['--complete'],
    found: [],
    payouts: { paid: 1, byHand: 2 },
    rows: { paid: 1 },
  },
];

function files({ list, returns, titles = RETURNED }: Case): string[] {
  const path = desk.list('list.csv', list, LISTED);
  return [path, ...returns.flatMap((rows, index) => ['--returns', desk.list(`return${index + 1}.csv`, rows, titles)])];
}

interface Sums {
  readonly [state: string]: { readonly count: number; readonly amount: string };
}

async function json(args: readonly string[]) {
  const { code, stdout, stderr } = await relief(['reconcile', ...args, '-f', 'json']);
  expect(stderr).toBe('');
  const record = JSON.parse(stdout) as {
    total: Sums & { difference: string };
    returns: readonly { payouts: number; states: Sums }[];
    findings: readonly {
      severity: string;
      rule: string;
      amount: string | null;
      places: { file: string; row: number }[];
    }[];
  };
  const found = record.findings.map(({ severity, rule, amount, places }) =>
    [severity, rule, ...places.map(({ file, row }) => `${basename(file, '.csv')}:${row}`), amount]
      .filter((part) => part !== null)
      .join(' '),
  );
  return { code, stdout, record, found };
}

const cents = (amount: string) => Math.round(Number(amount) * 100);

describe('lists and bank returns', () => {
  it.each(CASES.map((each) => [each.what, each] as const))('where %s', async (_, each) => {
    const { code, record, found } = await json([...files(each), ...(each.options ?? [])]);
    expect(found).toEqual(each.found);
    expect(code).toBe(each.found.some((line) => line.startsWith('error')) ? 1 : 0);
    const kinds = ['paid', 'failed', 'reversed', 'open', 'byHand'] as const;
    const { total } = record;
    expect(
      Object.fromEntries(kinds.flatMap((kind) => (total[kind]?.count ? [[kind, total[kind].count]] : []))),
    ).toEqual(each.payouts);
    // Nothing is lost, to the fen: what is listed is the sum of what became of it, but for amounts that differ.
    expect(kinds.reduce((sum, kind) => sum + (total[kind]?.count ?? 0), 0)).toBe(total.listed?.count);
    expect(kinds.reduce((sum, kind) => sum + cents(total[kind]?.amount ?? '0'), 0)).toBe(
      cents(total.listed?.amount ?? '0') + cents(total.difference),
    );
    // Every row of every return is in one state.
    const rows: Record<string, number> = {};
    for (const { states, payouts } of record.returns) {
      expect(Object.values(states).reduce((sum, { count }) => sum + count, 0)).toBe(payouts);
      for (const [state, { count }] of Object.entries(states)) if (count > 0) rows[state] = (rows[state] ?? 0) + count;
    }
    expect(rows).toEqual(each.rows);
  });

  it.each(CASES.map((each) => [each.what, each] as const))('again the same, where %s', async (_, each) => {
    const args = [...files(each), ...(each.options ?? [])];
    expect((await json([...args, '--threads', '3'])).stdout).toBe((await json(args)).stdout);
  });
});

const CAMPAIGN = (more: string) => `relief: 1
id: trial
title: 试
year: 2026
deadlines:
  - {name: 发放到位, until: 2026-02-13, kind: payout${more}}
outcomes: {paid: [他行]}
departments:
  - name: 民政局
    measures:
      - {id: low, name: 低保补助, form: cash, reach: 1人, standard: 500元/人, amount: 500元}
      - {id: about, name: 慰问, form: cash, amount: 约600元}
      - {id: gone, name: 临时救助, form: cash, amount: 3万元}
      - {id: advice, name: 政策宣传, form: service}
`;

describe('plan, lists and bank', () => {
  const args = (more = '') => {
    const list = desk.list(
      'plan-list.csv',
      [listed('安一', 1), listed('白二', 2), listed('程三', 3, '700', ACCOUNT(3), '慰问')],
      LISTED,
    );
    const bank = desk.list('plan-return.csv', [told('安一', 1, '500', '他行')], RETURNED);
    return [desk.write('plan.yaml', CAMPAIGN(more)), list, '--returns', bank];
  };
  const rules = async (more: string, today: string) => {
    const { stdout } = await relief(['reconcile', ...args(more), '-f', 'json'], { today });
    return (JSON.parse(stdout).findings as { severity: string; rule: string }[]).map(
      ({ severity, rule }) => `${severity} ${rule}`,
    );
  };

  it('says what is over the plan, what no list pays, and after the deadline what was not paid', async () => {
    expect(await rules('', '2026-02-13')).toEqual([
      'error listed-over-plan',
      'warning listed-over-plan',
      'warning planned-not-listed',
    ]);
    expect(await rules('', '2026-02-14')).toContain('error listed-not-paid');
    expect(await rules(', binding: 原则上', '2026-02-14')).toContain('hint listed-not-paid');
  });

  it('reads a status as the campaign says', async () => {
    const { stdout } = await relief(['reconcile', ...args(), '-f', 'json'], { today: '2026-01-30' });
    expect(JSON.parse(stdout).total).toMatchObject({ paid: { count: 1 }, open: { count: 2 } });
  });

  it('compares plan and lists alone where there is no return, and says so', async () => {
    const [plan = '', list = ''] = args();
    const { stdout } = await relief(['reconcile', plan, list], { today: '2026-01-30' });
    expect(stdout).toContain('没有银行回盘');
    expect(stdout).toContain('listed-over-plan');
  });
});

describe('files as banks write them', () => {
  it('are read: a title above, GB18030, xlsx', async () => {
    const list = desk.list('banks.csv', [listed('安一', 1), listed('白二', 2)], LISTED);
    const gbk = Buffer.from([
      ...Buffer.from(''),
      // 账号,户名,金额,状态 / 安一 / 成功 in GB18030
      ...[
        0xd5, 0xcb, 0xba, 0xc5, 0x2c, 0xbb, 0xa7, 0xc3, 0xfb, 0x2c, 0xbd, 0xf0, 0xb6, 0xee, 0x2c, 0xd7, 0xb4, 0xcc,
        0xac, 0x0a,
      ],
      ...Buffer.from(`${ACCOUNT(1)},`),
      ...[0xb0, 0xb2, 0xd2, 0xbb],
      ...Buffer.from(',500,'),
      ...[0xb3, 0xc9, 0xb9, 0xa6, 0x0a],
    ]);
    const first = desk.write('gbk.csv', gbk);
    const second = await desk.workbook('bank.xlsx', {
      回盘: [['某银行代发回盘'], ['账号', '户名', '金额', '状态'], [ACCOUNT(2), '白二', '500', '成功']],
    });
    const { record } = await json([list, '--returns', first, '--returns', second]);
    expect(record.total.paid).toEqual({ count: 2, amount: '1000.00' });
  });

  it.each([
    ['an empty file', desk.write('nothing.csv', ''), /文件是空的/],
    ['a folder without lists', mkdtempSync(join(desk.folder, 'folder-')), /文件夹/],
    ['a file without amounts', desk.write('no-amount.csv', '账号,户名\n6228000000000001,安一\n'), /金额/],
  ])('%s is refused', async (_, file, message) => {
    const list = desk.list('refused.csv', [listed('安一', 1)], LISTED);
    const { code, stderr } = await relief(['reconcile', list, '--returns', file]);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });

  it('need something to be compared with', async () => {
    const list = desk.list('alone.csv', [listed('安一', 1)], LISTED);
    expect(await relief(['reconcile', list])).toMatchObject({ code: 2, stderr: expect.stringContaining('没有可对的') });
  });
});

describe('what is shown', () => {
  const evil = '=cmd()\u0007';
  const each: Case = {
    what: '',
    list: [listed('安一', 1), listed('白二', 2)],
    returns: [[told('安一', 1, '499', '成功'), told('白二', 2, '500', '失败', evil), told(evil, 98, '1', '成功')]],
    found: [],
    payouts: {},
    rows: {},
  };

  it.each(['table', 'json', 'csv', 'md'])(
    'masks every number as %s, and is whole when that is asked',
    async (format) => {
      const args = ['reconcile', ...files(each), '-f', format];
      const { stdout } = await relief(args);
      expect(stdout).not.toMatch(/\d{12}/);
      expect(stdout).not.toContain('\u0007');
      if (format !== 'json') expect(stdout).not.toMatch(/(?:^|[,|] ?)"?=cmd/m);
      expect((await relief([...args, '--show-ids'])).stdout).toContain(idNumber(1));
    },
  );

  it('has every finding in a workbook, in text that no spreadsheet takes for a formula', async () => {
    const path = desk.at('out.xlsx');
    await relief(['reconcile', ...files(each), '-o', path]);
    const cells = await cellsOf(path);
    expect(cells).toEqual(expect.arrayContaining(['三方对账', '回盘的每一行', '疑点']));
    expect(cells.filter((cell) => cell.startsWith('='))).toEqual([]);
    expect(cells.join()).not.toMatch(/\d{12}/);
  });

  it('says that a file was given twice', async () => {
    const list = desk.list('twice-list.csv', [listed('安一', 1)], LISTED);
    const bank = desk.list('once.csv', [told('安一', 1, '500', '成功')], RETURNED);
    const again = desk.at('again.csv');
    writeFileSync(again, (await import('node:fs')).readFileSync(bank));
    const { stdout } = await relief(['reconcile', list, '--returns', bank, '--returns', again]);
    expect(stdout).toContain('内容完全相同：只算一次');
    expect(stdout).toContain('账都对上了');
  });
});

describe('amounts out of all proportion', () => {
  const measures = `[{id: a, name: 低保补助, form: cash, standard: 500元/人}]`;
  const campaign = desk.write(
    'absurd.yaml',
    `relief: 1\nid: c\ntitle: 虚构\nissued: 2025-12-20\ndepartments: [{name: 民政局, measures: ${measures}}]\n`,
  );
  const list = desk.list('absurd.csv', [listed('安一', 1), listed('白二', 2, '5000000'), listed('程三', 3)], LISTED);
  const returned = desk.list('absurd-return.csv', [told('安一', 1, '500', '成功')], RETURNED);

  it('are told beside the sums, which leave them out', async () => {
    const { stdout } = await relief(['reconcile', campaign, list, '--returns', returned, '--width', '200']);
    expect(stdout).toContain('名单0.10万元（另有1行金额离谱，共500.00万元，没有算在内），已到账0.05万元');
    expect(stdout).toContain('还没有回盘2笔，0.05万元');
    expect(stdout).toContain('名单上1行金额离谱，共500.00万元，以上金额没有算在内：先改正名单');
    expect(stdout).toContain('1行金额离谱，共500.00万元；不算它们是1,000.00元');
    expect(stdout).not.toMatch(/名单50\d/);
  });

  it('are in sums of JSON, and named beside them', async () => {
    const { stdout } = await relief(['reconcile', campaign, list, '--returns', returned, '-f', 'json']);
    const { total } = JSON.parse(stdout);
    const one = { rows: 1, amount: '5000000.00' };
    expect(total).toMatchObject({ listed: { count: 3, amount: '5001000.00' }, outliers: one, usual: '1000.00' });
    expect(total.open).toEqual({ count: 2, amount: '5000500.00' });
    expect([total.outliers.open, total.outliers.unmentioned]).toEqual([one, { rows: 0, amount: '0.00' }]);
  });

  it('do not make books that agree disagree, nor are they passed over', async () => {
    const all = [told('安一', 1, '500', '成功'), told('白二', 2, '5000000', '成功'), told('程三', 3, '500', '成功')];
    const paid = desk.list('absurd-paid.csv', all, RETURNED);
    const { stdout } = await relief(['reconcile', campaign, list, '--returns', paid, '--width', '200']);
    expect(stdout).toContain('名单上1行金额离谱');
  });
});
