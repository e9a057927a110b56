import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import excel from 'exceljs';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import { Plan } from '../../samples/generator/plan.ts';
import { Population } from '../../samples/generator/population.ts';
import { type RecipientFormat, writeRecipients } from '../../samples/generator/recipients.ts';
import { Tally } from '../../samples/generator/tally.ts';
import { Planted } from '../../samples/generator/written.ts';

const folder = mkdtempSync(join(tmpdir(), 'relief-recipients-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ROWS = 20_000;
let runs = 0;

async function make(seed: number, format: RecipientFormat = 'csv', rows = ROWS, faults = 0.02) {
  runs += 1;
  const path = join(folder, `${runs}.${format}`);
  const plan = new Plan({ seed, population: new Population(seed), firstPerson: 0, faults, traps: 0.01, doubts: 0.02 });
  const tally = new Tally();
  const planted = new Planted();
  const counts = await writeRecipients({ plan, rows, format, path, tally, planted });
  return { path, bytes: readFileSync(path), counts, tally, planted };
}

const records = (text: string, delimiter = ','): string[][] => parse(text, { delimiter, relax_column_count: true });
const made = make(7);

describe('one list for everybody', () => {
  it('is the same to the byte for the same seed, and another for another', async () => {
    const { bytes, planted, tally } = await made;
    const again = await make(7);
    expect(again.bytes.equals(bytes)).toBe(true);
    expect(again.planted).toEqual(planted);
    expect(again.tally.departments()).toEqual(tally.departments());
    expect((await make(8)).bytes.equals(bytes)).toBe(false);
  });

  it('begins alike however long it is', async () => {
    const { bytes } = await made;
    const short = (await make(7, 'csv', 1000)).bytes;
    expect(bytes.subarray(0, short.length).equals(short)).toBe(true);
  });

  it('has rows of 150 to 190 bytes', async () => {
    const { bytes } = await made;
    expect(bytes.length / ROWS).toBeGreaterThan(150);
    expect(bytes.length / ROWS).toBeLessThan(190);
  });

  it('says the same in every format', async () => {
    const rows = 2000;
    const csv = records((await make(7, 'csv', rows)).bytes.toString('utf8'));
    expect(records(iconv.decode((await make(7, 'gbk', rows)).bytes, 'gbk'))).toEqual(csv);
    expect(records(iconv.decode((await make(7, 'utf16', rows)).bytes, 'utf16le'))).toEqual(csv);
    expect(records((await make(7, 'tsv', rows)).bytes.toString('utf8'), '\t')).toEqual(csv);
  });

  it('can be a workbook, with text as text and amounts as numbers', async () => {
    const clean = records((await make(7, 'csv', 500, 0)).bytes.toString('utf8'));
    const book = new excel.Workbook();
    await book.xlsx.readFile((await make(7, 'xlsx', 500, 0)).path);
    const sheet = book.getWorksheet('发放名单');
    expect(sheet?.rowCount).toBe(501);
    for (const row of [1, 2, 300, 501]) {
      expect(sheet?.getRow(row).getCell(2).text.replace(/\s/g, '')).toBe(clean[row - 1]?.[1]?.replace(/\s/g, ''));
    }
    expect(typeof sheet?.getRow(2).getCell(6).value).toBe('number');
    expect(typeof sheet?.getRow(2).getCell(3).value).toBe('string');
  });

  it('pays somebody again in every fifth row, and nobody a third time', async () => {
    const { bytes } = await make(7, 'csv', ROWS, 0);
    const [, ...rows] = records(bytes.toString('utf8'));
    const id = (row: string[]) =>
      (row[2] ?? '')
        .normalize('NFKC')
        .replace(/[\s'="]/g, '')
        .toUpperCase();
    const times = new Map<string, number>();
    for (const [index, row] of rows.entries()) {
      const before = times.get(id(row)) ?? 0;
      expect(before, `row ${index + 2}`).toBe(index % 5 === 4 ? 1 : 0);
      times.set(id(row), before + 1);
    }
  });

  it('has about as many faults as were asked for, in all their kinds, at the rows that the key names', async () => {
    const { bytes, counts, planted } = await made;
    const rows = records(bytes.toString('utf8'));
    const faulty = new Set(planted.faults.map(({ row }) => row));
    expect(faulty.size / ROWS).toBeGreaterThan(0.017);
    expect(faulty.size / ROWS).toBeLessThan(0.023);
    expect(rows).toHaveLength(counts.rows);
    expect(counts.payouts + counts.setAside + counts.rejected).toBe(counts.rows);
    const cell = (row: number, column: number) => rows[row - 1]?.[column] ?? '';
    for (const { rule, row } of planted.faults) {
      if (rule === 'id-missing') expect(['', '无']).toContain(cell(row, 2));
      if (rule === 'id-legacy-15') expect(cell(row, 2)).toMatch(/^\d{15}$/);
      if (rule === 'id-area-unknown') expect(cell(row, 2)).toMatch(/^78/);
      if (rule === 'late-payout') expect(cell(row, 13) > '2026-02-13').toBe(true);
      if (rule === 'not-through-bank') expect(cell(row, 11)).toBe('');
      if (rule === 'unknown-department')
        expect(rows.filter((other) => other[3] === cell(row, 3)).length).toBeLessThan(100);
    }
    for (const { rule, rows: concerned } of planted.between) {
      const ids = new Set(
        concerned.map(({ row }) =>
          cell(row, 2)
            .normalize('NFKC')
            .replace(/[\s'="]/g, '')
            .toUpperCase(),
        ),
      );
      expect(ids.size, rule).toBe(rule.startsWith('shared') ? 3 : 1);
      expect(concerned.some(({ row }) => faulty.has(row))).toBe(false);
    }
  });

  it('has no fault where none were asked for', async () => {
    const { planted, counts } = await make(7, 'csv', 5000, 0);
    expect(planted.faults).toEqual([]);
    expect(counts).toMatchObject({ payouts: 5000, rejected: 0 });
  });

  it('counts people and households once', async () => {
    const { bytes, tally } = await make(7, 'csv', ROWS, 0);
    const [, ...rows] = records(bytes.toString('utf8'));
    const id = (row: string[]) =>
      (row[2] ?? '')
        .normalize('NFKC')
        .replace(/[\s'="]/g, '')
        .toUpperCase();
    for (const { department, payouts, persons, households } of tally.departments()) {
      const mine = rows.filter((row) => row[3] === department);
      expect({
        payouts: mine.length,
        persons: new Set(mine.map(id)).size,
        households: new Set(mine.map((row) => row[12])).size,
      }).toEqual({
        payouts,
        persons,
        households,
      });
    }
    const first = new Map(rows.map((row) => [id(row), row[3]] as const).reverse());
    const both = rows.filter((row, index) => index % 5 === 4 && row[3] !== first.get(id(row)));
    expect(tally.severalDepartments().reduce((sum, { persons }) => sum + persons, 0)).toBe(both.length);
  });
});
