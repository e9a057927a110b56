import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import iconv from 'iconv-lite';
import { beforeEach, describe, expect, it } from 'vitest';
import { relief } from './run.ts';

const CAMPAIGN = `relief: 1
id: year
title: 测试活动
issued: 2025-12-20
delivery: [{form: cash, through: bank, except: visit}]
departments:
  - name: 民政局
    measures:
      - {id: a, name: 节日补助, form: cash, standard: 500元/人}
      - {id: v, name: 走访慰问, form: cash, delivery: visit}
      - {id: g, name: 大礼包, form: goods}
lists: [{file: 名单.csv}]
`;
const HEAD = '姓名,身份证号,项目,金额,开户行,银行账号\n';
const LIST = `${HEAD}张三,99000019700101123X,节日补助,500,示范农商行,61000000000001
李四,990000198002022349,节日补助,500,示范农商行,61000000000002
王五,990000196003033454,节日补助,500,惠民村镇行,63000000000003
赵六,990000195004044564,节日补助,500,示范农商行,
钱七,990000195505055675,走访慰问,200,,
孙八,990000194506066785,大礼包,,,
`;

let folder = '';
const at = (name: string) => join(folder, name);
const TODAY = { today: '2026-01-08' };
const run = (...args: readonly string[]) => relief(['pay', at('campaign.yaml'), ...args], TODAY);
const out = () => at('代发');
const pay = (...args: readonly string[]) => run('-o', `${out()}/`, '--fail-on', 'never', ...args);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pay-'));
  writeFileSync(at('campaign.yaml'), CAMPAIGN);
  writeFileSync(at('名单.csv'), LIST);
  return () => rmSync(folder, { recursive: true });
});

interface PayJson {
  readonly equation: Record<
    'payouts' | 'now' | 'settled' | 'held' | 'notForBank',
    { count: number; amount: string; by: { why: string; count: number }[] }
  >;
  readonly held: readonly { reasons: string[]; name: string; detail: string; account: string }[];
  readonly files: readonly { file: string; bank: string; count: number; amount: string }[];
  readonly batches: readonly {
    batch: number;
    withdrawn: boolean;
    whole: boolean;
    paid: { count: number };
    failed: { count: number };
    open: { count: number };
  }[];
}

async function json(...args: readonly string[]): Promise<PayJson> {
  const { stdout } = await run('-f', 'json', '--fail-on', 'never', ...args);
  return JSON.parse(stdout) as PayJson;
}

const counts = ({ equation }: PayJson) =>
  (['payouts', 'now', 'settled', 'held', 'notForBank'] as const).map((kind) => equation[kind].count);

/** The ledger's payments: reference, name, before. */
function ledger(): { reference: string; name: string; before: string; batch: string }[] {
  const [head = '', ...lines] = readFileSync(at('payments.csv'), 'utf8').trim().split(/\r?\n/);
  const titles = head.replace('\ufeff', '').split(',');
  return lines
    .map((line) => line.split(','))
    .filter((cells) => cells[3] === '编入')
    .map((cells) => {
      const of = (title: string) => cells[titles.indexOf(title)] ?? '';
      return { reference: of('代发编号'), name: of('姓名'), before: of('原代发编号'), batch: of('批次') };
    });
}

const referenceOf = (name: string, batch = '1') =>
  ledger().find((each) => each.name === name && each.batch === batch)?.reference ?? '';

/** A bank return of reference, state and reason. */
function returns(name: string, rows: readonly (readonly [reference: string, state: string, reason?: string])[]): void {
  const lines = rows.map(([reference, state, reason = '']) => `某人,500.00,${state},${reason},${reference}`);
  writeFileSync(at(name), `户名,交易金额,交易状态,失败原因,客户流水号\n${lines.join('\n')}\n`);
  const campaign = readFileSync(at('campaign.yaml'), 'utf8');
  writeFileSync(
    at('campaign.yaml'),
    campaign.includes('returns:') ? campaign : `${campaign}returns: [{file: "回盘*.csv"}]\n`,
  );
}

async function sheetOf(name: string): Promise<exceljs.Worksheet> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(join(out(), name));
  return workbook.worksheets[0] as exceljs.Worksheet;
}

describe('relief pay', () => {
  it('shows what would be paid, and writes nothing', async () => {
    const shown = await run();
    expect(shown.code).toBe(1); // somebody is held back
    expect(shown.stdout).toContain('还没有编批');
    expect(readdirSync(folder).sort()).toEqual(['campaign.yaml', '名单.csv']);
    expect(shown.stdout).not.toContain('61000000000001');
  });

  it('puts every payout in one place, and writes a batch for nobody else to read', async () => {
    expect(counts(await json())).toEqual([6, 3, 0, 1, 2]);
    const { code, stderr } = await pay();
    expect([code, stderr]).toEqual([0, expect.stringContaining('第001批.xlsx')]);
    const sheet = await sheetOf('第001批.xlsx');
    expect(sheet.getRow(1).values).toEqual([undefined, '序号', '代发编号', '户名', '账号', '开户行', '金额']);
    expect(sheet.getRow(2).values).toEqual([
      undefined,
      '1',
      referenceOf('张三'),
      '张三',
      '61000000000001',
      '示范农商行',
      500,
    ]);
    expect(sheet.rowCount).toBe(4);
    for (const file of ['payments.csv', 'payments.key', '代发/第001批.xlsx'])
      expect(statSync(at(file)).mode & 0o777).toBe(0o600);
    expect(statSync(out()).mode & 0o777).toBe(0o700);
    const text = readFileSync(at('payments.csv'), 'utf8');
    expect(text).not.toMatch(/61000000000001|99000019700101123X|99000019700101123/);
  });

  it('pays nobody twice, however the list is sorted, renamed or corrected', async () => {
    await pay();
    expect(counts(await json())).toEqual([6, 0, 3, 1, 2]);
    const [head = '', ...rows] = LIST.trim().split('\n');
    writeFileSync(
      at('名单.csv'),
      `${[head, ...rows.reverse()].join('\n').replace('61000000000002', '61000000000099')}\n`,
    );
    expect(counts(await json())).toEqual([6, 0, 3, 1, 2]);
    const again = await pay();
    expect(again.stdout).toContain('没有要付的');
    expect(readdirSync(out()).sort()).toEqual(['第001批-清单.xlsx', '第001批.xlsx']);
  });

  it('holds what is in a batch with another amount', async () => {
    await pay();
    writeFileSync(at('名单.csv'), LIST.replace('99000019700101123X,节日补助,500', '99000019700101123X,节日补助,800'));
    const { held } = await json();
    expect(held.find(({ name }) => name === '张三')).toMatchObject({
      reasons: ['other-amount'],
      detail: `见 ${referenceOf('张三')}`,
    });
  });

  it('ties a return by references alone, and pays in a second round what failed, once it is corrected', async () => {
    await pay();
    const first = ['张三', '李四', '王五'].map((name) => referenceOf(name));
    returns('回盘1.csv', [
      [first[0] ?? '', '成功'],
      [first[1] ?? '', '失败', '户名不符'],
      [first[2] ?? '', '失败', '系统超时'],
    ]);
    const reconciled = await relief(['reconcile', at('campaign.yaml'), '-f', 'json', '--fail-on', 'never'], TODAY);
    const { total } = JSON.parse(reconciled.stdout) as { total: Record<string, { count: number }> };
    expect([total.paid?.count, total.failed?.count]).toEqual([1, 2]);
    expect(counts(await json())).toEqual([6, 0, 1, 3, 2]);
    // 系统超时 is tried again as it is; 户名不符 waits for somebody who corrects or confirms the account.
    const dry = await json('--retry');
    expect(counts(dry)).toEqual([6, 1, 1, 2, 2]);
    expect(dry.held.find(({ name }) => name === '李四')?.reasons).toEqual(['uncorrected']);
    writeFileSync(
      at('更正.csv'),
      '姓名,身份证号,原账号,新账号\n李四,990000198002022349,61000000000002,61000000000022\n',
    );
    await pay('--retry', '--accounts', at('更正.csv'));
    const sheet = await sheetOf('第002批.xlsx');
    expect([2, 3].map((row) => sheet.getRow(row).getCell(4).value)).toEqual(['61000000000022', '63000000000003']);
    expect(
      ledger()
        .filter(({ batch }) => batch === '2')
        .map(({ before }) => before),
    ).toEqual([first[1], first[2]]);
    expect(counts(await json('--retry'))).toEqual([6, 0, 3, 1, 2]);
    returns('回盘2.csv', [
      [referenceOf('李四', '2'), '成功'],
      [referenceOf('王五', '2'), '成功'],
    ]);
    const after = await json();
    expect(counts(after)).toEqual([6, 0, 3, 1, 2]);
    expect(after.batches.map(({ paid, failed, open }) => [paid.count, failed.count, open.count])).toEqual([
      [1, 2, 0],
      [2, 0, 0],
    ]);
  });

  it('withdraws a batch that was never sent, and none that the bank knows of', async () => {
    await pay();
    const gone = await run('--withdraw', '1', '--note', '没有送银行');
    expect([gone.code, gone.stderr]).toEqual([0, expect.stringContaining('第1批已撤销')]);
    expect(readFileSync(at('payments.csv'), 'utf8')).toContain('没有送银行');
    expect(counts(await json())).toEqual([6, 3, 0, 1, 2]);
    await pay();
    expect(ledger().filter(({ batch }) => batch === '2')).toHaveLength(3);
    returns('回盘.csv', [[referenceOf('张三', '2'), '成功']]);
    const refused = await run('--withdraw', '2');
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('已经回盘')]);
    expect((await run('--withdraw', '9')).code).toBe(2);
    expect((await run('--withdraw', '1')).stderr).toContain('已经撤销过');
  });

  it('makes no batch from a ledger that somebody changed, or without its key', async () => {
    await pay();
    const whole = readFileSync(at('payments.csv'), 'utf8');
    writeFileSync(at('payments.csv'), whole.replace('张三', '张二'));
    const changed = await run();
    expect([changed.code, changed.stderr]).toEqual([2, expect.stringContaining('第2行')]);
    writeFileSync(at('payments.csv'), whole);
    const key = readFileSync(at('payments.key'), 'utf8');
    rmSync(at('payments.key'));
    expect((await run()).stderr).toContain('密钥文件不在了');
    writeFileSync(at('payments.key'), `${'0'.repeat(64)}\n`);
    expect((await run()).stderr).toContain('不是这本代发台账的');
    writeFileSync(at('payments.key'), key);
    expect((await run()).code).toBe(1);
  });

  it('tells of a batch that was cut short before its files were there', async () => {
    await pay();
    const lines = readFileSync(at('payments.csv'), 'utf8').trimEnd().split('\r\n');
    writeFileSync(at('payments.csv'), `${lines.slice(0, -1).join('\r\n')}\r\n`);
    const { stdout } = await run();
    expect(stdout).toContain('第1批编批时中断');
    expect((await json()).batches).toMatchObject([{ batch: 1, whole: false }]);
  });
});

describe('banks', () => {
  it('have files as each wants them, which nobody else’s format is built into', async () => {
    const template = new exceljs.Workbook();
    const sheet = template.addWorksheet('批量代发');
    sheet.addRow(['惠民村镇银行批量代发模板']);
    sheet.addRow(['*收款账号', '*户名', '*金额', '用途']);
    await template.xlsx.writeFile(at('模板.xlsx'));
    const campaign = `${CAMPAIGN}banks:
  - name: 惠民村镇行
    match: 惠民
    template: 模板.xlsx
    columns: {"*收款账号": 账号, "*户名": 户名, "*金额": 金额, 用途: "春节补助 {代发编号}"}
  - name: 示范农商行
    match: [61]
    encoding: gbk
    head: ["{活动:=<31}", "{总笔数:06}{总金额:分:012}"]
    row: "{序号:05}{账号:<20}{户名:<20}{金额:分:012}{代发编号}"
    foot: "END"
    file: DF{日期}_{总笔数:04}
    maxRows: 1
`;
    writeFileSync(at('campaign.yaml'), campaign);
    const { stderr } = await pay();
    expect(stderr).not.toContain('不是');
    expect(readdirSync(out()).sort()).toEqual([
      'DF20260108_0001-2.txt',
      'DF20260108_0001.txt',
      '第001批-惠民村镇行.xlsx',
      '第001批-清单.xlsx',
    ]);
    const text = iconv.decode(readFileSync(join(out(), 'DF20260108_0001.txt')), 'gbk').split('\r\n');
    const name = `${'张三'}${' '.repeat(16)}`;
    expect(text).toEqual([
      `测试活动${'='.repeat(23)}`,
      '000001000000050000',
      `0000161000000000001      ${name}000000050000${referenceOf('张三')}`,
      'END',
      '',
    ]);
    const filled = await sheetOf('第001批-惠民村镇行.xlsx');
    expect(filled.getRow(3).values).toEqual([
      undefined,
      '63000000000003',
      '王五',
      500,
      `春节补助 ${referenceOf('王五')}`,
    ]);
  });

  it('leave out what has no room, or no character, and what is no bank’s', async () => {
    writeFileSync(
      at('campaign.yaml'),
      `${CAMPAIGN}banks: [{name: 农商行, match: [61], encoding: gbk, row: "{账号}|{户名:<6}|{金额}"}]\n`,
    );
    writeFileSync(at('名单.csv'), LIST.replace('张三', '张㛃').replace('李四', '李四五六'));
    const shown = await json();
    expect(counts(shown)).toEqual([6, 0, 0, 4, 2]);
    const why = Object.fromEntries(shown.held.map(({ name, reasons, detail }) => [name, [reasons[0], detail]]));
    expect(why).toMatchObject({
      张㛃: ['unfit', '户名里有银行编码没有的字（生僻字）'],
      李四五六: ['unfit', '户名太长'],
      王五: ['no-bank', ''],
    });
  });

  it('refuse a template with rows in it, or without the titles', async () => {
    const template = new exceljs.Workbook();
    const sheet = template.addWorksheet('表');
    sheet.addRow(['账号', '户名', '金额']);
    sheet.addRow(['6222000000000000', '示例', 1]);
    await template.xlsx.writeFile(at('模板.xlsx'));
    const bank = (columns: string) => `${CAMPAIGN}banks: [{name: 行, template: 模板.xlsx, columns: ${columns}}]\n`;
    writeFileSync(at('campaign.yaml'), bank('{账号: 账号, 户名: 户名, 金额: 金额}'));
    const full = await pay();
    expect([full.code, full.stderr]).toEqual([2, expect.stringContaining('第2行已经有内容')]);
    expect(readdirSync(folder)).not.toContain('payments.csv');
    writeFileSync(at('campaign.yaml'), bank('{卡号: 账号, 户名: 户名, 金额: 金额}'));
    expect((await pay()).stderr).toContain('没有一行同时有这些列标题');
  });
});
