import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Desk, payout, TITLES } from './people.ts';
import { relief } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'relief-report-'));
afterAll(() => rmSync(folder, { recursive: true }));
const DISTRICT = 'samples/district/campaign.yaml';

/** Every number of ten digits or more that stands on the sample's own text lists. */
function secrets(): string[] {
  const text = readFileSync('samples/district/recipients.csv', 'utf8').normalize('NFKC');
  return text.match(/\d{10,}X?/g) ?? [];
}

describe('the page for leaders', () => {
  let page: string;
  beforeAll(async () => {
    page = (await relief(['report', DISTRICT])).stdout;
  });

  it('is one page that fetches nothing: its own policy forbids it, but for the script that it has', () => {
    const [, policy = ''] = /Content-Security-Policy" content="([^"]+)"/.exec(page) ?? [];
    const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(page) ?? [];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`'sha256-${createHash('sha256').update(script).digest('base64')}'`);
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/(?:src|href)="(?!#)/);
    expect(page.replaceAll(/xmlns(?::\w+)?="[^"]+"/g, '')).not.toMatch(/https?:\/\//);
  });

  it('says at its head which lists it is made of', () => {
    expect(page).toMatch(/<header>.*<p class="note">读了活动自己的名单13份、名册2份.*<\/header>/);
  });

  it('leaves how much it found on the screen, as whatever else is written to a file does', async () => {
    for (const [command, file] of [
      ['report', 'counts.html'],
      ['export', 'counts.xlsx'],
    ] as const) {
      const { stderr } = await relief([command, DISTRICT, '-o', join(folder, file)]);
      expect(stderr).toMatch(/^已写入 .*\n错误 [1-9]\d*，警告 [1-9]\d*，提示 [1-9]\d*\n$/);
    }
    const { stderr } = await relief(['status', DISTRICT, '-o', join(folder, 'status.csv')], { today: '2026-03-10' });
    expect(stderr).toMatch(/\n.*；2026-03-10，/);
  });

  it('draws its charts beforehand, each with words and a table for who can’t see it', () => {
    const charts = page.match(/<svg role="img" aria-label="[^"]+"/g) ?? [];
    expect(charts.length).toBeGreaterThanOrEqual(3);
    expect((page.match(/<details>/g) ?? []).length).toBeGreaterThanOrEqual(charts.length);
    expect(page).not.toContain('#0a0b0c'); // the page's own colour takes its place
  });

  it('says how the three promises stand, and what was not checked', () => {
    for (const principle of ['广覆盖', '不遗漏', '少重复']) expect(page).toContain(`<dt>${principle}</dt>`);
  });

  it('lists findings with what the filter needs, and masks everybody’s numbers', () => {
    expect((page.match(/<tr data-severity=/g) ?? []).length).toBeGreaterThan(100);
    const shown = page.replaceAll(/<svg[\s\S]*?<\/svg>/g, '');
    const all = secrets();
    expect(all.length).toBeGreaterThan(500);
    for (const secret of all) expect(shown).not.toContain(secret);
  });

  it('prints the first finding of each rule, with how many there are, and says where the others are', () => {
    const rules = new Set([...page.matchAll(/<tr data-severity="[^"]+" data-rule="([^"]+)"/g)].map(([, rule]) => rule));
    const first = [...page.matchAll(/<tr data-severity="[^"]+" data-rule="([^"]+)" data-of="[^"]*" class="first"/g)];
    expect(first.map(([, rule]) => rule)).toEqual([...rules]);
    expect(page).toMatch(/同一人同一项目领了几次 <span class="of">共\d+处<\/span>/);
    expect(page).toContain('每条规则只印第一处');
    expect(page).toContain('#found tbody tr:not(.first){display:none}');
  });

  it('has a filter by department, of whom a finding says all that it touches', () => {
    const [, options = ''] = /<select id="department">(.*?)<\/select>/.exec(page) ?? [];
    const names = [...options.matchAll(/<option value="(\d+)">([^<]+)/g)].map(([, , name]) => name);
    expect(names).toEqual(expect.arrayContaining(['民政局', '慈善基金会']));
    expect(page).toMatch(/data-rule="several-departments" data-of="\d+ \d+/);
  });

  it('has the day of its data and the number of each page at the foot of the paper', () => {
    expect(page).toMatch(
      /@page\{@bottom-left\{content:"2026年[^}]*数据读取日期[^}]*\}@bottom-right\{content:"第" counter\(page\)/,
    );
  });

  it('masks names too where that is asked', async () => {
    const { stdout } = await relief(['report', DISTRICT, '--mask-names']);
    const people = [...page.matchAll(/<td>([\u4e00-\u9fff]{2,4}) \d{6}\*{8}/g)]
      .map(([, name]) => name as string)
      .filter((name) => name !== '身份证号');
    expect(people.length).toBeGreaterThan(50);
    const findings = stdout.slice(stdout.indexOf('id="found"'));
    expect(people.filter((name) => findings.includes(`<td>${name} `))).toEqual([]);
    expect(findings).toMatch(/<td>[\u4e00-\u9fff]\*+ \d{6}\*{8}/);
  });

  it('masks the names within messages: holders, agents, several people in one cell', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'relief-names-'));
    const desk = new Desk(folder);
    const titles = [...TITLES, '户号', '银行卡号', '户名', '代领人'];
    desk.list(
      'names.csv',
      [
        [...payout(1, { 姓名: '陈娜桂' }), 'H1', '6217000012345678901', '赵金凤', '钱小宝'],
        [...payout(2, { 姓名: '赵金凤' }), 'H1', '6217000012345678901', '赵金凤', '钱小宝'],
        [...payout(3, { 姓名: '孙大力、李秀英、周 有才' }), 'H2', '', '', '钱小宝'],
        [...payout(3, { 姓名: '吴不同' }), 'H3', '', '郑外人', '钱小宝'],
      ],
      titles,
    );
    const campaign = desk.campaign('c.yaml', '  - file: names.csv\n');
    const { stdout: named } = await relief(['report', campaign]);
    const { stdout } = await relief(['report', campaign, '--mask-names']);
    rmSync(folder, { recursive: true });
    const names = ['陈娜桂', '赵金凤', '孙大力', '李秀英', '吴不同', '有才'];
    expect(names.filter((name) => named.includes(name))).toEqual(names);
    expect([...names, '郑外人', '钱小宝'].filter((name) => stdout.includes(name))).toEqual([]);
    expect(stdout).toContain('赵**');
  });

  it('is in English too, and the same again', async () => {
    const args = ['report', 'campaigns/putuo-2017.yaml', '--lang', 'en'];
    const [one, other] = [await relief(args), await relief(args)];
    expect(one.stdout).toContain('<html lang="en">');
    expect(one.stdout).toContain('Money by department');
    expect(other.stdout.replaceAll(/zr\d+/g, 'zr')).toBe(one.stdout.replaceAll(/zr\d+/g, 'zr'));
  });

  it.each(['putuo-2008', 'qingpu-2025', 'ganquan-2024', 'pudong-2024'])('is made of %s', async (campaign) => {
    const { code, stdout } = await relief(['report', `campaigns/${campaign}.yaml`]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/<\/html>\n$/);
    expect(stdout).not.toMatch(/undefined|NaN|\[object/);
  });

  it('shows the worst of very many findings, and says where the others are', async () => {
    const rows = Array.from(
      { length: 6000 },
      (_, index) => `无名${'甲乙丙丁戊己庚辛壬癸'[index % 10]},,民政部门,节日补助,${index + 1}`,
    );
    const list = join(folder, 'many.csv');
    writeFileSync(list, `${['姓名,身份证号,部门,项目,金额', ...rows].join('\n')}\n`);
    const { stdout } = await relief(['report', 'campaigns/putuo-2017.yaml', list]);
    expect((stdout.match(/<tr data-severity=/g) ?? []).length).toBe(5000);
    expect(stdout).toMatch(/只列最要紧的5000处，共\d{5}处/);
  });

  it('needs a campaign, and only one', async () => {
    expect(await relief(['report', 'samples/district/recipients.csv'])).toMatchObject({ code: 2 });
    expect(await relief(['report', DISTRICT, 'campaigns/putuo-2017.yaml'])).toMatchObject({ code: 2 });
  });
});
