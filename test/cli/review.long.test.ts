import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { beforeEach, describe, expect, it } from 'vitest';
import { width } from '../../src/render/width.ts';
import { relief } from './run.ts';

let folder = '';
const campaign = () => join(folder, 'campaign.yaml');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'review-'));
  cpSync('samples/district', folder, { recursive: true });
});

const TODAY = { today: '2026-01-15' };
const review = (typed: readonly string[], ...flags: readonly string[]) =>
  relief(['review', campaign(), ...flags], { ...TODAY, typed, columns: 80, tty: true });
const register = () => readFileSync(join(folder, 'cases.csv'), 'utf8');

/** People in all, who may be one, and who is who of the pair of 黄素. */
async function told() {
  const who = join(folder, 'who.csv');
  const args = ['dedupe', campaign(), '-f', 'json', '--fail-on', 'never', '--identities', who];
  const { stdout } = await relief(args, TODAY);
  const { totals, findings } = JSON.parse(stdout) as {
    totals: { persons: number };
    findings: { rule: string; people: string[] }[];
  };
  const asked = findings.filter(({ rule }) => rule === 'probable-same-person');
  return { persons: totals.persons, asked: asked.map(({ people }) => people[0]?.split(' ')[0]) };
}

describe('relief review', () => {
  it('asks the dearest pair first, keeps each answer at once, and does not ask again what was decided', async () => {
    const before = await told();
    expect(before.asked).toEqual(['黄素', '谢倩雪']);
    const { stdout } = await review(['x', 'b', 'y', 'q'], '--by', '王科长');
    expect(stdout.indexOf('黄素')).toBeLessThan(stdout.indexOf('谢倩雪'));
    expect(stdout).toContain('请输入 y、n、s、b 或 q');
    expect(stdout).toContain('这是第一对');
    expect(stdout).not.toMatch(/\d{17}/);
    // What is typed behind a question ends its line.
    const lines = stdout.split('\n').filter((line) => !line.startsWith('是同一人吗'));
    for (const line of lines) expect(width(line)).toBeLessThanOrEqual(80);
    expect(await told()).toEqual({ persons: before.persons - 1, asked: ['谢倩雪'] });
    const second = await review(['n']);
    expect(second.stdout).not.toContain('黄素');
    expect(await told()).toEqual({ persons: before.persons - 1, asked: [] });
    expect((await review([])).stderr).toContain('没有要核实的疑似同一人');
    expect(register().match(/核定/g)).toHaveLength(2);
  });

  it('is not needed for what is answered on sheets: the host has the pair of which two units would see half each', async () => {
    const out = join(folder, 'out');
    const { stderr } = await relief(['cases', 'send', campaign(), '-o', `${out}/`], TODAY);
    const said = stderr.replaceAll(/\s+/g, '');
    expect(said).toContain('其中1件疑似同一人，两边是不同单位的');
    expect(said).toMatch(/件由主办单位自己核实，在.*主办单位\.xlsx，没有函/);
    expect(readdirSync(out).filter((name) => name.startsWith('主办单位'))).toEqual(['主办单位.xlsx']);
    const sheets = new Map<string, exceljs.Worksheet>();
    for (const name of readdirSync(out).filter((each) => each.endsWith('.xlsx'))) {
      const workbook = new exceljs.Workbook();
      await workbook.xlsx.readFile(join(out, name));
      sheets.set(name, workbook.getWorksheet('疑点') as exceljs.Worksheet);
    }
    const cell = (value: exceljs.CellValue) => String(value ?? '');
    const rowsOf = (sheet: exceljs.Worksheet) => sheet.getSheetValues().slice(3) as exceljs.CellValue[][];
    const asked = [...sheets].flatMap(([name, sheet]) =>
      rowsOf(sheet).flatMap((row) => (cell(row[2]).includes('疑似同一人') ? [[name, cell(row[3]), cell(row[4])]] : [])),
    );
    expect(asked.map(([name]) => name).sort()).toEqual(['主办单位.xlsx', '南屏街道安庭居委.xlsx']);
    const [, own, other] = asked.find(([name]) => name === '主办单位.xlsx') ?? [];
    expect([own, other]).toEqual([expect.stringMatching(/^【残联】/), expect.stringMatching(/^【红十字会】/)]);
    // Nothing is lost: what went to any unit is all that is open.
    const { stdout } = await relief(['cases', campaign(), '-f', 'json', '--fail-on', 'never'], TODAY);
    const { total } = JSON.parse(stdout) as { total: { cases: number; phases: { waiting: number; closed: number } } };
    const sent = new Set(
      [...sheets.values()].flatMap((sheet) => rowsOf(sheet).map((row) => cell(row[1]).split('/')[0])),
    );
    expect([total.phases.waiting, sent.size]).toEqual([total.cases - total.phases.closed, total.phases.waiting]);

    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(join(out, '主办单位.xlsx'));
    workbook.getWorksheet('疑点')?.eachRow((row) => {
      if (cell(row.getCell(2).value).includes('疑似同一人')) row.getCell(6).value = '属实';
    });
    await workbook.xlsx.writeFile(join(folder, 'back.xlsx'));
    const before = await told();
    expect((await relief(['cases', 'read', campaign(), join(folder, 'back.xlsx')], TODAY)).stdout).toContain('登记1＋');
    expect(await told()).toMatchObject({ persons: before.persons - 1, asked: [expect.any(String)] });
  });

  it('keeps two apart who were said to be two, and asks again once a row has changed', async () => {
    const before = await told();
    await review(['n'], '--budget', '1');
    expect(await told()).toEqual({ persons: before.persons, asked: ['谢倩雪'] });
    const list = join(folder, 'lists', '红十字会.csv');
    const text = readFileSync(list, 'utf16le');
    const changed = text.replace(/^(.*黄素.*?,)700(,.*)$/m, '$1750$2');
    expect(changed).not.toBe(text);
    writeFileSync(list, changed, 'utf16le');
    expect((await told()).asked).toContain('黄素');
  });

  it('goes back to the pair before, and skips', async () => {
    await review(['s', 'b', 'n', 's']);
    expect(register().match(/核定/g)).toHaveLength(1);
    expect((await told()).asked).toEqual(['谢倩雪']);
  });

  it('is refused where there is nobody to ask', async () => {
    const { code, stderr } = await relief(['review', campaign()], TODAY);
    expect([code, stderr]).toEqual([2, expect.stringContaining('要在终端里回答')]);
  });
});
