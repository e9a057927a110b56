import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import stringWidth from 'fast-string-width';
import { afterAll, describe, expect, it } from 'vitest';
import zh from '../../src/text/zh/catalogue.ts';
import { expectGolden } from '../golden.ts';
import { relief } from './run.ts';

const CAMPAIGNS = ['putuo-2017', 'qingpu-2025', 'putuo-2008', 'ganquan-2024', 'pudong-2024'];
const file = (campaign: string) => `campaigns/${campaign}.yaml`;
const folder = mkdtempSync(join(tmpdir(), 'relief-budget-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function budgetOf(path: string) {
  const { code, stdout, stderr } = await relief(['budget', path, '--format', 'json', '--lang', 'en']);
  return { code, stderr, ...JSON.parse(stdout) };
}

/** A copy of putuo-2017 with one text replaced, which must stand there once. */
function changed(name: string, from: string, to: string): string {
  const original = readFileSync(file('putuo-2017'), 'utf8');
  expect(original.split(from)).toHaveLength(2);
  const path = join(folder, `${name}.yaml`);
  writeFileSync(path, original.replace(from, to));
  return path;
}

describe('the five documents', () => {
  it('putuo-2017 adds up to 3302.03万元, firm and approximate apart', async () => {
    const { code, departments, total, findings } = await budgetOf(file('putuo-2017'));
    expect(code).toBe(0);
    expect(total).toMatchObject({
      amount: '33020300.00',
      firm: '8620300.00',
      approximate: '24400000.00',
      complete: false,
      reach: { all: 80458, persons: 53599, households: 14019, items: 4840, personTimes: 8000, householdTimes: null },
      stated: { amount: '33020300.00', reach: 85000 },
      check: { amount: 'exact', reach: 'not-itemised' },
    });
    expect(departments.map(({ name, amount }: { name: string; amount: string | null }) => [name, amount])).toEqual([
      ['民政部门', '22222300.00'],
      ['人社部门', '1000000.00'],
      ['教育部门', null],
      ['卫计委', null],
      ['区总工会', '1000000.00'],
      ['团区委', '50000.00'],
      ['区妇联', '104500.00'],
      ['区残联', '2700000.00'],
      ['区红十字会', '500000.00'],
      ['区慈善基金分会', '1500000.00'],
      ['区老年基金分会', '192000.00'],
      ['区至爱帮困服务社', '3751500.00'],
    ]);
    const measures = Object.fromEntries(
      departments
        .flatMap((department: { measures: { id: string }[] }) => department.measures)
        .map((m: { id: string }) => [m.id, m]),
    );
    expect(measures.special).toMatchObject({ check: 'rounded', computed: { low: '992250.00', high: '992250.00' } });
    expect(measures['low-income']).toMatchObject({
      check: 'in-range',
      computed: { low: '1610700.00', high: '2147600.00' },
    });
    expect(measures.winter).toMatchObject({ amount: null, basis: 'unknown', standardText: '50元至230元不等' });
    expect(findings.map(({ severity }: { severity: string }) => severity)).not.toContain('error');
    const reach = findings.find(({ rule }: { rule: string }) => rule === 'reach-not-itemised');
    expect(reach.severity).toBe('hint');
    expect(reach.message).toContain('4,542 short');
  });

  it('qingpu-2025 has standards and no amounts, and its planned overlaps show', async () => {
    const { code, departments, total, findings } = await budgetOf(file('qingpu-2025'));
    expect(code).toBe(0);
    expect(departments).toHaveLength(14);
    const giving = departments.filter(({ measures }: { measures: unknown[] }) => measures.length > 0);
    expect(giving).toHaveLength(13);
    expect(total).toMatchObject({ amount: null, firm: null, approximate: null, reach: { all: null } });
    const measures = giving.flatMap(
      (department: { measures: { standardText: string | null }[] }) => department.measures,
    );
    for (const measure of measures)
      expect(measure).toMatchObject({ amount: null, standardText: expect.stringMatching(/元|统筹制定/) });
    const orphans = findings.find(({ message }: { message: string }) => message.startsWith('散居孤儿'));
    expect(orphans.rule).toBe('overlapping-measures');
    expect(orphans.message.match(/\d+元/g)).toEqual(['1200元', '600元', '500元']);
  });

  it('pudong-2024 is its stated total, the items a share of it, the overlapping ones another', async () => {
    const { code, total, departments, findings } = await budgetOf(file('pudong-2024'));
    expect(code).toBe(0);
    expect(total).toMatchObject({
      amount: '330000000.00',
      basis: 'stated',
      reach: { all: 680000 },
      itemised: { amount: '7975700.00', reach: 32_229, overlapping: true },
      overlapping: { amount: '35100000.00' },
    });
    const hint = findings.find(({ rule }: { rule: string }) => rule === 'amount-not-itemised');
    expect(hint.message).toMatch(/797\.57万元.*2\.4%.*3,510\.00万元.*10\.6%/);
    const measures = departments.flatMap((department: { measures: object[] }) => department.measures);
    const overseas = departments.find(({ name }: { name: string }) => name.includes('侨联'));
    expect(overseas).toMatchObject({ amount: '51000.00', reach: { persons: 60 } });
    const history = measures.filter(({ counts }: { counts?: boolean }) => counts === false);
    expect(history.length).toBeGreaterThanOrEqual(7);
    expect(history.map(({ statedText }: { statedText?: string }) => statedText)).toContain('472.93万元');
  });

  it('ganquan-2024 has its four stages with dates', async () => {
    const { code, schedule } = await budgetOf(file('ganquan-2024'));
    expect(code).toBe(0);
    const stages = schedule.filter(({ what }: { what: string }) => what === 'stage');
    expect(stages.map(({ from, until }: { from: string; until: string }) => [from, until])).toEqual([
      ['2023-12-21', '2023-12-31'],
      ['2023-12-21', '2024-01-20'],
      [null, '2024-02-06'],
      [null, '2024-02-29'],
    ]);
  });

  it('putuo-2008 says what is unknown', async () => {
    const { code, total, findings } = await budgetOf(file('putuo-2008'));
    expect(code).toBe(0);
    expect(total.amount).toBeNull();
    expect(findings.filter(({ rule }: { rule: string }) => rule === 'unquantified-measure').length).toBeGreaterThan(10);
  });
});

describe('a changed figure is caught', () => {
  it('19.2万元 written as 19.3万元 contradicts 640份 × 300元', async () => {
    const path = changed('gift', 'amount: 19.2万元', 'amount: 19.3万元');
    const line =
      readFileSync(path, 'utf8')
        .split('\n')
        .findIndex((text) => text.includes('19.3万元')) + 1;
    const { code, findings } = await budgetOf(path);
    expect(code).toBe(1);
    expect(findings.find(({ rule }: { rule: string }) => rule === 'amount-contradicts-standard')).toMatchObject({
      severity: 'error',
      amount: '1000.00',
      places: [{ file: path, row: line }],
    });
  });

  it('33万元 written as 34万元 is within 约600人, but then the total is contradicted', async () => {
    const { code, departments, findings } = await budgetOf(changed('entitled', 'amount: 33万元', 'amount: 34万元'));
    expect(code).toBe(1);
    expect(departments[0].measures[0]).toMatchObject({ check: 'approximate', difference: '10000.00' });
    const errors = findings.filter(({ severity }: { severity: string }) => severity === 'error');
    expect(errors.map(({ rule }: { rule: string }) => rule)).toEqual(['total-contradicts-items']);
  });

  it('a stated total below the items is contradicted', async () => {
    const { code, findings } = await budgetOf(changed('less', '约3302.03万元', '约3301.93万元'));
    expect(code).toBe(1);
    expect(findings[0]).toMatchObject({ rule: 'total-contradicts-items', amount: '1000.00' });
  });

  it('a stated total above the items may be in the unknown measures', async () => {
    const { code, findings } = await budgetOf(changed('more', '约3302.03万元', '约3302.13万元'));
    expect(code).toBe(0);
    expect(findings.find(({ rule }: { rule: string }) => rule === 'amount-not-itemised')).toMatchObject({
      severity: 'hint',
      amount: '1000.00',
    });
  });
});

describe('formats', () => {
  it.each(CAMPAIGNS.flatMap((campaign) => [60, 80, 120, 200].map((width) => [campaign, width] as const)))(
    '%s: no line of the table is wider than %i columns',
    async (campaign, width) => {
      for (const lang of ['zh', 'en']) {
        const { stdout } = await relief(['budget', file(campaign), '--lang', lang], {
          env: { COLUMNS: String(width) },
        });
        const widest = Math.max(...stdout.split('\n').map((line) => stringWidth(line)));
        expect(widest).toBeLessThanOrEqual(width);
      }
    },
  );

  const SHOWN = [
    ['80.zh.txt', ['--width', '80']],
    ['200.zh.txt', ['--width', '200']],
    ['100.en.txt', ['--width', '100', '--lang', 'en']],
    ['json', ['--format', 'json', '--lang', 'en']],
    ['csv', ['--format', 'csv']],
    ['md', ['--format', 'md']],
  ] as const;
  it.each(
    CAMPAIGNS.flatMap((campaign) => SHOWN.map(([name, args]) => [`${campaign}.${name}`, campaign, args] as const)),
  )('%s looks as it did', async (name, campaign, args) => {
    const { stdout } = await relief(['budget', file(campaign), ...args]);
    expectGolden(`test/golden/${name}`, stdout);
  });

  it('csv has bare numbers in yuan that add up as the json does', async () => {
    const { stdout } = await relief(['budget', file('putuo-2017'), '--format', 'csv']);
    const rows: Record<string, string>[] = parse(stdout, { columns: true });
    const measures = rows.filter((row) => !['小计', ''].includes(row.帮困项目 ?? ''));
    const fen = measures.reduce((sum, row) => sum + BigInt((row['采用金额（元）'] || '0.00').replace('.', '')), 0n);
    expect(fen).toBe(3_302_030_000n);
    for (const row of rows) expect(row['采用金额（元）']).toMatch(/^(\d+\.\d\d)?$/);
    expect(rows.at(-1)).toMatchObject({ 部门: '合计', '采用金额（元）': '33020300.00', 下限: '是' });
  });

  it('several campaigns share one csv, told apart by the first column', async () => {
    const { stdout } = await relief(['budget', file('putuo-2017'), file('putuo-2008'), '--format', 'csv']);
    const rows: Record<string, string>[] = parse(stdout, { columns: true });
    expect([...new Set(rows.map((row) => row.活动))]).toHaveLength(2);
  });

  it('--bom starts csv with the UTF-8 mark, which is otherwise not there', async () => {
    expect((await relief(['budget', file('putuo-2017'), '-f', 'csv', '--bom'])).stdout.startsWith('\ufeff部门')).toBe(
      true,
    );
    expect((await relief(['budget', file('putuo-2017'), '-f', 'csv'])).stdout.startsWith('部门')).toBe(true);
  });

  it('xlsx holds the figures as numbers', async () => {
    const path = join(folder, 'out.xlsx');
    expect((await relief(['budget', file('putuo-2017'), '-o', path])).code).toBe(0);
    const { default: excel } = await import('exceljs');
    const workbook = await new excel.Workbook().xlsx.readFile(path);
    const [sheet] = workbook.worksheets;
    const heading = sheet?.getRow(3).values as string[];
    const adopted = heading.indexOf('采用金额');
    const rows = sheet?.getRows(4, sheet.rowCount - 3) ?? [];
    const total = rows.find((row) => row.getCell(1).value === '合计');
    expect(total?.getCell(adopted).value).toBe(3302.03);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['预算', '合计', '时间安排', '职责分工', '疑点']);
  });

  it('json of several campaigns is a list', async () => {
    const { stdout } = await relief(['budget', ...CAMPAIGNS.map(file), '--format', 'json']);
    expect(JSON.parse(stdout).map(({ campaign }: { campaign: { id: string } }) => campaign.id)).toEqual(CAMPAIGNS);
  });
});

describe('output', () => {
  it('tells the format by the ending and writes a folder for several campaigns', async () => {
    const out = join(folder, 'many/');
    const { code, stderr } = await relief(['budget', ...CAMPAIGNS.map(file), '-o', out, '-f', 'md']);
    expect(code).toBe(0);
    expect(readdirSync(out).sort()).toEqual(CAMPAIGNS.map((campaign) => `${campaign}.md`).sort());
    expect(stderr.split('\n').filter(Boolean)).toEqual([
      ...CAMPAIGNS.map((campaign) => zh.cli.written(join(out, `${campaign}.md`))),
      zh.cli.campaignsDone(5, { changed: 5, unchanged: 0 }, 0),
    ]);
  });

  it('--quiet says nothing', async () => {
    const { stderr, stdout } = await relief(['budget', file('putuo-2017'), '-o', join(folder, 'quiet.json'), '-q']);
    expect([stderr, stdout]).toEqual(['', '']);
  });

  it('never overwrites an input', async () => {
    const path = changed('input', 'amount: 33万元', 'amount: 33.0万元');
    const before = readFileSync(path, 'utf8');
    const { code, stderr } = await relief(['budget', path, '-o', path, '-f', 'md']);
    expect(code).toBe(2);
    expect(stderr).toContain('不会覆盖');
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  it('leaves nothing behind where it can’t write', async () => {
    const path = join(folder, 'a-file');
    writeFileSync(path, '');
    const { code, stderr } = await relief(['budget', file('putuo-2017'), '-o', join(path, 'x.md')]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/写不进 .*（E\w+）/);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it.each([
    ['never', 0],
    ['error', 0],
    ['warning', 0],
    ['hint', 1],
  ])('--fail-on %s exits with %i when there are only hints', async (severity, expected) => {
    expect((await relief(['budget', file('putuo-2017'), '--fail-on', severity])).code).toBe(expected);
  });
});
