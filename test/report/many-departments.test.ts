import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import excel from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Desk, payout } from '../cli/people.ts';
import { relief } from '../cli/run.ts';

const desk = new Desk(mkdtempSync(`${tmpdir()}/relief-many-departments-`));
afterAll(() => rmSync(desk.folder, { recursive: true }));

const departments = 230;
const subdistricts = 70;
// The last ones have the most money, so that what is listed is not simply what comes first.
const rows = Array.from({ length: departments * 4 }, (_, at) =>
  payout(at, {
    部门: `部门${String(at % departments).padStart(3, '0')}`,
    街道: `街道${String(at % subdistricts).padStart(2, '0')}`,
    金额: String(100 + (at % departments)),
  }),
);
const list = desk.list('list.csv', rows);
const campaign = desk.campaign('campaign.yaml', `  - file: ${list}\n`);
const total = rows.reduce((sum, row, at) => (row ? sum + 100 + (at % departments) : sum), 0);

const book = new excel.Workbook();
beforeAll(async () => {
  await relief(['export', campaign, '-o', desk.at('export.xlsx'), '--fail-on', 'never', '--quiet']);
  await book.xlsx.readFile(desk.at('export.xlsx'));
});

const cellsOf = (name: string) =>
  (book.getWorksheet(name) as excel.Worksheet).getSheetValues().slice(1) as (readonly excel.CellValue[])[];
const resultOf = (cell: excel.CellValue) => Number((cell as { result?: number })?.result ?? cell);
const rowsNamed = (all: ReturnType<typeof cellsOf>, pattern: RegExp) =>
  all.filter((row) => row?.some((cell) => pattern.test(String(cell))));

describe('an export of more departments and subdistricts than anybody reads', () => {
  it('says in 条×块 how many lines there are besides, and what they add up to', () => {
    const all = cellsOf('条×块');
    const [head] = rowsNamed(all, /其余10个街镇/);
    const [others, otherPayouts] = rowsNamed(all, /^其余30个部门$/) as (readonly excel.CellValue[])[];
    expect(head).toHaveLength(1 + 1 + 60 + 1 + 1);
    expect(resultOf(otherPayouts?.at(-1) ?? null)).toBe(30 * 4);
    // The thirty with the least money: 100 to 129 yuan, four times.
    expect(resultOf(others?.at(-1) ?? null)).toBeCloseTo(((100 + 129) * 15 * 4) / 10_000, 8);
    const [sums] = rowsNamed(all, /^合计$/).filter((row) => row !== head) as (readonly excel.CellValue[])[];
    const inAll = (sums ?? []).slice(2).map(resultOf);
    expect(inAll.at(-1)).toBeCloseTo(total / 10_000, 8);
    expect(inAll.slice(0, -1).reduce((sum, each) => sum + each, 0)).toBeCloseTo(total / 10_000, 8);
    expect(rowsNamed(all, /最多列出金额最多的200个部门、60个街镇/)).toHaveLength(1);
  });

  it('has the others in one row of the statistics table, and each in JSON', async () => {
    const all = cellsOf('统计表');
    const [others] = rowsNamed(all, /^其余30个部门$/) as (readonly excel.CellValue[])[];
    expect(others?.some((cell) => cell === ((100 + 129) * 15 * 4) / 10_000)).toBe(true);
    expect(rowsNamed(all, /只列出金额最多的200个/)).toHaveLength(1);
    const { stdout } = await relief(['export', campaign, '-f', 'json', '--fail-on', 'never', '--quiet']);
    expect(stdout).toContain('部门000');
    expect(stdout).not.toContain('其余30个部门');
  });
});
