import { appendFileSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/checks/fingerprint.ts';
import { Desk, idNumber, payout } from './people.ts';
import { type Ran, relief } from './run.ts';

const TODAY = { today: '2025-01-20' };
const run = (...args: readonly string[]): Promise<Ran> => relief(args, TODAY);

interface Account {
  readonly exit: number;
  readonly outputs: readonly { readonly file: string }[];
  readonly figures: Readonly<Record<string, string>>;
  readonly cases: readonly (readonly [string, string])[];
  readonly notLooked: readonly string[];
}

const accountIn = (folder: string): Account => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
const filesIn = (folder: string): string[] =>
  (
    readdirSync(folder, { recursive: true, withFileTypes: true }) as {
      name: string;
      parentPath: string;
      isFile(): boolean;
    }[]
  )
    .filter((each) => each.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort();

describe('a campaign with lists, rosters and bank returns', () => {
  let folder = '';
  let campaign = '';
  let out = '';
  let ran: Ran;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'run-'));
    cpSync('test/cli/day-of-work', folder, { recursive: true });
    campaign = join(folder, 'campaign.yaml');
    out = join(folder, '2025春节');
    ran = await run('run', campaign, '-f', 'json', '-o', out, '--debug');
  });

  it('is read once, file by file, and its people are told apart once', () => {
    const made = ran.stderr.match(/create (?:list_\d+|odd_payout|resolved_row)\b/g) ?? [];
    const counts = new Map(made.map((each) => [each, made.filter((other) => other === each).length]));
    // Whatever reads lists makes both, and longer lists have a table each.
    expect(['create resolved_row', 'create odd_payout'].map((made) => counts.get(made))).toEqual([1, 1]);
    expect([...counts.values()].every((count) => count === 1)).toBe(true);
  });

  it.each([
    ['budget', '预算'],
    ['check', '核对'],
    ['dedupe', '重复'],
    ['cover', '覆盖'],
    ['reconcile', '对账'],
    ['export', '统计表'],
    ['cases', '台账'],
  ])('says of %s what that command says', async (command, file) => {
    const { code, stdout } = await run(command, campaign, '-f', 'json');
    const own = (text: string) => {
      // A run reads every file, and adds up by subdistrict as well.
      const { bySubdistrict: _, setAside: __, ...record } = JSON.parse(text) as Record<string, unknown>;
      return record;
    };
    expect(own(readFileSync(join(out, `${file}.json`), 'utf8'))).toEqual(own(stdout));
    expect(code).toBeLessThanOrEqual(ran.code);
  });

  it('has the lists that dedupe would write, the sheets that cases would send, and the page', async () => {
    const clean = mkdtempSync(join(folder, 'clean-'));
    const removed = mkdtempSync(join(folder, 'removed-'));
    await run('dedupe', campaign, '--clean', clean, '--removed', removed, '-f', 'json', '-o', join(folder, 'd.json'));
    for (const [own, other] of [
      ['可发名单', clean],
      ['移出名单', removed],
    ] as const) {
      const names = filesIn(join(out, own));
      expect(names).toEqual(filesIn(other));
      for (const name of names) expect(readFileSync(join(out, own, name))).toEqual(readFileSync(join(other, name)));
    }
    const units = filesIn(join(out, '待下发'));
    const sheets = units.filter((name) => name.endsWith('.xlsx'));
    expect(units.filter((name) => !sheets.includes(name))).toEqual(
      sheets.filter((name) => name !== '主办单位.xlsx').map((name) => name.replace('.xlsx', '-通知函.docx')),
    );
    expect(existsSync(join(folder, 'cases.csv'))).toBe(false);
    expect(readFileSync(join(out, '报告.html'), 'utf8')).toContain('<html');
  });

  it('begins with what is to be done first, and accounts for all that it wrote', () => {
    expect(ran.stdout).toMatch(/^今天先做这三件事\n/);
    const { outputs, notLooked, exit, cases } = accountIn(out);
    expect(outputs.map(({ file }) => file).sort()).toEqual(filesIn(out).filter((file) => file !== 'manifest.json'));
    expect([notLooked, exit]).toEqual([[], ran.code]);
    expect(cases.length).toBeGreaterThan(0);
  });
});

describe('a folder that is brought up to date', () => {
  let desk: Desk;
  let campaign = '';
  const out = () => desk.at('out');
  const again = (...flags: readonly string[]) => run('run', campaign, '-f', 'csv', '-o', `${out()}/`, ...flags);

  beforeEach(() => {
    desk = new Desk(mkdtempSync(join(tmpdir(), 'run-')));
    desk.list('a.csv', [payout(1), payout(1, { 姓名: '张三' }), payout(2, { 姓名: '李四' })]);
    desk.list('b.csv', [payout(3, { 姓名: '王五', 项目: '冬令帮困', 金额: '300' })]);
    campaign = desk.campaign('campaign.yaml', '  - {file: a.csv}\n  - {file: b.csv}\n');
  });

  it('leaves what is the same, and says so', async () => {
    const first = await again();
    expect(first.stderr).toContain('0个照旧');
    expect(first.code).toBe(1);
    const second = await again();
    expect(second.stdout).toContain('名单、数字、疑点都没有变');
    expect(second.stderr).toMatch(/2个文件新写或有变/); // what was said, and the account of it
    expect((await again()).stderr).toMatch(/ 0个文件新写或有变|：0个文件新写或有变/);
  });

  it('says what changed since, and removes what it wrote and is needed no more', async () => {
    await again();
    desk.campaign('campaign.yaml', '  - {file: a.csv}\n');
    desk.list('a.csv', [payout(1), payout(2, { 姓名: '李四' }), payout(4, { 姓名: '赵六' })]);
    const { stdout, stderr } = await again();
    expect(stdout).toMatch(/变了的\s+campaign\.yaml、a\.csv/);
    expect(stdout).toMatch(/不再有的\s+b\.csv/);
    expect(stdout).toMatch(/不能发的笔数\s+1\s+0/);
    expect(stderr).toContain('删去不再需要的');
    expect(existsSync(join(out(), '可发名单', 'b.csv'))).toBe(false);
  });

  it('never loses what somebody wrote there', async () => {
    await again();
    const [sheet = ''] = readdirSync(join(out(), '待下发')).filter((name) => name.endsWith('.xlsx'));
    const filled = join(out(), '待下发', sheet);
    appendFileSync(filled, '填好的');
    appendFileSync(join(out(), '预算.csv'), '批注');
    writeFileSync(join(out(), '可发名单', '另外的.csv'), '姓名\n');
    writeFileSync(join(out(), '我的.txt'), '笔记');
    desk.list('a.csv', [payout(1), payout(2, { 姓名: '李四' })]); // nothing is paid twice: no sheet goes out
    const { stderr } = await again();
    expect(readFileSync(join(out(), '改过的', '待下发', sheet), 'utf8').endsWith('填好的')).toBe(true);
    expect(readFileSync(join(out(), '改过的', '预算.csv'), 'utf8').endsWith('批注')).toBe(true);
    expect(readFileSync(join(out(), '预算.csv'), 'utf8').endsWith('批注')).toBe(false);
    expect([existsSync(filled), existsSync(join(out(), '可发名单', '另外的.csv'))]).toEqual([false, true]);
    expect(readFileSync(join(out(), '我的.txt'), 'utf8')).toBe('笔记');
    expect(stderr).toContain('改过的/预算.csv');
    expect(stderr).toContain('可发名单/另外的.csv');
  });

  it('takes nothing for its own where its account is somebody else’s, or leads out of the folder', async () => {
    const outside = desk.write('outside.txt', 'x');
    await again();
    const account = JSON.parse(readFileSync(join(out(), 'manifest.json'), 'utf8'));
    const { hash } = process.getBuiltinModule('node:crypto');
    account.outputs.push({ file: '../outside.txt', sha256: hash('sha256', 'x') });
    writeFileSync(join(out(), 'manifest.json'), JSON.stringify(account));
    const { stderr, code } = await again();
    expect(stderr).toContain('不是 relief run 写的样子');
    expect([code, existsSync(outside)]).toEqual([1, true]);
    expect(readFileSync(join(out(), '改过的', 'manifest.json'), 'utf8')).toContain('../outside.txt');
  });

  it('leaves everything as it was where a list can’t be read', async () => {
    await again();
    const before = filesIn(out()).map((file) => readFileSync(join(out(), file), 'latin1'));
    desk.list('a.csv', [['x']], ['什么']);
    const { code, stderr } = await again();
    expect(code).toBe(2);
    expect(stderr).toContain('a.csv');
    expect(filesIn(out()).map((file) => readFileSync(join(out(), file), 'latin1'))).toEqual(before);
  });

  it('records with --send that the sheets went out, and sends them once', async () => {
    await again();
    expect(readdirSync(join(out(), '待下发')).length).toBeGreaterThan(0);
    const { stdout } = await again('--send');
    expect(stdout).toContain('已登记下发');
    expect(stdout).not.toContain('没有下发');
    const sent = join(out(), '下发', TODAY.today);
    expect(readdirSync(sent).length).toBeGreaterThan(0);
    expect(existsSync(join(out(), '待下发'))).toBe(false);
    expect(readFileSync(desk.at('cases.csv'), 'utf8')).toContain('下发');
    await again('--send');
    expect(readdirSync(join(out(), '下发'))).toEqual([TODAY.today]);
    expect(accountIn(out()).outputs.some(({ file }) => file.startsWith('下发'))).toBe(false);
  });

  it('speaks English, and takes the Chinese names away', async () => {
    await again();
    const { stdout } = await again('--lang', 'en');
    expect(stdout).toMatch(/^Do these? .*first today\n/);
    expect(readdirSync(out()).every((name) => /^[\x20-\x7e]+$/.test(name))).toBe(true);
    expect(existsSync(join(out(), '预算.csv'))).toBe(false);
  });
});

describe('a campaign that lacks', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk(mkdtempSync(join(tmpdir(), 'run-')));
  });

  it('lists: says what was therefore not looked at, and writes what there is', async () => {
    const campaign = desk.campaign('campaign.yaml');
    const { stdout, code } = await run('run', campaign, '-o', desk.at('out'));
    expect(code).toBe(0);
    expect(stdout).toMatch(/^今天先做这三件事\n/);
    expect(stdout).toContain('没有发放名单');
    expect(accountIn(desk.at('out')).notLooked).toEqual(['lists', 'rosters', 'returns']);
    expect(filesIn(desk.at('out'))).toEqual(
      ['manifest.json', '今天先做.txt', '台账.xlsx', '报告.html', '核对.xlsx', '统计表.xlsx', '预算.xlsx'].sort(),
    );
  });

  it('rosters and returns: looks at the rest', async () => {
    desk.list('a.csv', [payout(1), payout(2, { 姓名: '李四' })]);
    const campaign = desk.campaign('campaign.yaml', '  - {file: a.csv}\n');
    const { stdout } = await run('run', campaign, '-o', desk.at('out'));
    const { notLooked, figures } = accountIn(desk.at('out'));
    expect(notLooked).toEqual(['rosters', 'returns']);
    expect([figures.persons, figures.omitted, figures.paid]).toEqual(['2', undefined, undefined]);
    expect(stdout).toContain('没有名册');
    expect(filesIn(desk.at('out'))).toContain('对账.xlsx');
    expect(filesIn(desk.at('out'))).not.toContain('覆盖.xlsx');
  });

  it('nothing that another report of the run has: none says that it was not looked at', async () => {
    desk.list('a.csv', [payout(1), payout(1), payout(2, { 姓名: '李四' })]);
    const campaign = desk.campaign('campaign.yaml', '  - {file: a.csv}\n');
    const { stdout } = await run('run', campaign, '-f', 'md', '-o', desk.at('out'));
    const reports = ['预算', '重复', '对账'].map((name) => readFileSync(join(desk.at('out'), `${name}.md`), 'utf8'));
    for (const report of reports) expect(report).toMatch(/少重复 *\| *重复发放的错误1处/);
    const said = [stdout, readFileSync(join(desk.at('out'), '核对.md'), 'utf8'), ...reports].join('\n');
    expect(said).not.toMatch(/没有查重复|谁领了几次没有查/);
    expect((await run('reconcile', campaign)).stdout).toContain('没有查重复');
    expect((await run('check', campaign)).stdout).toContain('谁领了几次没有查');
  });

  it('an amount on a list: takes the sum for a lower bound', async () => {
    desk.list('a.csv', [['张三', idNumber(1)]], ['姓名', '身份证号']);
    const campaign = desk.campaign('campaign.yaml', '  - {file: a.csv, department: 民政局}\n');
    const { code } = await run('run', campaign, '-f', 'csv', '-o', desk.at('out'));
    expect(code).toBe(0);
  });

  it('nothing that an exception covers: such a case is allowed, not idle', async () => {
    const campaign = desk.campaign('campaign.yaml');
    const wrong = readFileSync(campaign, 'utf8').replace('amount: 300元', 'amount: 900元');
    writeFileSync(campaign, wrong);
    const first = await run('cases', campaign, '-f', 'json');
    const [found] = (JSON.parse(first.stdout) as { cases: { rule: string; fingerprint: string }[] }).cases;
    expect(found?.rule).toBe('amount-contradicts-standard');
    const { rule = '', fingerprint: print = fingerprint('', {}) } = found ?? {};
    appendFileSync(campaign, `exceptions: [{rule: ${rule}, finding: ${print}, reason: 商定, until: 2030-01-01}]\n`);
    for (const folder of [null, desk.at('out')]) {
      const { stdout } = folder
        ? await run('run', campaign, '-f', 'json', '-o', folder)
        : await run('cases', campaign, '-f', 'json');
      const text = folder ? readFileSync(join(folder, '台账.json'), 'utf8') : stdout;
      const { cases } = JSON.parse(text) as { cases: { state: string }[] };
      expect(cases.map(({ state }) => state)).toEqual(['allowed']);
    }
  });
});
