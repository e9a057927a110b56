import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { relief, said } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'relief-funds-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The sample's campaign and lists, with three funds: one that lists overspend, one that pays alone and jointly. */
const campaign = join(folder, 'campaign.yaml');
beforeAll(() => {
  const sample = readFileSync('samples/district/campaign.yaml', 'utf8');
  const paidBy = { 'low-income': 'district', destitute: 'district', 'ill-women': 'women' };
  const funded = Object.entries(paidBy).reduce(
    (yaml, [id, fund]) => yaml.replace(`- id: ${id}\n`, `- id: ${id}\n        funds: ${fund}\n`),
    sample
      .replaceAll(' file: ', ` file: ${resolve('samples/district')}/`)
      .replace('- id: left-behind\n', '- id: left-behind\n        amount: 4万元\n        funds: [charity, women]\n'),
  );
  writeFileSync(
    campaign,
    funded.replace(
      'departments:\n',
      `funds:
  - {id: district, name: 区财政, ceiling: 20万元}
  - {id: women, name: 妇女发展金, ceiling: 30万元, income: 22万元}
  - {id: charity, name: 慈善专户, income: 5万元, earmark: left-behind}
departments:
`,
    ),
  );
});

const cells = (line: string) => line.split('|').map((cell) => cell.trim());

/** The funds sheet of a Markdown report, by its titles. */
function fundsIn(markdown: string): Record<string, string>[] {
  const [, section = ''] = markdown.split('## 资金来源\n');
  const [titles = '', , ...rows] = section.split('\n').filter((line) => line.startsWith('|'));
  const until = rows.findIndex((line) => line.includes('| 形式 |'));
  return rows
    .slice(0, until)
    .map((line) => Object.fromEntries(cells(titles).map((title, index) => [title, cells(line)[index] ?? ''])));
}

describe('funds', () => {
  it('show what they may pay, what the plan and the lists pay, and what that leaves', async () => {
    const { code, stdout } = await said('budget', campaign, '--format', 'md');
    expect(code).toBe(1);
    expect(fundsIn(stdout)).toMatchObject([
      { 资金来源: '区财政', 上限: '20万元', 计划支出: '—', 名单支出: '23.27', 名单结余: '-3.27', 备注: '名单超支' },
      { 资金来源: '妇女发展金', 已筹: '22万元', 名单支出: '19.60–23.30', 名单结余: '-1.30–2.40' },
      { 资金来源: '慈善专户', 计划结余: '1.00–5.00', 名单支出: '0.00–3.70', 名单结余: '1.30–5.00' },
    ]);
    expect(stdout).toContain('联合出资、未分摊，共4.00万元');
    expect(stdout).toMatch(/名单另有至少[\d.,]+万元：所属项目没有写明资金来源/);
  });

  it('say the same to machines, an open end as null', async () => {
    const { stdout } = await said('budget', campaign, '--format', 'json');
    const { funds, findings } = JSON.parse(stdout);
    expect(funds).toMatchObject([
      {
        id: 'district',
        planned: { known: null, complete: false, unsplit: null, high: null },
        listed: { low: '232700.00', high: '232700.00' },
        left: { plan: { ceiling: null }, lists: { ceiling: { low: '-32700.00', high: '-32700.00' }, income: null } },
      },
      {
        id: 'women',
        planned: { known: null, complete: false, unsplit: '40000.00', high: null },
        listed: { low: '196000.00', high: '233000.00' },
        left: {
          lists: {
            ceiling: { low: '67000.00', high: '104000.00' },
            income: { low: '-13000.00', high: '24000.00' },
          },
        },
      },
      {
        id: 'charity',
        planned: { known: null, complete: false, unsplit: '40000.00', high: '40000.00' },
        listed: { low: '0.00', high: '37000.00' },
        left: { plan: { income: { low: '10000.00', high: '50000.00' } } },
      },
    ]);
    const rules = findings.map(({ rule }: { rule: string }) => rule);
    expect(rules.filter((rule: string) => rule === 'fund-over-ceiling')).toHaveLength(1);
  });

  it('are found overspent by lists, not by the plan alone', async () => {
    const over = '区财政：上限20万元，名单支出23.27万元，超出3.27万元';
    expect((await said('budget', campaign, '--format', 'md')).stdout).toContain(over);
    const alone = await said('budget', campaign, '--no-lists');
    expect(alone.code).toBe(0);
    expect(alone.stdout).not.toMatch(/超支|名单支出|名单结余/);
    expect((await said('check', campaign, '--no-lists')).code).toBe(0);
    const checked = await said('check', campaign, '-f', 'csv');
    expect(checked.stdout).toContain('fund-over-ceiling');
    expect(checked.stdout).toContain('名单支出23.27万元');
  });

  it('overspent by lists are excepted and turned off as any finding is', async () => {
    const { findings } = JSON.parse((await said('budget', campaign, '--format', 'json')).stdout);
    const { fingerprint } = findings.find(({ rule }: { rule: string }) => rule === 'fund-over-ceiling');
    const yaml = readFileSync(campaign, 'utf8');
    const excepted = `exceptions:\n  - {rule: fund-over-ceiling, finding: '${fingerprint}', reason: 追加预算已批, until: 2030-01-01}\n`;
    for (const [more, words] of [
      [excepted, '追加预算已批'],
      ['rules: {fund-over-ceiling: off}\n', 'fund-over-ceiling'],
    ] as const) {
      const other = join(folder, 'other.yaml');
      writeFileSync(other, `${yaml}${more}`);
      const { stdout } = await relief(['budget', other]);
      expect(stdout).toContain(words);
      expect(stdout).not.toContain('错误 资金超支');
    }
  });
});
