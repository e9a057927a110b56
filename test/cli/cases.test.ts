import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { beforeEach, describe, expect, it } from 'vitest';
import { relief } from './run.ts';

const CAMPAIGN = `relief: 1
id: year
title: 测试活动
issuer: 区民政局
issued: 2025-12-20
departments:
  - { name: 民政局, measures: [{ id: a, name: 节日补助, form: cash }] }
  - { name: 残联, measures: [{ id: b, name: 走访慰问, form: cash }] }
lists: [{ file: "*.csv" }]
`;
const HEAD = '姓名,身份证号,部门,项目,金额,发放日期\n';
const LISTS = {
  '民政局.csv': `${HEAD}张三,990000197001011230,民政局,节日补助,500,2026-01-05\n张三,990000197001011230,民政局,节日补助,500,2026-01-06\n李四,990000198002022341,民政局,节日补助,300,2026-01-05\n`,
  '残联.csv': `${HEAD}王五,990000196003033459,残联,走访慰问,200,2026-01-05\n王五,990000196003033459,残联,走访慰问,200,2026-01-07\n`,
};

let folder = '';
let campaign = '';
const TODAY = { today: '2026-01-08' };
const run = (...args: readonly string[]) => relief(args, TODAY);
const out = () => join(folder, 'out');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cases-'));
  campaign = join(folder, 'campaign.yaml');
  writeFileSync(campaign, CAMPAIGN);
  for (const [name, text] of Object.entries(LISTS)) writeFileSync(join(folder, name), text);
});

interface Told {
  readonly fingerprint: string;
  readonly rule: string;
  readonly phase: string;
  readonly state: string;
  readonly units: readonly { readonly name: string }[];
}

async function cases(rule = 'paid-twice'): Promise<Told[]> {
  const { stdout } = await run('cases', campaign, '-f', 'json', '--fail-on', 'never');
  return (JSON.parse(stdout) as { cases: Told[] }).cases.filter((each) => each.rule === rule);
}

/** Opens a unit's workbook, lets `fill` change its doubts, and saves it where answers are. */
async function answer(unit: string, fill: (doubts: exceljs.Worksheet) => void): Promise<string> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(join(out(), `${unit}.xlsx`));
  const doubts = workbook.getWorksheet('疑点');
  if (!doubts) throw new Error('no doubts');
  fill(doubts);
  const path = join(folder, `${unit}-反馈.xlsx`);
  await workbook.xlsx.writeFile(path);
  return path;
}

const rowOf = (doubts: exceljs.Worksheet, says: string): exceljs.Row => {
  let found: exceljs.Row | undefined;
  doubts.eachRow((row) => {
    if (String(row.getCell(2).value).includes(says)) found ??= row;
  });
  if (!found) throw new Error(says);
  return found;
};
const STATE = 6;

/** An ID number, and not some digits of a seal, which are drawn anew each second. */
const WHOLE_NUMBER = /(?<![0-9a-f])\d{17}[\dXx](?![0-9a-f])/;

describe('the loop of cases', () => {
  it('goes out, comes back, and closes; what was decided holds in every command', async () => {
    expect((await cases()).map(({ phase, units }) => [phase, ...units.map(({ name }) => name)])).toEqual([
      ['new', '民政局'],
      ['new', '残联'],
    ]);
    const sent = await run('cases', 'send', campaign, '-o', `${out()}/`, '--contact', '王科长 021-12345678');
    expect(sent.code).toBe(0);
    // 区民政局 sends: its own department has a sheet, and no letter from itself.
    expect(readdirSync(out()).sort()).toEqual(['残联-通知函.docx', '残联.xlsx', '民政局.xlsx'].sort());
    expect(sent.stderr.replaceAll(/\s+/g, '')).toContain('民政局就是发函的单位，只有表，没有函');
    expect((await cases()).map(({ phase }) => phase)).toEqual(['waiting', 'waiting']);
    const path = await answer('民政局', (doubts) => {
      rowOf(doubts, '发了2次').getCell(STATE).value = '不属实';
    });
    expect(await run('cases', 'read', campaign, path)).toMatchObject({ code: 0 });
    expect((await cases()).map(({ phase, state }) => [phase, state])).toEqual([
      ['closed', 'refuted'],
      ['waiting', 'unchecked'],
    ]);
    const again = await run('cases', 'read', campaign, path);
    expect(again.stdout).toContain('登记0＋已登记过1');
    const { stdout } = await run('dedupe', campaign, '-f', 'json', '--rule', 'paid-twice', '--fail-on', 'never');
    const told = JSON.parse(stdout) as { findings: unknown[]; excepted: { reason: string }[] };
    expect([told.findings.length, told.excepted.map(({ reason }) => reason)]).toEqual([1, ['不属实']]);
    writeFileSync(join(folder, '残联.csv'), `${LISTS['残联.csv'].split('\n').slice(0, 2).join('\n')}\n`);
    expect((await cases()).map(({ phase, state }) => [phase, state])).toEqual([
      ['closed', 'refuted'],
      ['closed', 'unchecked'],
    ]);
    writeFileSync(join(folder, 'cases.csv'), readFileSync(join(folder, 'cases.csv'), 'utf8').replace('不属实', '属实'));
    expect((await run('cases', campaign)).stdout).toContain('不是 relief 写的样子');
  });

  it('shows no unit what is of another, and no whole number where that is not asked for', async () => {
    const all = async (...flags: readonly string[]) => {
      const to = mkdtempSync(join(folder, 'out-'));
      await run('cases', 'send', campaign, '-o', `${to}/`, ...flags);
      const texts = new Map<string, string>();
      for (const name of readdirSync(to).filter((each) => each.endsWith('.xlsx'))) {
        const workbook = new exceljs.Workbook();
        await workbook.xlsx.readFile(join(to, name));
        const cells: string[] = [JSON.stringify([workbook.title, workbook.creator, workbook.company])];
        workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell(({ text }) => cells.push(text))));
        texts.set(name, cells.join('\n'));
      }
      return texts;
    };
    const masked = await all();
    for (const text of masked.values()) expect(text).not.toMatch(WHOLE_NUMBER);
    expect(masked.get('残联.xlsx')).not.toMatch(/张三|民政局\.csv/);
    const whole = await all('--show-ids');
    expect(whole.get('残联.xlsx')).toContain('990000196003033459');
    expect(whole.get('残联.xlsx')).not.toContain('990000197001011230');
    expect(readFileSync(join(folder, 'cases.csv'), 'utf8')).not.toMatch(WHOLE_NUMBER);
  });

  it('refuses by name what can’t be taken, and writes nothing of it', async () => {
    await run('cases', 'send', campaign, '-o', `${out()}/`);
    const before = readFileSync(join(folder, 'cases.csv'), 'utf8');
    const path = await answer('民政局', (doubts) => {
      rowOf(doubts, '发了2次').getCell(STATE).value = '基本属实';
    });
    const read = await run('cases', 'read', campaign, path, '-f', 'json');
    expect(read.code).toBe(1);
    expect(JSON.parse(read.stdout)).toMatchObject({ refused: [{ reason: 'state-unknown', cell: '基本属实' }] });
    expect(readFileSync(join(folder, 'cases.csv'), 'utf8')).toBe(before);
  });

  it('sends again what nobody answered, only what is new, or a reminder', async () => {
    const sent = async (...flags: readonly string[]) =>
      (await run('cases', 'send', campaign, '-o', `${mkdtempSync(join(folder, 'o-'))}/`, ...flags)).stderr;
    await sent();
    expect(await sent()).toContain('再次下发');
    expect(await sent('--only-new')).toContain('没有要下发的疑点');
    expect(await sent('--remind')).toContain('再次下发');
  });

  it('is not taken for a list, wherever lists are looked for', async () => {
    await run('cases', 'send', campaign, '-o', `${out()}/`);
    cpSync(join(folder, 'cases.csv'), join(folder, 'copy', 'cases.csv'));
    expect((await run('check', campaign)).stderr).not.toContain('cases.csv');
    expect((await run('check', join(folder, 'copy'))).code).toBe(2);
  });
});

describe('on the page for leaders', () => {
  /** The cells of one row of a table of the page, by its first. */
  const rowOf = (page: string, table: string, first: string) => {
    const [, rows = ''] = new RegExp(`<h3>${table}</h3>([\\s\\S]*?)</table>`).exec(page) ?? [];
    const [, cells = ''] = new RegExp(`<th scope="row"[^>]*>${first}</th>(.*?)</tr>`).exec(rows) ?? [];
    return [...cells.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, text]) => text ?? '');
  };
  const page = async () => (await run('report', campaign)).stdout;

  it('cases stand once they went out: of each unit, and money that closes', async () => {
    expect(await page()).not.toContain('疑点办理');
    await run('cases', 'send', campaign, '-o', out());
    const path = await answer('残联', (doubts) => {
      const row = doubts.getRow(3);
      const titles = doubts.getRow(2).values as string[];
      const set = (title: string, value: string | number) => {
        row.getCell(titles.indexOf(title)).value = value;
      };
      set('核实结果', '属实');
      set('处理措施', '追回');
      set('属实金额', 200);
      set('追回或停发金额', 150);
      set('办理人', '赵六');
    });
    await run('cases', 'read', campaign, path);
    const shown = await page();
    expect(shown).toContain('<h2>疑点办理</h2>');
    const { stdout } = await run('cases', campaign, '-f', 'json', '--fail-on', 'never');
    const own = (JSON.parse(stdout) as { cases: Told[] }).cases.filter(({ units }) =>
      units.some(({ name }) => name === '残联'),
    );
    const all = String(own.length);
    expect(rowOf(shown, '办理进度', '残联').slice(0, 4)).toEqual([all, all, '1', '0']);
    const fen = (text = '') => BigInt(text.replace(/[,.]/g, ''));
    for (const unit of ['民政局', '残联', '合计（每件算一次）']) {
      const [risk, confirmed, refuted, open, recovered, lost, unsettled] = rowOf(shown, '金额', unit).map(fen);
      expect(risk).toBe((confirmed ?? 0n) + (refuted ?? 0n) + (open ?? 0n));
      expect(confirmed).toBe((recovered ?? 0n) + (lost ?? 0n) + (unsettled ?? 0n));
    }
    const [, confirmed, , , recovered, , unsettled] = rowOf(shown, '金额', '残联');
    expect([confirmed, recovered, unsettled]).toEqual(['200.00', '150.00', '50.00']);
  });

  it('says who is late', async () => {
    await run('cases', 'send', campaign, '-o', out());
    const { stdout } = await relief(['report', campaign], { today: '2026-03-01' });
    const [sent, , , late] = rowOf(stdout, '办理进度', '民政局');
    expect(late).toBe(sent);
    expect(stdout).toMatch(/<p class="error">[1-9]\d*件逾期未反馈：/);
  });
});
